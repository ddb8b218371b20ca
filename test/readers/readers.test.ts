import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { buildArticles, type ReadItem } from "./model.ts";
import { serve } from "./server.ts";
import { missing, python, run } from "./tools.ts";

let items: readonly ReadItem[] = [];
let folder = "";
let site = { url: "", close: () => {} };

beforeAll(async () => {
  ({ folder, items } = await buildArticles());
  site = await serve(folder);
});
afterAll(() => site.close());

const script = (name: string) => join(import.meta.dirname, name);
const seconds = (date: string) => Date.parse(date) / 1000;

describe("the articles, before anyone reads them", () => {
  it("are thirteen, with the founding story among them", () => {
    expect(items).toHaveLength(13);
    expect(items.map(({ id }) => id)).toContain("tag:feedwright.example,2025:zelensky-nato-post");
  });
});

describe.skipIf(missing("feedparser", python, ["-c", "import feedparser"]))("feedparser", () => {
  it.each(["rss.xml", "atom.xml"])("shows every item of %s as it is", async (file) => {
    const seen: unknown = JSON.parse(
      await run(python, [script("read_feedparser.py"), `${site.url}/${file}`]),
    );
    const expected = items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      published: seconds(item.date_published),
      updated: seconds(item.date_modified),
      // Debian's feedparser cuts mail addresses off behind the fourth letter of a top-level domain.
      authors: (file === "rss.xml" ? creators(item) : names(item)).map((name) =>
        expect.stringContaining(name),
      ),
      tags: item.tags,
      content: expect.any(String),
      enclosures: item.attachments.map((each) => [each.url, each.mime_type, each.size_in_bytes]),
    }));
    expect(seen).toEqual({ bozo: false, items: expected });
  });

  it.each(["rss.xml", "atom.xml"])("keeps every word of %s's content", async (file) => {
    const schema = z.object({ items: z.array(z.object({ content: z.string() })) });
    const seen = schema.parse(
      JSON.parse(await run(python, [script("read_feedparser.py"), `${site.url}/${file}`])),
    );
    expect(seen.items.map(({ content }) => words(content))).toEqual(
      items.map((item) => words(item.content_html)),
    );
  });
});

describe.skipIf(missing("sfeed", "sh", ["-c", "command -v sfeed"]))("sfeed", () => {
  it.each(["rss.xml", "atom.xml"])("shows every item of %s as it is", async (file) => {
    const feed = await (await fetch(`${site.url}/${file}`)).text();
    const rows = (await run("sfeed", [], feed))
      .trimEnd()
      .split("\n")
      .map((row) => row.split("\t"));
    const seen = rows.map(([time, title, url, content = "", type, id, author, enclosure]) => {
      return { time, title, url, type, id, author, enclosure, words: words(unescapeTsv(content)) };
    });
    const expected = items.map((item) => ({
      time: String(seconds(item.date_published)),
      title: item.title,
      url: item.url,
      type: "html",
      id: item.id,
      // RSS 2.0 has an author's name behind the mail address, where there is one.
      author: expect.stringContaining((file === "rss.xml" ? creators(item) : names(item))[0] ?? ""),
      enclosure: item.attachments[0]?.url ?? "",
      words: words(item.content_html),
    }));
    expect(seen).toEqual(expected);
  });
});

describe.skipIf(missing("newsboat", "newsboat", ["--version"]))("newsboat", () => {
  it.each(["rss.xml", "atom.xml"])("keeps every item of %s as it is", async (file) => {
    const home = mkdtempSync(join(tmpdir(), "feedwright-newsboat-"));
    writeFileSync(join(home, "urls"), `${site.url}/${file}\n`);
    writeFileSync(join(home, "config"), "");
    const args = [
      "-u",
      join(home, "urls"),
      "-c",
      join(home, "cache"),
      "-C",
      join(home, "config"),
      "-x",
      "reload",
    ];
    await run("newsboat", args, "", { env: { ...process.env, HOME: home, LANG: "C.UTF-8" } });
    const schema = z.array(z.record(z.string(), z.unknown()));
    const seen = schema.parse(
      JSON.parse(await run(python, [script("read_newsboat.py"), join(home, "cache")])),
    );
    const expected = items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      published: seconds(item.date_published),
      // Of RSS newsboat keeps the last creator only; of Atom it joins all names.
      author:
        file === "rss.xml" ? expect.stringContaining(creators(item).at(-1) ?? "") : names(item).join(", "),
      content: expect.any(String),
      enclosure: item.attachments[0]?.url ?? "",
      type: item.attachments[0]?.mime_type ?? "",
    }));
    expect(seen).toEqual(expected);
    expect(seen.map(({ content }) => words(String(content)))).toEqual(
      items.map((item) => words(item.content_html)),
    );
  });
});

describe("JSON Feed", () => {
  it("is served as it was written", async () => {
    const served = await (await fetch(`${site.url}/feed.json`)).text();
    expect(served).toBe(readFileSync(join(folder, "feed.json"), "utf8"));
  });
});

/** As RSS has them: the agency beside the last author. */
function creators(item: ReadItem): string[] {
  const agency = item._feedwright.credit?.name;
  const authors = names(item).filter((name) => name !== agency);
  return agency === undefined ? authors : [...authors.slice(0, -1), `${authors.at(-1)}, ${agency}`];
}

function names(item: ReadItem): string[] {
  return item.authors.map(({ name }) => name);
}

/** A document's words: readers may write tags and spaces their own way. */
function words(html: string): string[] {
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
  return text.split(/\s+/).filter((word) => word !== "");
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  "#39": "'",
  nbsp: " ",
};

function unescapeTsv(text: string): string {
  return text.replaceAll("\\n", "\n").replaceAll("\\t", "\t").replaceAll("\\\\", "\\");
}
