/** Articles that were made to take memory or time: each as large, and with as much markup, as it may be. */
import { usualLimits } from "../limits.ts";

const head = (more = "") => `---\ntitle: Hostile\ndate: 2025-01-01\n${more}---\n`;

/** A little less than what is refused unseen. */
const mostMarkup = usualLimits.markup - 1000;
const mostBody = usualLimits.body - 1000;
const mostHead = usualLimits.head - 1000;

const isSign = (code: number) => code < 0x80 && !/[A-Za-z0-9 ]/.test(String.fromCharCode(code));

function fill(piece: string, size = mostBody): string {
  return piece.repeat(Math.floor(size / Buffer.byteLength(piece)));
}

/** As much of a body as may be rendered. */
function upToTheLimit(body: string): string {
  let signs = 0;
  for (let at = 0; at < body.length; at++)
    if (isSign(body.charCodeAt(at)) && ++signs > mostMarkup) return body.slice(0, at);
  return body;
}

function counted(piece: (index: number) => string, size = mostBody): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const next = piece(index);
    length += Buffer.byteLength(next);
    if (length < size) pieces.push(next);
  }
  return pieces.join("");
}

const body = (text: string) => head() + upToTheLimit(text);
const inHead = (piece: (index: number) => string, before = "", after = "") =>
  head(`${before}${counted(piece, mostHead)}${after}\n`);

/** What a body is filled with, up to the limit. */
const pieces = [
  ...["> ", "- ", "> - ", "- a\n", "- a\n+ b\n", "- [ ] a\n", "> a\nb\n", "a\n: b\n\n", "# a\n", "a\n=\n"],
  ...[
    "*",
    "_a_",
    "a**b",
    "~~a",
    "`",
    "```\n",
    "\\",
    "a\\\n",
    "a  \n",
    "\n",
    "[",
    "[a](",
    "[a](/b) ",
    "[[a]]",
  ],
  ...["![a](https://a.example/b.png) ", "https://a.example/ ", "a@b.c ", "&#", "|"],
  ...[
    "<",
    "<a ",
    "<!--",
    "<p>",
    "<b>a</b>",
    "<br>",
    "<svg><g>",
    "<ul><li>",
    "<iframe src=https://a.example/></iframe>",
  ],
  ...["{% for %}", "{{ a }}", "{{< note >}}", '{{< a b="', ":::note\n", "> [!NOTE]\n> a\n\n", "# a {#b}\n"],
  ...["A paragraph of news. ", "a", "漢", "\u202E"],
];

const tables = {
  "far too many lists": head() + fill("- a\n+ b\n"),
  "a table that is far too large": body(
    `${"|a".repeat(19_000)}|\n${"|-".repeat(19_000)}|\n${"x\n".repeat(100)}`,
  ),
  "a table that is just not too large": body(
    `${"|a".repeat(200)}|\n${"|-".repeat(200)}|\n${"x\n".repeat(490)}`,
  ),
  "a table of many rows": body(`|a|b|\n|-|-|\n${fill("|1|2|\n")}`),
  "a table of HTML": body(`<table>${fill("<td>")}`),
};

const references = {
  "one long address, named again and again": body(
    `[a]: https://a.example/${"b".repeat(1_000_000)}\n\n${"[a] ".repeat(25_000)}`,
  ),
  "one address that grows as it is written": body(
    `[a]: https://a.example/${"&".repeat(40_000)}\n\n${"[a] ".repeat(10_000)}`,
  ),
  "one address that grows, as often as it may": body(
    `[a]: https://a.example/${"&".repeat(39_000)}\n\n${"[a] ".repeat(20)}`,
  ),
  "one address of another script": body(
    `[a]: https://a.example/${"漢".repeat(40_000)}\n\n${"[a] ".repeat(10_000)}`,
  ),
  "one title that grows as it is written": body(
    `[a]: /a '${'"'.repeat(39_000)}'\n\n${"[a] ".repeat(10_000)}`,
  ),
  "one long title, named again and again": body(
    `[a]: /a '${"b".repeat(1_000_000)}'\n\n${"![a] ".repeat(25_000)}`,
  ),
  definitions: body(counted((index) => `[a${index}]: /x${index}\n`)),
  "links to articles": body(counted((index) => `[a](b${index}.md) `)),
  "missing pictures": body(counted((index) => `![](${index}.png) `)),
  "pictures outside": body(counted((index) => `![](../../${index}.png) `)),
  "unusable addresses": body(counted((index) => `[a](javascript:${index}) `)),
  "pictures as data": body(`![](data:image/png;base64,${fill("A")})`),
  "candidates of a picture": body(`<img src="/a" srcset="${fill("/a 1x, ")}">`),
  footnotes: body(counted((index) => `a[^${index}]\n\n[^${index}]: note\n\n`)),
  "notes in notes": body(counted((index) => `[^${index}]: see [^${index + 1}]\n\n`)),
  "one note, named again and again": body(`[^1]: note\n\n${fill("a[^1] ")}`),
  "a template's value, asked for again and again":
    head(`x: ${"a".repeat(900)}\n`) + "{{ x }} ".repeat(13_000),
  "a long title, asked for again and again": `---\ntitle: ${"a".repeat(200_000)}\ndate: 2025-01-01\n---\n${"{{ page.title }} ".repeat(13_000)}`,
};

const nested = {
  "10,000 quotations": body(`${"> ".repeat(10_000)}x`),
  "10,000 lists": body(`${"1. ".repeat(10_000)}x`),
  "10,000 brackets": body("[".repeat(10_000)),
  "10,000 elements": body("<div>".repeat(10_000)),
  "lists that are indented": body(
    Array.from({ length: 1400 }, (_, index) => `${" ".repeat(index)}- a`).join("\n"),
  ),
  "a long text in lists in lists": body(`${"- ".repeat(100)}${fill("a ", 1_000_000)}`),
  "far too many lazy lines in quotations": body(`${">".repeat(90)}a\n${"b b b b b b\n".repeat(50_000)}`),
  "lazy lines in quotations": body(`${">".repeat(40)}a\n${"b b b b b b\n".repeat(23_000)}`),
};

const heads = {
  "a million tags": inHead((index) => `t${index},`, "tags: [", "t]"),
  "a million keys": inHead((index) => `k${index}: v\n`),
  "a million keys in TOML": `+++\ntitle="H"\ndate=2025-01-01\n${counted((index) => `k${index}=1\n`, mostHead)}+++\n`,
  "a million keys in JSON": `{"title":"H","date":"2025-01-01",${counted((index) => `"k${index}":1,`, mostHead)}"z":1}\n`,
  "a million authors": inHead((index) => `A${index}x,`, "authors: [", "z]"),
  "a million corrections": inHead((index) => `- {date: 2025-01-01, note: n${index}}\n`, "corrections:\n"),
  "a million enclosures": inHead((index) => `- ${index}.mp3\n`, "enclosures:\n"),
  "aliases of aliases": head(
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghij"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[index]}`).join(",")}]`).join("\n")}\n`,
  ),
  "a long text a hundred times": head(`a: &a ${"x".repeat(200_000)}\nauthors: [${"*a,".repeat(99)}]\n`),
  "a mapping merged a hundred times": head(
    `a: &a {${counted((index) => `k${index}: v,`, mostHead / 2)}}\n${Array.from({ length: 99 }, (_, index) => `m${index}: {<<: *a}`).join("\n")}\n`,
  ),
  "brackets in YAML": inHead(() => "[", "x: "),
  "brackets in JSON": `{"title":"H","date":"2025-01-01","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}\n`,
  "brackets in TOML": `+++\ntitle="H"\ndate=2025-01-01\nx=${"[".repeat(100_000)}\n+++\n`,
  "a title of marks": `---\ntitle: "${"_a_".repeat(30_000)}"\ndate: 2025-01-01\n---\n`,
  "an unclosed head": `---\n${fill("a: b\n")}`,
  "a head without an end of line": fill("a"),
};

/** Each kind of article, by what it is made of. */
export const hostile: readonly (readonly [name: string, text: string])[] = [
  ...pieces.map((piece) => [`a body of ${JSON.stringify(piece)}`, body(fill(piece))] as const),
  ...Object.entries({ ...tables, ...references, ...nested, ...heads }),
];
