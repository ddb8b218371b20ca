import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Files, ignoredBy, walk } from "../../src/discover/index.ts";
import { type Problem, ProblemError } from "../../src/problems/index.ts";

/** A folder with empty files. */
function folderWith(...files: readonly string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "feedwright-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "");
  }
  return folder;
}

function pathsOf(files: Files): readonly string[] {
  return Array.from({ length: files.length }, (_, row) => files.path(row));
}

/** The paths found, the paths skipped with their reasons, and the problems' codes. */
async function found(folder: string, ...globs: readonly string[]) {
  const problems: Problem[] = [];
  const { files, skipped } = walk(folder, await ignoredBy(globs), (each) => problems.push(each));
  return {
    paths: pathsOf(files),
    absolute: Array.from({ length: files.length }, (_, row) => files.absolutePath(row)),
    skipped: Object.fromEntries(skipped.map(({ path, reason }) => [path, reason])),
    codes: problems.map(({ code }) => code),
  };
}

describe("a walk", () => {
  test("finds Markdown by its endings, in any case, at any depth", async () => {
    const files = ["a.md", "b.MD", "c.markdown", "d.mdx", "e.mkd", "f.mkdn", "g.mdown", "x/y/z/h.md"];
    const folder = folderWith(...files, "i.txt", "j.html", "k", "l.md.bak", "md", "m.mdxx");
    expect(await found(folder)).toEqual({
      paths: files,
      absolute: files.map((path) => join(folder, path)),
      skipped: {},
      codes: [],
    });
  });

  test("goes folder by folder, in each by the characters of the names, as every machine does", async () => {
    const files = ["a/ä.md", "a/б.md", "a/ﬁ.md", "B.md", "a-b/c.md", "a.md", "a/b/d.md", "a/b.md", "a0.md"];
    expect((await found(folderWith(...files))).paths).toEqual([
      "B.md",
      "a.md",
      "a0.md",
      "a/b.md",
      "a/ä.md",
      "a/б.md",
      "a/ﬁ.md",
      "a/b/d.md",
      "a-b/c.md",
    ]);
  });

  test("passes over what is hidden, installed or a part of something, and says so", async () => {
    const folder = folderWith(
      "a.md",
      ".hidden.md",
      ".git/b.md",
      "node_modules/pack/readme.md",
      "x/node_modules/c.md",
      "_index.md",
      "x/_index.en.md",
      "_draft-of-something.mdx",
      "_includes/d.md",
      "_layouts/e.md",
      "README.md",
      "_posts/2025-02-23-f.md",
      "_drafts/g.md",
    );
    expect(await found(folder)).toMatchObject({
      paths: ["a.md", "_drafts/g.md", "_posts/2025-02-23-f.md"],
      skipped: {
        ".git": "hidden",
        ".hidden.md": "hidden",
        node_modules: "hidden",
        "x/node_modules": "hidden",
        "_index.md": "partial",
        "x/_index.en.md": "partial",
        "_draft-of-something.mdx": "partial",
        _includes: "partial",
        _layouts: "partial",
        "README.md": "partial",
      },
    });
  });

  test("follows no link, wherever it leads", async () => {
    const [folder, outside] = [folderWith("a.md", "sub/b.md"), folderWith("secret.md")];
    const links = {
      "out.md": join(outside, "secret.md"),
      "out-folder": outside,
      "in.md": "a.md",
      "sub/in-folder": "..",
      self: ".",
      "broken.md": "nowhere.md",
      "loop.md": "loop.md",
    };
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
    expect(await found(folder)).toMatchObject({
      paths: ["a.md", "sub/b.md"],
      skipped: {
        "out.md": "link outside",
        "out-folder": "link outside",
        "in.md": "link to a listed place",
        "sub/in-folder": "link to a listed place",
        self: "link to a listed place",
        "broken.md": "broken link",
        "loop.md": "broken link",
      },
      codes: [],
    });
  });

  test("is not led out by a folder whose name begins like the content's", async () => {
    const folder = folderWith("content/a.md", "content-secret/b.md");
    symlinkSync("../content-secret", join(folder, "content/link"));
    expect((await found(join(folder, "content"))).skipped).toEqual({ link: "link outside" });
  });

  test("reads no FIFO", async () => {
    const folder = folderWith("a.md");
    execFileSync("mkfifo", [join(folder, "fifo.md")]);
    expect(await found(folder)).toMatchObject({
      paths: ["a.md"],
      skipped: { "fifo.md": "not a regular file" },
    });
  });

  test("takes a folder for a folder, whatever it is called", async () => {
    expect((await found(folderWith("a.md/b.md"))).paths).toEqual(["a.md/b.md"]);
  });

  test("of a content folder that is itself a link goes where the link goes", async () => {
    const [folder, other] = [folderWith("a.md"), folderWith()];
    symlinkSync(folder, join(other, "content"));
    expect((await found(join(other, "content"))).absolute).toEqual([join(folder, "a.md")]);
  });

  test("says which folder can't be read, and walks the others", async () => {
    const folder = folderWith("a.md", "gone/b.md", "there/c.md");
    const problems: Problem[] = [];
    const removing = (path: string): boolean => {
      if (path === "gone") rmSync(join(folder, "gone"), { recursive: true });
      return false;
    };
    const { files } = walk(folder, removing, (each) => problems.push(each));
    expect(pathsOf(files)).toEqual(["a.md", "there/c.md"]);
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([["folder-unreadable", "gone"]]);
  });

  test.each([
    ["is not there", "nowhere"],
    ["is a file", "a.md"],
    ["is below a file", "a.md/content"],
  ])("refuses a content folder that %s", async (_, path) => {
    const folder = folderWith("a.md");
    let codes: readonly string[] = [];
    try {
      await found(join(folder, path));
    } catch (error) {
      if (error instanceof ProblemError) codes = error.problems.map(({ code }) => code);
    }
    expect(codes).toEqual(["content-missing"]);
  });

  test("names a folder whose name is not UTF-8, and so can't be entered", async () => {
    const folder = folderWith("a.md");
    const name = Buffer.from("caf\xE9", "latin1");
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), name]));
    expect(await found(folder)).toMatchObject({
      paths: ["a.md"],
      skipped: { "caf\uFFFD": "name is not UTF-8" },
    });
  });

  test("of an empty folder finds nothing", async () => {
    expect(await found(folderWith())).toEqual({ paths: [], absolute: [], skipped: {}, codes: [] });
  });
});

describe("a glob leaves out", () => {
  const files = ["a.md", "drafts/b.md", "drafts/deep/c.md", "x/drafts/d.md", ".e.md", "x/f.draft.md"];

  test.each([
    ["a folder by its name", ["drafts"], ["a.md", "x/drafts/d.md", "x/f.draft.md"]],
    ["a folder by its name and a stroke", ["drafts/"], ["a.md", "x/drafts/d.md", "x/f.draft.md"]],
    ["a folder from the content folder on", ["/drafts"], ["a.md", "x/drafts/d.md", "x/f.draft.md"]],
    ["a folder with a dot before it", ["./drafts"], ["a.md", "x/drafts/d.md", "x/f.draft.md"]],
    ["all that is in a folder", ["drafts/**"], ["a.md", "x/drafts/d.md", "x/f.draft.md"]],
    ["a folder at any depth", ["**/drafts"], ["a.md", "x/f.draft.md"]],
    [
      "files by a part of their names",
      ["**/*.draft.md"],
      ["a.md", "drafts/b.md", "drafts/deep/c.md", "x/drafts/d.md"],
    ],
    [
      "only the top's files with a single star",
      ["*.md"],
      ["drafts/b.md", "drafts/deep/c.md", "x/drafts/d.md", "x/f.draft.md"],
    ],
    ["what any of several names", ["a.md", "x"], ["drafts/b.md", "drafts/deep/c.md"]],
    [
      "nothing where it names nothing",
      ["/", "./"],
      ["a.md", "drafts/b.md", "drafts/deep/c.md", "x/drafts/d.md", "x/f.draft.md"],
    ],
  ])("%s", async (_, globs, paths) => {
    expect((await found(folderWith(...files), ...globs)).paths.toSorted()).toEqual(paths);
  });

  test("a place once, which is said", async () => {
    expect((await found(folderWith("drafts/a.md", "drafts/b.md"), "drafts")).skipped).toEqual({
      drafts: "ignored",
    });
  });
});
