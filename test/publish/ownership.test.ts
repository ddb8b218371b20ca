import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { build, loadConfig, type Problem, ProblemError } from "../../src/index.ts";

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A site of one article with a picture, which isn't built yet. */
async function site(configuration = "") {
  const root = mkdtempSync(join(tmpdir(), "feedwright-own-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const article = (text: string) =>
    write("articles/a.md", `---\ntitle: A\ndate: 2025-01-01\ntags: [x]\nimage: a.png\n---\n${text}\n`);
  article("Text.");
  write("articles/a.png", picture);
  write("feedwright.yaml", `site: { title: T, url: "https://news.example/" }\n${configuration}\n`);
  /** What was refused. */
  const run = async (force = false): Promise<readonly string[]> => {
    const config = await loadConfig({ cwd: root });
    const told: Problem[] = [];
    await build({ config, force }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      told.push(...error.problems);
    });
    return told.map(({ code, message }) => `${code} ${message.split(" ")[0]}`);
  };
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  return { root, write, article, run, read };
}

const theirs = '<?xml version="1.0"?><rss version="2.0"><channel><generator>Hugo</generator></channel></rss>';

test("another program's feed is left alone, and with it all files, until somebody insists", async () => {
  const { root, write, run, read } = await site();
  write("dist/rss.xml", theirs);
  for (let times = 0; times < 2; times++) {
    expect(await run()).toEqual(["file-foreign rss.xml"]);
    expect([read("dist/rss.xml"), existsSync(join(root, "dist/atom.xml"))]).toEqual([theirs, false]);
  }
  expect(await run(true)).toEqual([]);
  expect(read("dist/rss.xml")).toContain("<title>A</title>");
  expect(await run()).toEqual([]);
});

test("so is somebody's picture of the same name, and a feed in JSON", async () => {
  const { write, run, read } = await site();
  write("dist/a.png", "another picture");
  write("dist/feed.json", '{"version":"https://jsonfeed.org/version/1.1","title":"theirs","items":[]}');
  expect(await run()).toEqual(["file-foreign feed.json", "file-foreign a.png"]);
  expect(read("dist/a.png")).toBe("another picture");
});

test("what would say the same needn't be written", async () => {
  const { write, run } = await site();
  write("dist/a.png", picture);
  expect(await run()).toEqual([]);
});

test("in a fresh checkout, what stands beside a feed of ours is ours, whatever it is", async () => {
  const { root, write, article, run } = await site(
    "scopes: [tag]\npartners: [{ profile: mailchimp, name: mail }, { profile: ninjs, name: wire }]\ndelivery: { compress: [gzip] }",
  );
  expect(await run()).toEqual([]);
  rmSync(join(root, ".feedwright"), { recursive: true });
  article("Another text.");
  write("articles/a.png", Buffer.concat([picture, Buffer.from("\n")]));
  expect(await run()).toEqual([]);
});

test("a feed in JSON alone tells in a fresh checkout, too", async () => {
  const { root, article, run } = await site("feeds: { formats: [json] }");
  expect(await run()).toEqual([]);
  rmSync(join(root, ".feedwright"), { recursive: true });
  article("Another text.");
  expect(await run()).toEqual([]);
});

test("a document that a build was about to put in place for the first time is its own, though it was ended before it could say so", async () => {
  const { root, write, article, run } = await site();
  expect(await run()).toEqual([]);
  const configuration = readFileSync(join(root, "feedwright.yaml"), "utf8");
  write("feedwright.yaml", `${configuration}partners: [{ profile: ninjs, name: wire }]\n`);
  expect(await run()).toEqual([]);
  const manifest = join(root, ".feedwright/manifest.json");
  const { checksum: _, feeds, ...rest } = JSON.parse(readFileSync(manifest, "utf8"));
  const [path = ""] = Object.keys(feeds).filter(
    (name) => !["rss.xml", "atom.xml", "feed.json"].includes(name),
  );
  delete feeds[path];
  article("Another text.");
  writeFileSync(manifest, JSON.stringify({ ...rest, feeds }));
  expect(await run()).toEqual([`file-foreign ${path}`]);
  writeFileSync(manifest, JSON.stringify({ ...rest, feeds, placing: [path] }));
  expect(await run()).toEqual([]);
});
