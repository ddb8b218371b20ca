import { renameSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ProblemError } from "../../src/problems/index.ts";
import { bodyOf, emptyFolder, readOne, readPaths, story, write } from "./support.ts";

/** Reads a story's head, lets something happen to its file, and reads its body. */
function bodyAfter(happening: (path: string) => void, text: string | Uint8Array = story()): string {
  const folder = emptyFolder();
  const path = join(folder, "a.md");
  write(folder, { "a.md": text });
  try {
    return bodyOf(folder, "a.md", () => happening(path));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, place }) => `${place?.file} ${code}`).join();
  }
}

const nothing = (): void => {};

test("a body is what stands behind the head, byte for byte", () => {
  const body = "\n  Text — з літерами.\r\n\r\n---\nmore\n";
  expect(bodyAfter(nothing, story("", body))).toBe(body);
  expect(bodyAfter(nothing, story("", ""))).toBe("");
});

test("a body that is not UTF-8 costs the article", () => {
  const text = Buffer.concat([Buffer.from(story("", "")), Buffer.from("caf\xE9", "latin1")]);
  expect(bodyAfter(nothing, text)).toBe("a.md not-utf8");
});

test("a body of more than 2 MB costs the article, unread", () => {
  const long = (size: number) => story("", "a".repeat(size));
  expect(bodyAfter(nothing, long(2 * 1024 * 1024 + 1))).toBe("a.md body-too-large");
  expect(bodyAfter(nothing, long(3 * 1024 * 1024))).toBe("a.md body-too-large");
  expect(bodyAfter((path) => truncateSync(path, 3 * 1024 * 1024))).toBe("a.md file-changed");
  expect(bodyAfter(nothing, long(2 * 1024 * 1024))).toHaveLength(2 * 1024 * 1024);
});

test("a file that changed since its head was read is no reason to crash", () => {
  expect(bodyAfter(unlinkSync)).toBe("a.md file-unreadable");
  expect(bodyAfter((path) => writeFileSync(path, ""))).toBe("a.md file-changed");
  const swap = (path: string) => {
    unlinkSync(path);
    symlinkSync("/dev/zero", path);
  };
  expect(bodyAfter(swap)).toBe("a.md file-unreadable");
});

test("a body is never that of another version than the head", () => {
  expect(bodyAfter((path) => writeFileSync(path, story("draft: true", "Secret.\n")))).toBe(
    "a.md file-changed",
  );
  const replace = (path: string) => {
    writeFileSync(`${path}.new`, story("", "Other\n"));
    renameSync(`${path}.new`, path);
  };
  expect(bodyAfter(replace)).toBe("a.md file-changed");
});

test("the body's first heading stands in for a missing title, and only the first line", () => {
  const untitled = (body: string) =>
    readPaths(...one(`---\ndate: 2025-02-23\n---\n${body}`)).articles[0]?.title;
  expect(untitled("# A bridge\n\nText.\n")).toBe("A bridge");
  expect(untitled("\n\n#   A bridge  ##  \n")).toBe("A bridge");
  expect(untitled("Text.\n\n# A bridge\n")).toBeUndefined();
  expect(untitled("## A bridge\n")).toBeUndefined();
  expect(untitled("#tag\n")).toBeUndefined();
});

function one(text: string): [string, readonly string[]] {
  const folder = emptyFolder();
  write(folder, { "a.md": text });
  return [folder, ["a.md"]];
}

test("links are where the subject was found, and related pages", () => {
  const { article, places } = readOne(
    story(
      "via: https://x.example/\nrelated:\n  - https://y.example/\n  - {title: Z, url: https://z.example/}\n  - url: here\n",
    ),
  );
  expect(article.links).toEqual([
    { rel: "via", url: "https://x.example/" },
    { rel: "related", url: "https://y.example/" },
    { rel: "related", url: "https://z.example/", title: "Z" },
  ]);
  expect(places).toEqual(["story.md:5:1 field-url"]);
});

test("a source is a title and an address, or an address alone", () => {
  const url = "https://agency.example/feed";
  expect(readOne(story(`source: {title: Agency, url: "${url}"}`)).article.origin).toEqual({
    title: "Agency",
    url,
  });
  expect(readOne(story(`source: ${url}`)).article.origin).toEqual({ title: "agency.example", url });
});

test("a credit is a name, with or without an address", () => {
  expect(readOne(story("agency: Agency")).article.credit).toEqual({ name: "Agency" });
  const mapped = readOne(story('credit: {name: Agency, url: "https://agency.example/"}')).article.credit;
  expect(mapped).toEqual({ name: "Agency", url: "https://agency.example/" });
});

test("a quoted text may go on at the left margin, as YAML 1.1's readers let it", () => {
  const { article } = readOne(`---\ntitle: "A long\ntitle"\nsummary: 'It''s\nopen'\ndate: 2025-02-23\n---\n`);
  expect(article).toMatchObject({ title: "A long title", summary: "It's open" });
});
