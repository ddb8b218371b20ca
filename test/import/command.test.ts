import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontMatterText } from "../../src/import/write/frontMatter.ts";
import { cutHead } from "../../src/parse/fence.ts";
import { readFrontMatter } from "../../src/parse/frontMatter.ts";
import { folder, run, site } from "../cli/support.ts";
import { articlesIn, imported, importing, item, rss } from "./support.ts";

const words = "<description>Words.</description>";
const two = item(words, "Two").replaceAll("/one/", "/two/");

describe("feedwright import", () => {
  it("says what became of the articles", async () => {
    const { out, err, exitCode } = await importing(rss(`${item(words)}${two}`));
    expect({ out, err, exitCode }).toEqual({
      out: "2 articles from an RSS feed, “The Daily”: 2 new\n",
      err: "",
      exitCode: 0,
    });
  });

  it("--dry-run says the same and writes nothing, --verbose names each file", async () => {
    const same = item(words).replace("<guid>", '<guid isPermaLink="false">x').replaceAll("/one/", "/3/one/");
    const { cwd, out } = await importing(rss(`${item(words)}${same}`), ["--dry-run", "--verbose"]);
    expect(out).toBe(`new        articles/2025/one.md
new        articles/2025/one-2.md
2 articles from an RSS feed, “The Daily”: 2 new
dry run: nothing was written
`);
    expect(readdirSync(cwd)).toEqual(["source"]);
  });

  it("--json says it to machines", async () => {
    const { out } = await importing(rss(item(words), "<language>en</language>"), ["--json"]);
    expect(JSON.parse(out)).toEqual({
      exitCode: 0,
      dryRun: false,
      format: "rss",
      source: { title: "The Daily", url: "https://daily.example/", language: "en" },
      files: [{ path: "articles/2025/one.md", state: "new", id: "https://daily.example/one/" }],
      leftOut: 0,
      passedOver: {},
      media: 0,
      problems: [],
    });
  });

  it("again changes nothing; --force writes over what differs, and nothing else is ever written over", async () => {
    const source = rss(`${item(words)}${two}`);
    const { cwd } = await importing(source);
    const [one, other] = ["2025/one.md", "2025/two.md"].map((path) => join(cwd, "articles", path)) as [
      string,
      string,
    ];
    expect((await importing(source, [], cwd)).out).toContain(": 2 unchanged");

    writeFileSync(one, readFileSync(one, "utf8").replace("Words.", "Edited."));
    const differing = await importing(source, [], cwd);
    expect(differing).toMatchObject({ exitCode: 1 });
    expect(differing.out).toContain(
      "2 articles from an RSS feed, “The Daily”: 1 unchanged, 1 differs\n1 article left out",
    );
    expect(differing.err).toContain(
      "articles/2025/one.md: error: this article is there already, and differs",
    );
    expect(readFileSync(one, "utf8")).toContain("Edited.");

    expect((await importing(source, ["--force"], cwd)).out).toContain(": 1 replaced, 1 unchanged");
    expect(readFileSync(one, "utf8")).toContain("Words.");
    expect(existsSync(other)).toBe(true);
  });

  it("finds an article by its id wherever it was moved to, and leaves others' files alone", async () => {
    const cwd = folder({
      "articles/2025/two.md": "---\ntitle: Mine\ndate: 2025-01-01\n---\n\nMine.\n",
      "articles/x.md": "no head",
    });
    const source = rss(`${item(words)}${two}`);
    await importing(source, [], cwd);
    expect(readFileSync(join(cwd, "articles/2025/two.md"), "utf8")).toContain("Mine.");
    expect(existsSync(join(cwd, "articles/2025/two-2.md"))).toBe(true);
    mkdirSync(join(cwd, "articles/moved"));
    writeFileSync(join(cwd, "articles/moved/a.md"), readFileSync(join(cwd, "articles/2025/one.md")));
    rmSync(join(cwd, "articles/2025/one.md"));
    expect((await importing(source, ["--force"], cwd)).out).toContain(": 2 unchanged");
  });

  it("knows an article without an id by its name and text", async () => {
    const source = rss(
      "<item><title>One</title><pubDate>2025-02-23</pubDate><description>x</description></item>",
    );
    const { cwd } = await importing(source);
    expect((await importing(source, [], cwd)).out).toContain(": 1 unchanged");
    expect((await importing(source.replace(">x<", ">y<"), [], cwd)).articles.size).toBe(2);
  });

  it("reads what comes in by a pipe", async () => {
    const cwd = folder();
    const stdin = Readable.from([Buffer.from(rss(item(words)))]);
    expect(await run(["import", "-", "--into", "elsewhere"], { cwd, stdin })).toMatchObject({
      exitCode: 0,
      err: "",
    });
    expect([...articlesIn(join(cwd, "elsewhere")).keys()]).toEqual(["2025/one.md"]);
  });

  it("a pipe that breaks is an error", async () => {
    const stdin = Readable.from(
      (async function* () {
        yield Buffer.from("<rss");
        throw new Error("broken");
      })(),
    );
    expect(await run(["import", "-"], { cwd: folder(), stdin })).toMatchObject({ exitCode: 2 });
  });

  it.each([
    [[], "import-source-missing"],
    [["nowhere.xml"], "import-unreadable"],
    [["-"], "import-unreadable"],
    [["."], "import-format-unknown"],
    [["source", "more"], "word-unexpected"],
    [["source", "--format", "rss3"], "flag-value"],
    [["source", "--site", "daily.example"], "flag-value"],
    [["source", "--site", "https://daily.example/?a"], "flag-value"],
  ])("refuses %s", async (argv, code) => {
    const cwd = folder({ source: rss(item(words)) });
    const { err, exitCode } = await run(["import", ...argv], { cwd });
    expect(err).toContain(`[${code}]`);
    expect(exitCode).toBe(2);
  });

  it("--format says what a source is", async () => {
    const paragraph = "<b> is what this long paragraph begins with, and it goes on until it has an end.";
    const text = `<Markup>\n\nA headline about tags\n\n${paragraph}\n\n${paragraph}`;
    const { articles } = await importing(text, ["--format", "text"]);
    const [only] = [...articles.values()];
    expect(only?.front).toMatchObject({ topic: "<Markup>", title: "A headline about tags" });
    expect(only?.body).toContain("&lt;b> is what");
  });

  it("a folder that can't be written to is an error", async () => {
    const cwd = folder({ "articles/2025": "a file", source: rss(item(words)) });
    const { err, exitCode } = await run(["import", "source"], { cwd });
    expect(err).toContain("[import-unwritable]");
    expect(exitCode).toBe(2);
  });

  it("a configuration that is wrong is an error", async () => {
    const cwd = folder({ "feedwright.yaml": "site: 7", source: rss(item(words)) });
    expect(await run(["import", "source"], { cwd })).toMatchObject({ exitCode: 2 });
  });
});

describe("an article's address", () => {
  const configured = (more = "") => folder({ "feedwright.yaml": site + more });

  it("on the configured site is its path; on another, where the piece was first", async () => {
    const source = rss(`${item(words)}${two.replaceAll("daily.example", "other.example")}`);
    const { articles } = await importing(source, [], configured("content: articles\n"));
    expect(articles.get("2025/one.md")?.front).toMatchObject({ permalink: "/one/" });
    expect(articles.get("2025/two.md")?.front).toMatchObject({ canonical: "https://other.example/two/" });
    expect(articles.get("2025/two.md")?.front).not.toHaveProperty("permalink");
  });

  it("keeps its path where its site moves", async () => {
    const source = rss(item(words).replaceAll("daily.example", "old.example/blog"));
    const { articles } = await importing(source, ["--site", "https://old.example/blog"], configured());
    expect(articles.get("2025/one.md")?.front).toMatchObject({
      id: "https://old.example/blog/one/",
      permalink: "/one/",
    });
  });

  it("beside the configured path is whole", async () => {
    const cwd = folder({ "feedwright.yaml": "site: { title: T, url: https://daily.example/news/ }" });
    const { articles } = await importing(rss(item(words)), [], cwd);
    expect(articles.get("2025/one.md")?.front).toMatchObject({ permalink: "https://daily.example/one/" });
  });

  it("that two articles have is the first one's", async () => {
    const second = item(words, "Two").replace("<guid>", '<guid isPermaLink="false">x');
    const { articles, err } = await importing(rss(`${item(words)}${second}`));
    expect([...articles.values()].filter(({ front }) => "permalink" in front)).toHaveLength(1);
    expect(err).toContain("[import-address-twice]");
  });

  it("that a build would refuse is none", async () => {
    for (const link of [
      "https://me:x@daily.example/one/",
      "https://daily.example/:one/",
      "https://daily.example/one?a={{x}}",
      "mailto:x@daily.example",
    ]) {
      const { front } = await imported(
        rss(
          `<item><title>One</title><link>${link}</link><pubDate>2025-02-23</pubDate><description>x</description></item>`,
        ),
      );
      expect(front).not.toHaveProperty("permalink");
    }
  });

  it("is built as it was", async () => {
    const { cwd } = await importing(rss(`${item(words)}${two}`), [], configured());
    expect(await run(["build"], { cwd })).toMatchObject({ exitCode: 0, err: "" });
    const { items } = JSON.parse(readFileSync(join(cwd, "dist/feed.json"), "utf8"));
    expect(items.map(({ url }: { url: string }) => url).sort()).toEqual([
      "https://daily.example/one/",
      "https://daily.example/two/",
    ]);
  });
});

describe("front matter", () => {
  const plain = fc.string({ unit: "grapheme", maxLength: 30 });
  const text = fc.oneof(
    plain,
    fc.constantFrom(
      "---",
      "\n---\n",
      "...",
      "true",
      "null",
      "~",
      "007",
      "2025-02-23",
      "- a",
      "a: b",
      "# x",
      "@x",
      "`x`",
      "'\"",
      "\u0085\u2028",
      "!!js",
      "*a &b",
      "{a}",
      "[b]",
      "|",
      ">",
      "%",
      "a\tb",
      " x ",
      "x\n\ny\n",
    ),
  );

  it("reads back as what was written, whatever that is", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("title", "id", "summary", "extra"),
          fc.oneof(
            text,
            fc.array(text, { minLength: 1, maxLength: 3 }),
            fc.dictionary(plain, text, { minKeys: 1, maxKeys: 3 }),
          ),
        ),
        (given) => {
          const said = Object.entries(given).filter(([, value]) => value !== "");
          const file = Buffer.from(`${frontMatterText(given)}\nbody`);
          const head = cutHead(file, true, "a.md");
          if (head === undefined) throw new Error("no head");
          expect(JSON.stringify(readFrontMatter(head, "a.md"))).toBe(
            JSON.stringify(Object.fromEntries(said)),
          );
          expect(file.subarray(head.bodyOffset).toString()).toBe("\nbody");
        },
      ),
      { numRuns: 500 },
    );
  });
});
