// Writes the generated parts of docs/ from the compiled code: `npm run docs`. With --check it writes
// nothing, and fails where a file is not what the code says.
import { readFileSync, writeFileSync } from "node:fs";
import { namesOf, vocabulary, wordNames } from "../lib/parse/vocabulary.js";
import { catalogue } from "../lib/problems/index.js";

const parts = [
  { file: "docs/front-matter.md", name: "words", text: frontMatterTable() },
  { file: "docs/problems.md", name: "problems", text: problemPages() },
];

const stale = parts.filter(({ file, name, text }) => {
  const before = readFileSync(file, "utf8");
  const after = between(before, name, text);
  if (!process.argv.includes("--check")) writeFileSync(file, after);
  return before !== after;
});
if (process.argv.includes("--check") && stale.length > 0) {
  console.error(`not what the code says: ${stale.map(({ file }) => file).join(", ")}; run npm run docs`);
  process.exitCode = 1;
}

function between(text, name, inner) {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`];
  const [head, rest] = text.split(start);
  const tail = rest?.split(end)[1];
  if (tail === undefined) throw new Error(`no place for ${name}`);
  return `${head}${start}\n\n${inner}\n\n${end}${tail}`;
}

function frontMatterTable() {
  const rows = wordNames().map((name) => {
    const word = vocabulary[name];
    const others = namesOf(name).slice(1);
    const aliases = others.map((alias) => `\`${alias}\` (${word.aliases[alias]})`).join(", ");
    return `| \`${name}\`${word.decides ? " *" : ""} | ${word.takes} | ${word.says} | ${aliases} |`;
  });
  return ["| word | takes | says | also known as |", "|---|---|---|---|", ...rows].join("\n");
}

function problemPages() {
  const meaning = {
    fatal: "fatal: nothing is written, exit 2",
    error: "error: the article is left out, exit 1",
    warning: "warning: published all the same",
  };
  const pages = Object.entries(catalogue).map(([code, { severity, why, message, hint }]) => {
    const details = sample(code);
    const tip = hint(details);
    const lines = [`## ${code}`, "", `*${meaning[severity]}.* ${why}`, "", `    ${message(details)}`];
    return [...lines, ...(tip ? [`    hint: ${tip}`] : [])].join("\n");
  });
  return pages.join("\n\n");
}

/** Details that make a message readable: the name of each stands for its value. */
function sample(code) {
  const values = {
    known: ["title", "url"],
    meant: meantIn(code),
    marks: ["{% include video.html %}"],
    limit: 1048576,
    milliseconds: 1000,
    before: 50,
    lost: 40,
  };
  const error = new Error("EACCES: permission denied, open 'file'");
  const target = { ...values, error, fence: "---", other: "articles/other.md", key: "key", seen: "value" };
  return new Proxy(target, { get: (all, key) => (key in all ? all[key] : `‹${String(key)}›`) });
}

function meantIn(code) {
  return code === "status-misspelt" ? "withdrawn" : "title";
}
