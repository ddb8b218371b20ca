import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";

/** This repository's own pages, as they are committed. */
const root = "dist";
const pages = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(({ name }) => name.endsWith(".html") && name !== "head.html")
  .map((each) => join(each.parentPath, each.name))
  .sort();

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Said in capitals or not, and `<br>` or `<br/>`: a matter of taste.
    "doctype-style": "off",
    "void-style": "off",
    // Spaces in mail addresses and the like are the author's.
    "no-trailing-whitespace": "off",
    // A headline may be long.
    "long-title": "off",
    "no-inline-style": "error",
    // By its hash in the page's policy.
    "require-sri": "off",
  },
});

/** Authors have no pages. */
const elsewhere = /^\/desks\//;

describe.each(pages)("%s", (file) => {
  const html = readFileSync(file, "utf8");

  it("is valid HTML", async () => {
    const { results } = await validator.validateString(html, file);
    const said = results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
    );
    expect(said).toEqual([]);
  });

  it("is under 50 kB, with its style and script", () => {
    expect(html).not.toMatch(/<link rel="stylesheet"|<script src/);
    expect(Buffer.byteLength(html)).toBeLessThan(50_000);
  });

  it("leads within the site only to what is there", () => {
    const base = new URL(file.slice(root.length), "https://feedwright.example/").href;
    const addresses = [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(
      ([, each = ""]) => new URL(each, base),
    );
    const own = addresses.filter(({ origin }) => origin === "https://feedwright.example");
    const paths = own
      .map(({ pathname }) => decodeURIComponent(pathname))
      .filter((path) => !elsewhere.test(path));
    expect(paths.length).toBeGreaterThan(2);
    const found = (path: string) => existsSync(join(root, path.endsWith("/") ? `${path}index.html` : path));
    expect(paths.filter((path) => !found(path))).toEqual([]);
  });
});

it("is a page for each article that is due, and lists", () => {
  expect(pages.filter((each) => /\/20\d\d\//.test(each)).length).toBe(16);
  expect(pages.map((each) => dirname(each))).toEqual(
    expect.arrayContaining(["dist", "dist/feeds", "dist/topics", "dist/topics/volodymyr-zelensky"]),
  );
});
