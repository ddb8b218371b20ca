import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { build, loadConfig } from "../../src/index.ts";
import { renderItem } from "../../src/render/renderItem.ts";

vi.mock(import("../../src/render/renderItem.ts"), async (original) => {
  const room = await original();
  return { ...room, renderItem: vi.fn(room.renderItem) };
});

test("however many articles can't be rendered, one after the other, none is rendered twice", async () => {
  const root = mkdtempSync(join(tmpdir(), "feedwright-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "articles"));
  // Every second one is good: each place that becomes free is taken by one that fails, too.
  for (let day = 10; day < 28; day++) {
    const body = day % 2 === 0 ? "Good." : "<b>".repeat(300);
    writeFileSync(join(root, "articles", `${day}.md`), `---\ntitle: T\ndate: 2025-01-${day}\n---\n${body}\n`);
  }
  const flags = { title: "T", url: "https://news.example/", limit: "5" };
  const config = await loadConfig({ cwd: root, flags });

  const { published, rejected, problems } = await build({ config });
  expect({ published, rejected, problems: problems.length }).toEqual({
    published: 5,
    rejected: 5,
    problems: 5,
  });
  // Five at first, and five in search of three that are good.
  expect(renderItem).toHaveBeenCalledTimes(10);
  const atom = readFileSync(join(root, "dist", "atom.xml"), "utf8");
  expect(atom).toContain("<updated>2025-01-26T00:00:00Z</updated>");
});
