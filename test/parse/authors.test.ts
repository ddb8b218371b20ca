import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAuthors, withPeople } from "../../src/parse/authors.ts";
import type { Problem } from "../../src/problems/index.ts";
import { emptyFolder, readOne, story, write } from "./support.ts";

/** The byline of a story by `jane`, and what is said, where a folder's list of authors is as given. */
function byline(prepare: (folder: string) => void) {
  const content = emptyFolder();
  prepare(content);
  const problems: Problem[] = [];
  const { article } = readOne(story("authors: [jane]"));
  const place = { content, site: { url: "https://news.example/" }, permalink: "/:path/" };
  const { people } = readAuthors(place, (each) => problems.push(each));
  const named = withPeople(article, people);
  return {
    names: named.authors.map(({ name }) => name),
    said: problems.map(({ code, place: at }) => `${at?.file}:${at?.line ?? ""} ${code}`),
  };
}

const list = (text: string | Uint8Array) => (folder: string) => write(folder, { "authors.yml": text });

test.each([
  ["plain", "jane: {name: Jane Doe}"],
  ["with a byte order mark and CRLF", "\uFEFFjane:\r\n  name: Jane Doe\r\n"],
  ["with anchors", "base: &a {name: Jane Doe}\njane: *a"],
])("a list is read %s", (_, text) => {
  expect(byline(list(text))).toEqual({ names: ["Jane Doe"], said: [] });
});

test.each([
  ["there is none", () => {}, []],
  ["it is empty", list("# nobody yet\n"), []],
  ["it has others", list("john: {name: John}\n"), []],
  ["it is a list of names", list("- jane\n"), ["authors.yml:1 authors-shape"]],
  ["it is too large", list("#".repeat(300_000)), ["authors.yml: authors-unreadable"]],
  [
    "it is in Latin 1",
    list(Buffer.from("jane: {name: Zo\xEB}", "latin1")),
    ["authors.yml: authors-unreadable"],
  ],
  [
    "a folder stands there",
    (at: string) => mkdirSync(join(at, "authors.yml")),
    ["authors.yml: authors-unreadable"],
  ],
  ["a key stands twice", list("jane: {name: A}\njane: {name: B}"), ["authors.yml:2 authors-syntax"]],
  [
    "it blows up",
    list(
      `a: &a [x]\n${[..."bcdefghij"].map((b, i) => `${b}: &${b} [${`*${"abcdefghi"[i]}, `.repeat(9)}]`).join("\n")}`,
    ),
    ["authors.yml:10 authors-syntax"],
  ],
])("the key stays where %s", (_, prepare, said) => {
  expect(byline(prepare)).toEqual({ names: ["jane"], said });
});

test("no link is followed, whether it leads out or not, and no pipe is waited for", () => {
  const outside = emptyFolder();
  write(outside, { "people.yml": "jane: {name: Secret}" });
  const link = byline((folder) => symlinkSync(join(outside, "people.yml"), join(folder, "authors.yml")));
  expect(link).toEqual({ names: ["jane"], said: ["authors.yml: authors-unreadable"] });
  const pipe = byline((folder) => execFileSync("mkfifo", [join(folder, "authors.yml")]));
  expect(pipe).toEqual({ names: ["jane"], said: ["authors.yml: authors-unreadable"] });
});

test("of many that are none, twenty are named", () => {
  const { said } = byline(list("abcdefghijklmnopqrstuvwxyz".replace(/./g, "$&: 1\n")));
  expect(said).toHaveLength(21);
});
