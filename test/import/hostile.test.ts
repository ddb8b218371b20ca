import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../cli/support.ts";
import { importing, item, rss } from "./support.ts";

describe("a hostile source", () => {
  it("expands no entities of its own, and fetches none", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
      <!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss version="2.0"><channel><title>T</title><link>https://daily.example/</link>${item("<description>&b; &x;</description>")}</channel></rss>`;
    const { articles, err } = await importing(bomb);
    expect([...articles.values()][0]?.body).toBe("&amp;b; &amp;x;");
    expect(err).toContain("the markup is not well-formed: undefined entity");
  });

  it("gets into no path", async () => {
    const names = [
      "../../../../tmp/x",
      "..",
      ".",
      "/etc/passwd",
      "C:\\\\x",
      "con",
      "index",
      "a/b/c",
      "%2e%2e%2f%2e%2e",
      "x\u0000y",
      "—",
    ];
    const items = names.map((name, at) => {
      const link = `https://daily.example/${name.replace(/\0/g, "")}`;
      return `<item><title>${at}</title><link>${link}</link><guid isPermaLink="false">${at}</guid><pubDate>2025-02-23</pubDate><description>x</description></item>`;
    });
    const { cwd, articles } = await importing(rss(items.join("\n")));
    expect(articles.size).toBe(names.length);
    expect([...articles.keys()].every((path) => /^2025\/[\p{L}\p{N}-]+\.md$/u.test(path))).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(["articles", "source"]);
    expect(existsSync(join(cwd, "..", "tmp"))).toBe(false);
  });

  it("can't end the front matter, nor add to it", async () => {
    const title = "One\n---\ndraft: true\n...\n--- # {a: *b, !!js x} %YAML ' \" \t: \u2028 \u0085 \\";
    const { articles } = await importing(rss(item("<description>x</description>", `<![CDATA[${title}]]>`)));
    const [only] = [...articles.values()];
    expect(Object.keys(only?.front ?? {})).not.toContain("draft");
    expect(only?.body).toBe("x");
  });

  it("brings no script", async () => {
    const html = `<script>alert(1)</script><p onclick="x()">One <a href="javascript:x()">two</a></p><svg onload=x()></svg><img src=x onerror=x()>`;
    const { articles, err } = await importing(rss(item(`<description><![CDATA[${html}]]></description>`)));
    const [only] = [...articles.values()];
    expect(only?.body).not.toMatch(/script|onclick|onerror|onload|javascript/);
    expect(err).toContain("1 svg, 1 address that can't be followed");
  });

  it("says what became of frames and forms", async () => {
    const html = '<iframe src="https://video.example/1" title="A film"></iframe><form><input></form>';
    const { articles, err } = await importing(rss(item(`<description><![CDATA[${html}]]></description>`)));
    expect([...articles.values()][0]?.body).toBe("[A film](https://video.example/1)");
    expect(err).toContain("1 iframe (now a link), 1 form");
  });

  it("may have an item that is too large, which costs that item alone", async () => {
    const long = `<description>${"<p>words</p>".repeat(1_600_000)}</description>`;
    const { articles, err, exitCode } = await importing(
      rss(`${item(long, "Long")}${item("<description>x</description>").replaceAll("/one/", "/two/")}`),
    );
    expect(articles.size).toBe(1);
    expect(err).toContain("[import-item-too-large]");
    expect(exitCode).toBe(1);
  });

  it("may nest deeper than any story", async () => {
    const xml = `${"<a>".repeat(400)}${"</a>".repeat(400)}`;
    const html = `<![CDATA[${"<div><section>".repeat(400)}x]]>`;
    const two = item(`<description>${html}</description>`).replaceAll("/one/", "/two/");
    const { articles, err, exitCode } = await importing(
      rss(
        `${item(`<description>${xml}</description>`)}${two}${item("<description>x</description>").replaceAll("/one/", "/three/")}`,
      ),
    );
    expect(articles.size).toBe(1);
    expect(err).toContain("[import-item-too-large]");
    expect(err).toContain("its elements nest too deep");
    expect(exitCode).toBe(1);
  });

  it("may hold an article that no build would take", async () => {
    const { articles, err } = await importing(
      rss(item(`<description><![CDATA[<p>${"long ".repeat(450_000)}</p>]]></description>`)),
    );
    expect(articles.size).toBe(0);
    expect(err).toContain("[import-too-long]");
  });

  it("may hold an article that a build refuses, and is told why", async () => {
    const source = rss(item(`<description><![CDATA[${"<p>*_[`</p>".repeat(20_000)}]]></description>`));
    const { articles, err, exitCode } = await importing(source);
    expect(articles.size).toBe(0);
    expect(err).toContain("more than 80000 signs of Markdown and HTML [import-unrenderable]");
    expect(exitCode).toBe(2);
    const cwd = folder({
      "feedwright.yaml": "site: { title: T, url: https://daily.example/ }\nlimits: { markup: 900000 }\n",
    });
    expect(await importing(source, [], cwd)).toMatchObject({ err: "", exitCode: 0 });
  });

  it("may have longer lists than a build takes: the rest is left out, and told", async () => {
    const tags = Array.from({ length: 600 }, (_, at) => `<category>t${at}</category>`).join("");
    const { articles, err } = await importing(rss(item(`${tags}<description>x</description>`)));
    expect([...articles.values()][0]?.front.tags).toHaveLength(500);
    expect(err).toContain("all tags after the first 500 [import-left-out]");
  });

  it("may be nothing but elements in each other", async () => {
    const { err, exitCode } = await importing(`<rss version="2.0"><channel>${"<item>".repeat(20_000)}`);
    expect(err).toMatch(/source:1:\d+: error: elements stand more than 10,000 deep .* \[import-too-deep\]/);
    expect(exitCode).toBe(2);
    const siblings = `${item("<description>x</description>")}${"<x></x>".repeat(20_000)}`;
    expect(await importing(rss(siblings))).toMatchObject({ err: "", exitCode: 0 });
  });

  it("can't steer the terminal", async () => {
    const { out, err } = await importing(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1",
        title: "\u001b[31mT\u0007",
        items: [{ id: "\u001b]0;x\u0007", date_published: "\u001b[2J" }, { id: "\u001b]0;x\u0007" }],
      }),
      ["--verbose"],
    );
    expect(out + err).not.toMatch(/[\u001b\u0007]/);
  });
});

describe("broken XML", () => {
  it("is read as far as it can be, with the place of what is wrong", async () => {
    const source = rss(
      `${item("<description>a & b <i>c</description>")}\n${item("<description>x</description>").replaceAll("/one/", "/two/")}`,
    );
    const { articles, err, exitCode } = await importing(source);
    expect(articles.size).toBeGreaterThan(0);
    expect(err).toMatch(/source:7: warning: the markup is not well-formed/);
    expect(exitCode).toBeLessThan(2);
  });

  it("that ends in the middle keeps what came before", async () => {
    const whole = rss(
      `${item("<description>x</description>")}${item("<description>y").replaceAll("/one/", "/two/")}`,
    );
    const { articles, err, exitCode } = await importing(whole.slice(0, whole.indexOf("<description>y") + 14));
    expect(articles.size).toBe(1);
    expect(err).toContain("[import-cut]");
    expect(exitCode).toBe(1);
  });

  it("may have blank lines before its declaration", async () => {
    expect(await importing(`\n\n${rss(item("<description>x</description>"))}`)).toMatchObject({
      exitCode: 0,
      err: "",
    });
  });
});

describe("an encoding", () => {
  const source = (encoding: string) =>
    rss(item("<description>Ґанок — naïve</description>", "Café")).replace("UTF-8", encoding);
  const article = { front: { title: "Café" }, body: "Ґанок — naïve" };
  const swapped = (text: string) => Buffer.from(text, "utf16le").swap16();

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${source("utf-8")}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${source("UTF-16")}`, "utf16le")],
    ["UTF-16, big end first", swapped(`\ufeff${source("UTF-16")}`)],
    ["UTF-16 without a mark", Buffer.from(source("UTF-16"), "utf16le")],
    ["UTF-16 without a mark, big end first", swapped(source("UTF-16"))],
    ["UTF-8 that says to be UTF-16", Buffer.from(source("UTF-16"))],
  ])("is read: %s", async (_, bytes) => {
    const { articles, err } = await importing(bytes);
    expect([...articles.values()][0]).toMatchObject(article);
    expect(err).toBe("");
  });

  it.each([
    ["ISO-8859-1", "caf\xe9 \x93x\x94", "café “x”"],
    ["windows-1251", "\xca\xe8\xbf\xe2", "Київ"],
    ["koi8-u", "\xeb\xc9\xa7\xd7", "Київ"],
  ])("%s is what it declares", async (encoding, bytes, title) => {
    const text = rss(item("<description>x</description>", bytes)).replace("UTF-8", encoding);
    const { articles } = await importing(Buffer.from(text, "latin1"));
    expect([...articles.values()][0]?.front.title).toBe(title);
  });

  it("that isn't the declared one is told, and what can be read is kept", async () => {
    const { articles, err } = await importing(
      Buffer.from(rss(item("<description>x</description>", "caf\xe9")), "latin1"),
    );
    expect([...articles.values()][0]?.front.title).toBe("caf\ufffd");
    expect(err).toContain("[import-encoding]");
  });

  it("that nobody knows is an error", async () => {
    const { err, exitCode } = await importing(source("klingon-1"));
    expect(err).toContain("`klingon-1`, which isn't known");
    expect(exitCode).toBe(2);
  });
});

describe("what is no source", () => {
  it.each([
    ["nothing", "", "import-format-unknown"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "import-format-unknown"],
    ["other JSON", '{"a": 1}', "import-format-unknown"],
    ["a comment alone", "<!-- x -->", "import-format-unknown"],
    ["JSON that ends early", '{"version": "https://jsonfeed.org/version/1.1",\n "items": [', "import-json"],
    ["a feed without items", '{"version": "https://jsonfeed.org/version/1.1"}', "import-json"],
    ["half an archive", Buffer.from("504b0304aaaa", "hex"), "import-archive"],
  ])("is refused: %s", async (_, source, code) => {
    const { err, exitCode, articles } = await importing(source);
    expect(err).toContain(`[${code}]`);
    expect(exitCode).toBe(2);
    expect(articles.size).toBe(0);
  });

  it("is told with line and column, if it is JSON", async () => {
    const { err } = await importing('{"version": "https://jsonfeed.org/version/1.1",\n "items": [x]}');
    expect(err).toMatch(/source:2:12: error: this can't be read as JSON/);
  });

  it("is a feed without articles, which is told", async () => {
    expect(await importing(rss(""))).toMatchObject({ exitCode: 0 });
    expect((await importing(rss(""))).err).toContain("[import-empty]");
  });
});
