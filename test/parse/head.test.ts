import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyOf, emptyFolder, readPaths, refusalsOf, story, write } from "./support.ts";

/** The article's title and body. */
function cut(text: string | Uint8Array, path = "2025-02-23-story.md") {
  const folder = emptyFolder();
  write(folder, { [path]: text });
  const { articles, places } = readPaths(folder, [path]);
  const [article] = articles;
  if (article === undefined) throw new Error(places.join(", "));
  return { title: article.title, body: bodyOf(folder, path) };
}

const yaml = "---\ntitle: A\ndate: 2025-02-23\n---\nText.\n";
const expected = { title: "A", body: "Text.\n" };

describe("front matter is found", () => {
  test.each([
    ["between --- lines", yaml],
    ["behind a byte order mark", `\uFEFF${yaml}`],
    ["behind blank lines", `\n \t\n\r\n${yaml}`],
    ["behind a byte order mark and blank lines", `\uFEFF\n\n${yaml}`],
    ["between fences with trailing blanks", "---  \ntitle: A\ndate: 2025-02-23\n--- \t\nText.\n"],
    ["closed by dots, as in a YAML document", "---\ntitle: A\ndate: 2025-02-23\n...\nText.\n"],
    ["between ---yaml and ---", "---yaml\ntitle: A\ndate: 2025-02-23\n---\nText.\n"],
    ["with a blank before the language", "--- YAML\ntitle: A\ndate: 2025-02-23\n---\nText.\n"],
    ["as TOML between +++ lines", '+++\ntitle = "A"\ndate = 2025-02-23\n+++\nText.\n'],
    ["as TOML behind ---toml", '---toml\ntitle = "A"\ndate = 2025-02-23\n---\nText.\n'],
    ["as JSON behind ---json", '---json\n{"title": "A", "date": "2025-02-23"}\n---\nText.\n'],
    ["as a bare JSON object", '{\n  "title": "A",\n  "date": "2025-02-23"\n}\nText.\n'],
    [
      "as a bare JSON object with braces in texts",
      '{"title": "A", "date": "2025-02-23", "x": "}\\"{"}\nText.\n',
    ],
    [
      "as a bare JSON object with objects in it",
      '{"title": "A", "x": {"y": {}}, "date": "2025-02-23"}\nText.\n',
    ],
    ["in header lines up to a blank line", "Title: A\nDate: 2025-02-23\n\nText.\n"],
    ["in header lines up to text", "Title: A\nDate: 2025-02-23\nText.\n"],
    ["in header lines that go on indented", "Title:\n    A\nDate: 2025-02-23\n\nText.\n"],
  ])("%s", (_, text) => {
    const { title, body } = cut(text);
    expect({ title, body: body.trimStart() }).toEqual(expected);
  });

  test("with CRLF, in every language", () => {
    const heads = [
      yaml,
      '+++\ntitle = "A"\ndate = 2025-02-23\n+++\nText.\n',
      '{"title": "A",\n"date": "2025-02-23"}\nText.\n',
      "Title: A\nDate: 2025-02-23\n\nText.\n",
    ];
    for (const head of heads) {
      const { title, body } = cut(head.replaceAll("\n", "\r\n"));
      expect({ title, body: body.trimStart() }).toEqual({ title: "A", body: "Text.\r\n" });
    }
  });

  test("where the file ends with the closing fence", () => {
    expect(cut("---\ntitle: A\ndate: 2025-02-23\n---")).toEqual({ title: "A", body: "" });
    expect(cut('{"title": "A", "date": "2025-02-23"}')).toEqual({ title: "A", body: "" });
    expect(cut("Title: A\nDate: 2025-02-23")).toEqual({ title: "A", body: "" });
  });

  test("once: another in the body is text", () => {
    const body = "---\ntitle: B\ndate: 2026-01-01\n---\n\n```\n---\ndraft: true\n---\n```\n";
    expect(cut(`---\ntitle: A\ndate: 2025-02-23\n---\n${body}`)).toEqual({ title: "A", body });
  });

  test("with lines that only begin with dots", () => {
    const source = '---\nsummary: "one\n...two"\ntitle: A\ndate: 2025-02-23\n---\nText.\n';
    expect(cut(source)).toEqual(expected);
  });

  test("in TOML whose texts hold the other fence", () => {
    const source = '+++\ntitle = "A"\ndate = 2025-02-23\nx = """\n---\n"""\n+++\nText.\n';
    expect(cut(source)).toEqual(expected);
  });

  test("not at all where the file begins with a heading: its name may tell the date", () => {
    expect(cut("# A *fine* day #\n\nText.\n", "2025-02-23-a.md")).toEqual({
      title: "A *fine* day",
      body: "# A *fine* day #\n\nText.\n",
    });
  });

  test("and what it leaves of a header line's value is one text", () => {
    expect(cut("Title: A\n  long\n\ttitle\nDate: 2025-02-23\n\nText.\n").title).toBe("A long title");
  });
});

describe("front matter is refused, with its place", () => {
  test.each([
    ["an empty file", "", "1:1 head-missing"],
    ["a file of blanks", " \n\n ", "3:1 head-missing"],
    ["text alone", "Once upon a time.\n", "1:1 head-missing"],
    ["text that begins with a colon line", "Note: this is text.\n\nMore.\n", "1:1 head-missing"],
    ["a single long line", `${"x".repeat(9000)}`, "1:1 head-missing"],
    ["a rule of five hyphens", "-----\ntext\n", "1:1 head-missing"],
    ["a brace that opens no object", "{{ template }}\n", "1:1 head-missing"],
    ["no closing fence", "\n---\ntitle: A\n", "2:1 head-unclosed"],
    ["an opening fence alone", "---", "1:1 head-unclosed"],
    ["no closing fence in TOML", "+++\ntitle = 'A'\n---\n", "1:1 head-unclosed"],
    ["an object that never closes", '{"title": "A"\n\nText.\n', "1:1 head-unclosed"],
    ["a closing fence of four hyphens", "---\ntitle: A\n----\nText.\n", "3:1 head-fence"],
    ["a closing fence with text behind it", "\n---\ntitle: A\n--- end\nText.\n", "4:1 head-fence"],
    ["only fences", "---\n---\n", "2:1 field-missing"],
    ["only a comment", "---\n# nothing\n---\n", "2:1 field-missing"],
    ["a list", "---\n- a\n---\n", "2:undefined head-shape"],
    ["a text", "---\njust text\n---\n", "2:undefined head-shape"],
    ["an array in JSON", "---json\n[1]\n---\n", "2:undefined head-shape"],
  ])("%s", (_, text, first) => {
    expect(refusalsOf(text)[0]).toBe(first);
  });

  test.each([
    "js",
    "javascript",
    "coffee",
    "coffeescript",
    "cson",
    "constructor",
    "__proto__",
    "toString",
    "ts",
  ])("---%s, and nothing runs", (name) => {
    const text = `---${name}\nthrow globalThis.ran = true, {title: "A", date: "2025-02-23"}\n---\nText.\n`;
    expect(refusalsOf(text)).toEqual(["1:1 head-language"]);
    expect("ran" in globalThis).toBe(false);
  });

  test("YAML, TOML and JSON that can't be read, at the line and column of the fault", () => {
    expect(refusalsOf('---\ntitle: A\ntags: ["a"\ndate: x\n---\n')[0]).toMatch(/^4:\d+ head-syntax$/);
    expect(refusalsOf("---\ntitle: A: B\n---\n")[0]).toMatch(/^2:\d+ head-syntax$/);
    expect(refusalsOf('\n+++\ntitle = "A"\ndate = \n+++\n')[0]).toMatch(/^4:\d+ head-syntax$/);
    expect(refusalsOf('{\n  "title": "A",\n  "date" 5\n}\n')).toEqual(["3:10 head-syntax"]);
    for (const wrong of ["nope", "'x'", "@x", "tru", "]"])
      expect(refusalsOf(`{\n  "title": "A",\n  "date": ${wrong}\n}\n`)).toEqual(["3:11 head-syntax"]);
    expect(refusalsOf('---json\n{\n  "title": "A",\n  "date" 5\n}\n---\n')).toEqual(["4:10 head-syntax"]);
  });

  test("a key twice, at the second one", () => {
    expect(refusalsOf("---\ntitle: A\ndate: 2025-02-23\ntitle: B\n---\n")[0]).toMatch(/^4:1 head-syntax$/);
  });

  test("UTF-16 and other text that is not UTF-8", () => {
    expect(refusalsOf(Buffer.from(`\uFEFF${yaml}`, "utf16le"))).toEqual(["1:1 not-utf8"]);
    expect(refusalsOf(Buffer.from(`\uFEFF${yaml}`, "utf16le").swap16())).toEqual(["1:1 not-utf8"]);
    expect(refusalsOf(Buffer.from("---\ntitle: caf\xE9\n---\n", "latin1"))).toEqual(["1:1 not-utf8"]);
    expect(refusalsOf(Buffer.from("Title: caf\xE9\n\nText\n", "latin1"))).toEqual(["1:1 not-utf8"]);
  });

  test("a head of more than 256 kB, whatever it is written in", () => {
    const filling = "x".repeat(300_000);
    const heads = [`---\nx: ${filling}\n---\n`, `+++\nx = "${filling}"\n+++\n`, `{"x": "${filling}"}`];
    for (const head of heads) expect(refusalsOf(head)).toEqual(["undefined:undefined head-too-large"]);
  });

  test("an object with an endless text of quotes, without searching it over and over", () => {
    expect(refusalsOf(`{"${'\\"'.repeat(120_000)}`)).toEqual(["1:1 head-unclosed"]);
    expect(refusalsOf(`{"${'\\"'.repeat(120_000)}\\`)).toEqual(["1:1 head-unclosed"]);
  });
});

describe("what is no regular file is not read", () => {
  const text = story();

  test("a FIFO, a folder, a link and nothing at all cost their own place only", () => {
    const folder = emptyFolder();
    write(folder, { "good.md": text });
    mkdirSync(join(folder, "folder.md"));
    execFileSync("mkfifo", [join(folder, "fifo.md")]);
    symlinkSync(join(folder, "good.md"), join(folder, "link.md"));
    const { articles, places } = readPaths(folder, ["fifo.md", "folder.md", "good.md", "gone.md", "link.md"]);
    expect(articles.map(({ file }) => file)).toEqual(["good.md"]);
    expect(places).toEqual(
      ["fifo", "folder", "gone", "link"].map((name) => `${name}.md:undefined:undefined file-unreadable`),
    );
  });
});

/** Any place in a head that the reader's pieces of 4, 16 and 64 kB may cut. */
const around = fc
  .tuple(fc.constantFrom(4096, 16_384, 65_536), fc.integer({ min: -60, max: 60 }))
  .map(([edge, off]) => edge + off);

const tail = "Text of the body — з літерами.\n";
const forms: readonly (readonly [string, (filling: string) => string])[] = [
  ["YAML", (x) => `---\ntitle: Ґ\nx: "${x}"\ndate: 2025-02-23\n---\n${tail}`],
  ["YAML closed by dots", (x) => `---\ntitle: Ґ\ndate: 2025-02-23\nx: "${x}"\n...\n${tail}`],
  [
    "YAML with a line that begins with dots",
    (x) => `---\nx: "${x}\n...more"\ntitle: Ґ\ndate: 2025-02-23\n---\n${tail}`,
  ],
  ["TOML", (x) => `+++\nx = "${x}"\ntitle = "Ґ"\ndate = 2025-02-23\n+++\n${tail}`],
  ["JSON", (x) => `{"x": "${x}",\n"title": "Ґ", "date": "2025-02-23"} left out\n${tail}`],
  ["header lines", (x) => `Title: Ґ\nX: ${x}\nDate: 2025-02-23\nSummary: S\n  more\n\n${tail}`],
  ["blank lines first", (x) => `${"\n".repeat(x.length)}---\ntitle: Ґ\ndate: 2025-02-23\n---\n${tail}`],
  ["a heading", (x) => `${" \n".repeat(x.length / 2)}# Ґ\n\n${tail}`],
];

describe("wherever the reader's first pieces end, the article is the same", () => {
  test.each(forms)("%s", (_, form) => {
    const plain = cut(form("x"));
    fc.assert(
      fc.property(around, fc.constantFrom("x", "ї"), (length, letter) => {
        const { title, body } = cut(form(letter.repeat(length / Buffer.byteLength(letter))));
        expect(title).toBe("Ґ");
        expect(body.trimStart()).toBe(plain.body.trimStart());
      }),
      { numRuns: 150 },
    );
  });

  test("and what stands behind the cut is not lost", () => {
    fc.assert(
      fc.property(around, (length) => {
        const folder = emptyFolder();
        write(folder, {
          "a.md": `Title: A\nX: ${"x".repeat(length)}\nDate: 2025-02-23\nSummary: S\n  more\n\nText.\n`,
        });
        expect(readPaths(folder, ["a.md"]).articles[0]?.summary).toBe("S more");
      }),
      { numRuns: 150 },
    );
  });
});
