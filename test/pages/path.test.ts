import { join } from "node:path/posix";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Places, pathOfPage } from "../../src/pages/index.ts";

const url = "https://news.example/blog/";
const of = (path: string) => pathOfPage(url + path, url);

describe("a page's path", () => {
  test.each([
    ["", "index.html"],
    ["a/", "a/index.html"],
    ["a", "a.html"],
    ["a.html", "a.html"],
    ["a.htm", "a.htm"],
    ["what-is-node.js", "what-is-node.js.html"],
    ["v1.2/notes/", "v1.2/notes/index.html"],
    ["%D1%81%D0%B2%D1%96%D1%82/", "світ/index.html"],
    ["a%20b/", "a b/index.html"],
  ])("of %s is %s", (address, path) => {
    expect(of(address)).toBe(path);
  });

  test.each([
    ["another site", "https://other.example/a/"],
    ["a folder above", "https://news.example/a/"],
    ["a question", `${url}?p=1`],
    ["a fragment", `${url}a#b`],
    ["dots", `${url}%2E%2E/a/`],
    ["a stroke in a name", `${url}a%2Fb/`],
    ["a backslash", `${url}a%5C..%5Cb/`],
    ["a NUL", `${url}a%00/`],
    ["nothing between strokes", `${url}a//b/`],
    ["what isn't UTF-8", `${url}a%FF/`],
    ["a hidden folder", `${url}.git/hooks/`],
    ["a device", `${url}con/`],
    ["a device with an ending", `${url}nul.txt`],
    ["a dot at a name's end", `${url}a./b/`],
    ["a name too long", `${url}${"a".repeat(300)}/`],
    ["a path too long", `${url}${"abcdefghi/".repeat(120)}`],
    ["a picture as folder", `${url}a.png/b/`],
    ["a page as folder", `${url}a.html/b/`],
  ])("isn't one with %s", (_, address) => {
    expect(pathOfPage(address, url)).toBeUndefined();
  });

  test("stays in its folder, whatever the address is", () => {
    const part = fc.oneof(
      fc.constantFrom("..", ".", "%2e%2e", "%2f", "\\", "%5c", "//", "/", "a", "%00", "C:", "~"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = of(parts.join(""));
        if (path === undefined) return;
        expect(path).toMatch(/\.html?$/i);
        expect(path).not.toMatch(/^\/|\\|\0/);
        expect(join("/out", path).startsWith("/out/")).toBe(true);
        expect(path.split("/").some((name) => name.startsWith(".") || name === "")).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("places", () => {
  test("are one document's each, whatever the letters' case, and no folder's", () => {
    const places = new Places(["rss.xml", "topics/a/rss.xml"]);
    expect(
      ["RSS.xml", "rss.xml/a.html", "topics/a", "Topics", "a/b.html", "a/B.html", "a", "caf\u00e9.html"].map(
        (path) => places.take(path),
      ),
    ).toEqual([false, false, false, false, true, false, false, true]);
    expect(places.take("cafe\u0301.html")).toBe(false);
  });
});
