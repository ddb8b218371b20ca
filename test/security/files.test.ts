import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ArticleReader, zoneOf } from "../../src/parse/index.ts";
import type { Problem } from "../../src/problems/index.ts";
import { createAssets } from "../../src/render/index.ts";
import { fakeBuild, folder, run, site, story } from "../cli/support.ts";
import { usualLimits } from "../limits.ts";

const secret = "The secret word is Xyzzy.";

/** A PNG that says how large it is, and has nothing else. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.write("\x89PNG\r\n\x1a\n", 0, "latin1");
  bytes.writeUInt32BE(13, 8);
  bytes.write("IHDR", 12, "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test("nothing outside the content folder is read or copied, however an article asks for it", async () => {
  const paths = [
    "../secret.pdf",
    "..%2fsecret.pdf",
    "%2e%2e/secret.pdf",
    "./x/../../secret.pdf",
    "../articles/../secret.pdf",
    // Nobody gets to know whether there is one.
    "../../secret.pdf",
    "../none.pdf",
    "link.pdf",
    "up/secret.pdf",
  ];
  const elsewhere = ["/secret.pdf", "..\\secret.pdf", "file:///secret.pdf"];
  const list = [...paths, ...elsewhere].map((path) => `- ${JSON.stringify(path)}`).join("\n");
  const links = [...paths, ...elsewhere].map((path) => `[a](${path}) <a href="${path}">b</a>`).join("\n");
  const cwd = folder({
    "feedwright.yaml": site,
    "secret.pdf": secret,
    "secret.md": story("Secret", "2025-01-01"),
    "articles/a.md": `---\ntitle: A\ndate: 2025-01-01\nimage: ../secret.png\nenclosures:\n${list}\n---\n${links}\n`,
  });
  writeFileSync(join(cwd, "secret.png"), png(1, 1));
  symlinkSync("../secret.pdf", join(cwd, "articles/link.pdf"));
  symlinkSync("..", join(cwd, "articles/up"));
  symlinkSync("../secret.md", join(cwd, "articles/secret.md"));
  const { out } = await run(["build", "--json"], { cwd });
  const { files, published, problems, skipped } = JSON.parse(out);
  expect(published).toBe(1);
  expect(files.map(({ path }: { path: string }) => path).sort()).toEqual([
    "atom.xml",
    "feed.json",
    "rss.xml",
  ]);
  const refused = problems.filter(({ code }: Problem) => code === "asset-outside");
  expect(refused).toHaveLength(paths.length + 1);
  for (const path of [...paths, "../secret.png"])
    expect(refused.map(({ message }: Problem) => message).join("\n")).toContain(path);
  expect(problems.map(({ code }: Problem) => code)).not.toContain("asset-hidden");
  expect(skipped).toEqual([
    { path: "link.pdf", reason: "link outside" },
    { path: "secret.md", reason: "link outside" },
    { path: "up", reason: "link outside" },
  ]);
});

test("a folder that becomes a link between two looks leads nowhere", async () => {
  const root = folder({ "in/story.md": story("Inside", "2025-01-01"), "in/a.png": "" });
  writeFileSync(join(root, "in/a.png"), png(1, 1));
  const outside = folder({ "story.md": story(secret, "2025-01-01"), "a.png": "" });
  const options = {
    site: { url: "https://news.example/", language: "en" },
    content: root,
    permalink: "/:path/",
  };
  const reader = new ArticleReader(
    { ...options, limits: usualLimits, zone: await zoneOf("UTC"), now: 0 },
    root,
  );
  const { state } = reader.head("in/story.md");
  renameSync(join(root, "in"), join(root, "was"));
  symlinkSync(outside, join(root, "in"));
  if (state === undefined) throw new Error("no file");
  const { article, problems: told } = reader.head("in/story.md", state);
  expect([article, told.map(({ code }) => code)]).toEqual([undefined, ["file-changed"]]);
  expect(() => reader.story("in/story.md", state)).toThrow("this file changed while the feeds were built");
  const problems: Problem[] = [];
  const assets = createAssets(root, "https://news.example/", usualLimits);
  expect(assets.find("a.png", "in/story.md", (each) => problems.push(each))).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(["asset-outside"]);
});

test("an article that became a link since it was read is not shown by the report", async () => {
  const cwd = folder({
    "feedwright.yaml": site,
    "secret/a.md": `One.\n${secret}\nThree.\n`,
    "articles/in/a.md": "One.\nTwo.\nThree.\n",
  });
  const place = { file: "in/a.md", line: 2, column: 1 };
  const wrong: Problem = { code: "head-syntax", severity: "error", message: "x", hint: "", place };
  const said = async () => (await run(["build"], { cwd, ...fakeBuild({ problems: [wrong] }) })).err;
  expect(await said()).toContain("Two.");
  renameSync(join(cwd, "articles/in"), join(cwd, "articles/was"));
  symlinkSync("../secret", join(cwd, "articles/in"));
  expect(await said()).not.toContain(secret);
  expect(await said()).toContain("in/a.md:2:1");
});

test("what would never end is not opened: pipes and devices in an article's or picture's place", async () => {
  const cwd = folder({
    "feedwright.yaml": site,
    "articles/good.md": `${story("Good", "2025-01-01")}![](pipe.png) ![](zero.png)\n`,
  });
  mkdirSync(join(cwd, "articles/more"));
  expect(
    spawnSync("mkfifo", [
      join(cwd, "articles/pipe.md"),
      join(cwd, "articles/pipe.png"),
      join(cwd, "articles/authors.yml"),
    ]).status,
  ).toBe(0);
  symlinkSync("/dev/zero", join(cwd, "articles/zero.md"));
  symlinkSync("/dev/zero", join(cwd, "articles/zero.png"));
  const { out } = await run(["build", "--json"], { cwd });
  const { published, files, skipped } = JSON.parse(out);
  expect(published).toBe(1);
  expect(files).toHaveLength(3);
  expect(skipped).toEqual([
    { path: "pipe.md", reason: "not a regular file" },
    { path: "zero.md", reason: "link outside" },
    { path: "zero.png", reason: "link outside" },
  ]);
});

test("a picture that says it is larger than any is not published: readers would make room for it", async () => {
  const cwd = folder({
    "feedwright.yaml": site,
    "articles/a.md": `${story("A", "2025-01-01")}![](bomb.png) ![](fine.png)\n`,
  });
  writeFileSync(join(cwd, "articles/bomb.png"), png(2 ** 31 - 1, 2 ** 31 - 1));
  writeFileSync(join(cwd, "articles/fine.png"), png(15_000, 15_000));
  const built = async (more = "") => {
    writeFileSync(join(cwd, "feedwright.yaml"), site + more);
    const { files, problems } = JSON.parse((await run(["build", "--json"], { cwd })).out);
    return [
      files.map(({ path }: { path: string }) => path).sort(),
      problems.map(({ code }: Problem) => code),
    ];
  };
  const feeds = ["atom.xml", "feed.json", "rss.xml"];
  expect(await built()).toEqual([["atom.xml", "feed.json", "fine.png", "rss.xml"], ["asset-too-large"]]);
  expect(await built("limits: { pixels: 1000 }\n")).toEqual([feeds, ["asset-too-large", "asset-too-large"]]);
});

test("a recording beyond the limit is not copied", async () => {
  const cwd = folder({
    "feedwright.yaml": `${site}limits: { file: 1kB }\n`,
    "articles/a.md": story("A", "2025-01-01", "enclosures: [a.mp3, b.mp3]\n"),
    "articles/a.mp3": "x".repeat(1024),
    "articles/b.mp3": "x".repeat(1025),
  });
  const { files, problems } = JSON.parse((await run(["build", "--json"], { cwd })).out);
  expect(files.map(({ path }: { path: string }) => path).sort()).toEqual([
    "a.mp3",
    "atom.xml",
    "feed.json",
    "rss.xml",
  ]);
  expect(problems).toMatchObject([
    { code: "asset-too-large", message: '"b.mp3" isn\'t published: it is larger than 1 kB' },
  ]);
});
