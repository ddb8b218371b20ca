import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build, loadConfig } from "../../src/index.ts";
import { emptyFolder, filesBelow, identityOf, write } from "./support.ts";

const settings = 'site: { title: The News, url: "https://news.example/" }\natomic: true\n';

/** A site whose `dist` is led from tree to tree. */
function site(more = "") {
  const root = emptyFolder();
  write(join(root, "feedwright.yaml"), settings + more);
  write(join(root, "articles/one.md"), "---\ntitle: One\ndate: 2026-01-01\n---\nFirst.\n");
  write(join(root, "articles/two.md"), "---\ntitle: Two\ndate: 2026-01-02\n---\nSecond.\n");
  const dist = join(root, "dist");
  return {
    root,
    dist,
    change: (text = "More.") => appendFileSync(join(root, "articles/one.md"), `\n${text}\n`),
    build: async (options: { force?: boolean; signal?: AbortSignal; dryRun?: boolean } = {}) =>
      await build({ config: await loadConfig({ cwd: root }), ...options }),
    trees: () => readdirSync(root).filter((name) => name.startsWith(".dist.")),
  };
}

test("each build that changes anything leads the link to a complete new tree, and keeps the last before", async () => {
  const { build, change, dist, trees } = site();
  await build();
  const first = readlinkSync(dist);
  expect(filesBelow(dist)).toEqual(["atom.xml", "feed.json", "rss.xml"]);
  change();
  await build();
  const second = readlinkSync(dist);
  expect(trees().sort()).toEqual([first, second].sort());
  expect(readFileSync(join(dist, "rss.xml"), "utf8")).toContain("More.");
  expect(readFileSync(join(dist, "..", first, "rss.xml"), "utf8")).not.toContain("More.");
  change("Again.");
  await build();
  expect(trees().sort()).toEqual([second, readlinkSync(dist)].sort());
});

test("a build that changes nothing leaves the link, and says the same of the files", async () => {
  const { build, dist } = site();
  await build();
  const [target, identity] = [readlinkSync(dist), identityOf(join(dist, "rss.xml"))];
  const { files } = await build();
  expect(files.map(({ state }) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
  expect([readlinkSync(dist), identityOf(join(dist, "rss.xml"))]).toEqual([target, identity]);
});

test("a file that didn't change is the same file in the next tree", async () => {
  const { build, dist, root } = site("feeds: { formats: [rss] }\nscopes: [topic]\n");
  write(join(root, "articles/three.md"), "---\ntitle: Three\ndate: 2026-01-03\ntopic: Sport\n---\nThird.\n");
  await build();
  const before = [identityOf(join(dist, "topics/sport/rss.xml")).ino, identityOf(join(dist, "rss.xml")).ino];
  appendFileSync(join(root, "articles/one.md"), "\nMore.\n");
  await build();
  expect(identityOf(join(dist, "topics/sport/rss.xml")).ino).toBe(before[0]);
  expect(identityOf(join(dist, "rss.xml")).ino).not.toBe(before[1]);
});

test("what is no more isn't in the next tree", async () => {
  const { build, dist, root } = site("scopes: [topic]\n");
  write(join(root, "articles/three.md"), "---\ntitle: Three\ndate: 2026-01-03\ntopic: Sport\n---\nThird.\n");
  await build();
  expect(existsSync(join(dist, "topics/sport/rss.xml"))).toBe(true);
  rmSync(join(root, "articles/three.md"));
  await build();
  expect(existsSync(join(dist, "topics"))).toBe(false);
});

test.each([
  ["a folder with something in it", (dist: string) => write(join(dist, "index.html"), "mine")],
  ["a file", (dist: string) => write(dist, "mine")],
  ["a link to somewhere else", (dist: string) => symlinkSync("articles", dist)],
])("%s in the link's place is left, and that is said", async (_, place) => {
  const { build, dist } = site();
  place(dist);
  const before = lstatSync(dist).ino;
  for (const force of [false, true])
    await expect(build({ force })).rejects.toMatchObject({
      problems: [{ code: "output-not-link", place: { file: dist } }],
    });
  expect(lstatSync(dist).ino).toBe(before);
});

test("no link in its work's place leads a build elsewhere", async () => {
  const { build, root } = site();
  mkdirSync(join(root, "elsewhere"));
  mkdirSync(join(root, ".feedwright"));
  symlinkSync("../elsewhere", join(root, ".feedwright/output"));
  await expect(build()).rejects.toThrow("its folder is a link");
  expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
});

test("what is behind a link in its work isn't published", async () => {
  const { build, change, dist, root } = site();
  await build();
  write(join(root, "elsewhere/below/private.txt"), "mine");
  symlinkSync("../../elsewhere", join(root, ".feedwright/output/link"));
  change();
  await build();
  expect(filesBelow(dist)).toEqual(["atom.xml", "feed.json", "rss.xml"]);
  expect(existsSync(join(root, "elsewhere/below/private.txt"))).toBe(true);
});

test("an empty folder becomes the link", async () => {
  const { build, dist } = site();
  mkdirSync(dist);
  await build();
  expect(lstatSync(dist).isSymbolicLink()).toBe(true);
});

test("a link that somebody took away comes back", async () => {
  const { build, dist } = site();
  await build();
  unlinkSync(dist);
  await build();
  expect(filesBelow(dist)).toHaveLength(3);
});

test("without the notes of builds before, the guards still know what is published", async () => {
  const { build, dist, root } = site();
  await build();
  rmSync(join(root, ".feedwright"), { recursive: true });
  renameSync(join(root, "articles"), join(root, "others"));
  mkdirSync(join(root, "articles"));
  await expect(build()).rejects.toThrow("rss.xml would become empty; the last build gave it 2 items");
  expect(readFileSync(join(dist, "rss.xml"), "utf8")).toContain("Second.");
});

test("a trial writes no tree", async () => {
  const { build, dist, trees } = site();
  await build({ dryRun: true });
  expect([existsSync(dist), trees()]).toEqual([false, []]);
});

test("a build that is stopped leads the link nowhere else, and leaves nothing", async () => {
  const { build, change, dist, root } = site();
  await build();
  const [target, before] = [readlinkSync(dist), readdirSync(root)];
  change();
  const stopped = new AbortController();
  stopped.abort(new Error("stopped"));
  await expect(build({ signal: stopped.signal })).rejects.toThrow("stopped");
  expect([readlinkSync(dist), readdirSync(root)]).toEqual([target, before]);
  await build();
  expect(readFileSync(join(dist, "rss.xml"), "utf8")).toContain("More.");
});

test("other sites' trees beside it are theirs", async () => {
  const { build, change, root } = site();
  const others = [".dist2.0123456789abcdef01234567", ".www.0123456789abcdef01234567.feedwright"];
  for (const name of others) mkdirSync(join(root, name));
  for (let times = 0; times < 3; times++) {
    change();
    await build();
  }
  expect(readdirSync(root)).toEqual(expect.arrayContaining(others));
});

test("a partner's file that stands with the others is published with them", async () => {
  const more =
    "partners: [{ profile: mailchimp, name: mail }, { profile: ninjs, name: wire, output: dist }]\n";
  const { build, dist } = site(more);
  await build();
  expect(filesBelow(dist).filter((path) => path.startsWith("partners/"))).toHaveLength(2);
});
