import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseJsonFeed } from "feedsmith";
import { expect, onTestFinished, test, vi } from "vitest";
import { build, loadConfig, type Problem, ProblemError } from "../../src/index.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 5);
const id = "https://news.example/b/";

/** A site of three articles that was built; then the second one's file goes. */
async function site(configuration: string, later = 60_000) {
  vi.restoreAllMocks();
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + later);
  const root = mkdtempSync(join(tmpdir(), "feedwright-missing-"));
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });
  mkdirSync(join(root, "articles"));
  const write = (name: string, head = "tags: [x]") => {
    const date = `2026-03-0${(name.charCodeAt(0) % 7) + 1}`;
    const text = `---\ntitle: Story ${name}\ndate: ${date}\n${head}\n---\nText of ${name}.\n`;
    writeFileSync(join(root, "articles", `${name}.md`), text);
  };
  for (const name of ["a", "b", "c"]) write(name);
  write("d", "tags: [y]");
  const head = 'site: { title: T, url: "https://news.example/" }\nscopes: [tag]\n';
  writeFileSync(join(root, "feedwright.yaml"), head + configuration);
  const config = await loadConfig({ cwd: root });
  const run = async (now = start, force = false) => {
    const told: Problem[] = [];
    await build({ config, now, force, report: (each) => told.push(each) });
    return told.map(({ code }) => code);
  };
  await run();
  const text = (path: string) => readFileSync(join(root, "dist", path), "utf8");
  const ids = (path = "feed.json") => (parseJsonFeed(text(path)).items ?? []).map((item) => item.id);
  const stones = (path = "atom.xml") => text(path).match(/<at:deleted-entry [^>]*>/g) ?? [];
  return { root, config, write, run, text, ids, stones, remove: () => rmSync(join(root, "articles/b.md")) };
}

test("an article whose file went is told of once, and taken back in the Atom feeds that had it, for some days", async () => {
  const { run, remove, ids, stones } = await site("tombstones: 10\n");
  remove();
  expect(await run()).toEqual(["article-missing"]);
  expect(ids()).not.toContain(id);
  const stone = `<at:deleted-entry ref="${id}" when="2026-06-01T00:00:00Z"/>`;
  expect([stones(), stones("tags/x/atom.xml"), stones("tags/y/atom.xml")]).toEqual([[stone], [stone], []]);
  expect(await run(start + 9 * day)).toEqual([]);
  expect(stones()).toEqual([stone]);
  expect(await run(start + 10 * day)).toEqual([]);
  expect(stones()).toEqual([]);
});

test("one that comes back is a story again", async () => {
  const { run, remove, write, ids, stones } = await site("");
  remove();
  await run();
  write("b");
  expect(await run(start + day)).toEqual([]);
  expect([ids().includes(id), stones()]).toEqual([true, []]);
});

test("a file with another name and the same id is no loss", async () => {
  for (const missing of ["withdraw", "keep", "refuse"]) {
    const { root, run, write, ids } = await site(`missing: ${missing}\n`);
    write("b", `id: ${id}`);
    await run();
    renameSync(join(root, "articles/b.md"), join(root, "articles/renamed.md"));
    expect(await run()).toEqual([]);
    expect(ids().filter((each) => each === id)).toHaveLength(1);
  }
});

test("a file that looks like it under another name is named, with the line to add", async () => {
  const { root, config, run } = await site("");
  renameSync(join(root, "articles/b.md"), join(root, "articles/renamed.md"));
  const told: Problem[] = [];
  await build({ config, now: start, report: (each) => told.push(each) });
  expect(told).toMatchObject([
    { code: "article-missing", place: { file: join(root, "articles/renamed.md") } },
  ]);
  expect(told[0]?.hint).toContain(`\`id: ${id}\``);
  expect(await run()).toEqual([]);
});

test("where that is refused, nothing is written until somebody insists", async () => {
  const { run, remove, text } = await site("missing: refuse\n");
  const before = text("atom.xml");
  remove();
  for (let times = 0; times < 2; times++) {
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error instanceof ProblemError && error.problems.map(({ code }) => code)).toEqual([
      "articles-missing",
    ]);
    expect(text("atom.xml")).toBe(before);
  }
  expect(await run(start, true)).toEqual(["article-missing"]);
  expect(await run()).toEqual([]);
  expect(text("atom.xml")).toContain("at:deleted-entry");
});

test.each([
  ["settled", 60_000],
  ["written the moment before the build", 0],
])("where it is kept, its last version stays in every feed, build after build (%s)", async (_, later) => {
  const { run, remove, write, text, stones } = await site("missing: keep\n", later);
  const [before, tag] = [text("feed.json"), text("tags/x/feed.json")];
  remove();
  for (let times = 0; times < 3; times++) {
    expect(await run(start + times * day)).toEqual(["article-kept"]);
    expect([text("feed.json"), text("tags/x/feed.json"), stones()]).toEqual([before, tag, []]);
  }
  write("e");
  expect(await run(start + 4 * day)).toEqual(["article-kept"]);
  expect(text("feed.json")).toContain("Text of b.");
});

test.each(["withdraw", "keep", "refuse"])(
  "one that can't be read any more is left out, not missed (%s)",
  async (missing) => {
    const { run, write, ids, stones } = await site(`missing: ${missing}\nbroken: drop\n`);
    write("b", "draft: perhaps");
    expect(await run()).toEqual(["field-type"]);
    expect([ids().includes(id), stones()]).toEqual([false, []]);
    expect(await run()).toEqual(["field-type"]);
    write("b");
    expect(await run()).toEqual([]);
    expect(ids()).toContain(id);
  },
);

test("beside one that can't be read, one whose file went is missed all the same", async () => {
  const { run, write, remove, stones } = await site("broken: drop\n");
  write("c", "draft: perhaps");
  remove();
  expect((await run()).sort()).toEqual(["article-missing", "field-type"]);
  expect(stones()).toHaveLength(1);
  expect(await run(start + day)).toEqual(["field-type"]);
  expect(stones()).toHaveLength(1);
});

test("a draft that went was never published", async () => {
  const { root, run, write } = await site("missing: keep\n");
  write("draft", "draft: true");
  await run();
  rmSync(join(root, "articles/draft.md"));
  expect(await run()).toEqual([]);
});
