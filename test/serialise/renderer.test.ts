import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../../src/index.ts";
import { renderSettings } from "../../src/serialise/renderer.ts";

test("what articles are rendered by goes to another thread whole, whatever the configuration has", async () => {
  const root = mkdtempSync(join(tmpdir(), "feedwright-settings-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(
    join(root, "feedwright.yaml"),
    `site: { title: T, url: "https://news.example/" }
feeds: { limit: all }
partners: [{ profile: wire, secret: a1b2c3d4e5f6g7h8 }, { profile: standard, path: sub/p.xml }]
delivery: { page: true, compress: [gzip] }
`,
  );
  const settings = renderSettings(await loadConfig({ cwd: root }));
  expect(structuredClone(settings)).toEqual(settings);
  expect(settings.taken).toEqual(
    expect.arrayContaining([
      "rss.xml",
      "rss.xml.gz",
      "sub/p.xml",
      "index.html",
      "partners/a1b2c3d4e5f6g7h8/wire.xml",
    ]),
  );
});
