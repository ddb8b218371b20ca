import assert from "node:assert/strict";
import { onSite, pathAfter, readFileName } from "../../../src/parse/permalink.ts";
import { folderName } from "../../../src/select/folderName.ts";
import type { Target } from "../engine/target.ts";

const sites = ["https://news.example/", "https://news.example/a%20b/c/"];
const date = { year: 2025, month: 2, day: 3, hour: 4, minute: 5, second: 6, millisecond: 7 };

/** A file's name, title, topic, slug and an address's pattern, a line each: what is made of them stays where it belongs. */
export const names: Target = {
  name: "names",
  words:
    `.. . / // \\ % %2e %2F %00 ? # : @ ; & = + ~ ' " < > | * con aux lpt1 NUL _posts _drafts index readme .md .mdx .markdown .uk .zh-Hant
    2025-02-23- 2025/02/23/ - -- _ :path :slug :filename :title :topic :section :year :month :day :nope C++ C# İ ß ﬁ Ａ é Ї 語 👩‍👩‍👧 \u202E \u200B \u0000`
      .split(/\s+/)
      .concat(" ", "\n", "\r", "\t", "\u2028"),
  seeds: () => [
    "science/2025-02-23-a-story.uk.md\nA story's “title”\nScience & more\na-slug\n/:topic/:year/:month/:day/:slug/",
    "_posts/index.md\nЗаголовок\nC++\n\n/:section/:title/:filename.html",
    "a/b/index.md\nA\nB\nx/../y\n/:path/",
    "A b/_posts/C (d).md\nA\nB\n\n/:categories/:sections_lower/:basename_lower/:stem",
  ],
  attempt(input) {
    const [file = "", title = "", topic = "", slug, pattern = "/:path/"] = input.toString().split("\n");
    for (const site of sites) {
      const categories = [topic, title];
      const path = pathAfter(pattern, { file, title, topic, categories, slug, date, siteLanguage: "en" });
      const url = new URL(onSite(site, path));
      assert.equal(url.origin, "https://news.example");
      assert.ok(url.href.startsWith(site), `away from the site: ${url.href}`);
      assert.equal(url.search + url.hash, "");
    }
    assert.ok(!readFileName(file).name.includes("/"));
    for (const term of [title, topic]) {
      const folder = folderName(term);
      assert.match(folder, /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
      assert.ok(Buffer.byteLength(folder) <= 100);
      assert.equal(folderName(term.normalize("NFD")), folder, "the same letters, another folder");
    }
  },
};
