// Writes the generated parts of docs/ from the compiled code: `npm run docs`. With --check it writes
// nothing, and fails where a file is not what the code says.
import { readFileSync, writeFileSync } from "node:fs";
import { namesOf, vocabulary, wordNames } from "../lib/parse/vocabulary.js";
import { catalogue } from "../lib/problems/index.js";
import { profilePages } from "./profilePages.js";

const yaml = { language: "YAML", reason: "bad indentation of a mapping entry" };

const rule = {
  partner: "smartnews",
  rule: "image-size",
  seen: "https://daily.example/picture.jpg is 300 × 200 px",
  expected: "at least 400 px on the shorter side",
  source: "https://partner.example/rules",
};

/** What each message tells of in `docs/problems.md`. */
const samples = {
  "config-missing": { from: "news", lacking: undefined },
  "config-not-file": { seen: "a folder" },
  "config-too-large": { limit: 1048576 },
  "config-syntax": yaml,
  "config-typescript": { version: "20.19.0" },
  "config-shape": { seen: "a list" },
  "config-key-unknown": {
    key: "site.titel",
    known: ["title", "url"],
    meant: "title",
    of: "configuration",
  },
  "config-key-missing": { key: "site.title", expected: "text" },
  "config-key-twice": { key: "site.author", twin: "site.authors" },
  "config-value": { key: "feeds.content", seen: "`ful`", expected: "`full` or `summary`", meant: "full" },
  "flag-unknown": { flag: "--titel", meant: "--title" },
  "flag-value": { flag: "--now", seen: "noon", expected: "a moment with its zone", meant: undefined },
  "word-unexpected": { word: "Daily", meant: undefined },
  "command-unknown": { command: "biuld", meant: "build" },
  unexpected: { reason: "something that nobody thought of" },
  "content-missing": { folder: "articles" },
  "body-too-large": { limit: 2097152 },
  "head-unclosed": { fence: "---" },
  "head-fence": { fence: "---", seen: "----" },
  "head-language": { fence: "---", name: "js" },
  "head-too-large": { limit: 262144 },
  "head-syntax": yaml,
  "head-shape": { seen: "a list" },
  "field-missing": { key: "title" },
  "field-type": { key: "title", seen: "a list", expected: "text" },
  "field-ignored": { key: "tags", seen: "a mapping", expected: "a list" },
  "field-url": { key: "canonical", seen: "daily.example/one" },
  "field-language": { key: "language", seen: "english", meant: "en" },
  "status-misspelt": { seen: "withdrwan", meant: "withdrawn" },
  "status-unknown": { seen: "ready" },
  "field-unknown": { key: "sumary", meant: "summary" },
  "field-twice": { key: "Status", other: "status" },
  "field-repeated": { key: "Summary", other: "summary" },
  "problems-unsaid": { count: 60 },
  "date-impossible": { key: "date", seen: "2026-02-30" },
  "date-unreadable": { key: "date", seen: "soon" },
  "correction-undated": { key: "corrections.0" },
  "permalink-template": { key: "permalink", seen: "/{{ page.fileSlug }}/" },
  "permalink-outside": { key: "permalink", seen: "https://elsewhere.example/one/" },
  "id-twice": { id: "tag:daily.example,2026:one" },
  "authors-syntax": yaml,
  "author-shape": { key: "jane" },
  "permalink-twice": { permalink: "https://daily.example/one/" },
  "render-failed": { reason: "a renderer's own words" },
  "render-timeout": { milliseconds: 1000 },
  "markup-unknown": { marks: ["{% include video.html %}"] },
  "url-unusable": { url: "javascript:void(0)" },
  "asset-outside": { reference: "../../picture.jpg" },
  "asset-hidden": { reference: ".drafts/picture.jpg" },
  "asset-in-feeds-place": { reference: "rss.xml/picture.jpg", feed: "rss.xml" },
  "recording-missing": { reference: "talk.mp3" },
  "enclosure-missing": { reference: "talk.mp3" },
  "output-unwritable": { placed: 0 },
  "article-missing": { id: "https://daily.example/one/", renamed: undefined },
  "partner-stranger": { name: "smartnew", meant: "smartnews", known: ["smartnews"] },
  "path-shared": { path: "rss.xml", documents: ["the main feed", "wire"] },
  "tags-many": { count: 20000, most: 100 },
  "article-kept": {},
  "articles-missing": { ids: ["https://daily.example/one/"] },
  "delivery-not-own": { path: "index.html" },
  "feed-emptied": { feed: "rss.xml" },
  "feed-shrunk": { feed: "rss.xml", lost: 40 },
  "feeds-unknown": { folder: "dist" },
  "feed-not-live": { address: "https://daily.example/rss.xml", hindrance: { kind: "stale" } },
  "hub-owed": { hub: "https://hub.example/", feeds: 3, hindrance: { kind: "refused", status: 503 } },
  "feed-item-date": { item: "“One”" },
  "feed-item-link": { item: "“One”", link: "/one" },
  "feed-item-unusable": { seen: "null" },
  "feed-value": { field: "tags[1]", of: "the item “One”", expected: "text or an object" },
  "feed-address": { what: "a hub", address: "hub.example" },
  "partner-rule": rule,
  "partner-advice": rule,
  "partner-feed": {
    ...rule,
    rule: "feed-language",
    seen: "its language is empty",
    expected: "the feed's language",
  },
  "partner-id-twice": { partner: "smartnews", id: "https://daily.example/one/" },
  "partner-items": { ...rule, count: 12, minimum: 30 },
  "partner-size": { ...rule, size: "1MB" },
  "partner-twice": { name: "smartnews", what: "name" },
  "partner-unknown": { name: "smartnew", agency: "Reuters", meant: "smartnews" },
  "partner-secret": { partner: "wire", reason: "has 5 characters; expected 16 or more" },
  "partner-value": { partner: "msn", name: "account", description: "the account's number" },
  "partner-value-form": {
    partner: "feedly",
    name: "accentColor",
    seen: "#0A6E8C",
    expected: "six hexadecimal digits without `#`",
  },
  "partner-value-unknown": { partner: "msn", name: "acount", known: ["account"], meant: "account" },
  "profile-missing": { name: "./city.yaml" },
  "profile-unknown": { name: "smartnew", known: ["smartnews"], meant: "smartnews" },
  "profile-circle": { name: "wire" },
  "profile-lacks": { key: "format", expected: "`rss`, `atom`, `json-feed`, `json` or `xml`" },
  "profile-fault": { key: "item.elements[0].text", reason: "`titel` is no field here", meant: "title" },
  "feed-extension": { name: "ex:mood", reason: "its prefix is declared nowhere" },
};

const parts = [
  { file: "docs/front-matter.md", name: "words", text: frontMatterTable() },
  { file: "docs/partners.md", name: "profiles", text: profilePages() },
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

/** Details that make a message readable. Where none are given, the name of each stands for its value. */
function sample(code) {
  const common = {
    error: new Error("EACCES: permission denied, open 'file'"),
    other: "articles/other.md",
    reference: "picture.jpg",
    url: "https://daily.example/talk.mp3",
    before: 50,
  };
  const own = { ...common, ...samples[code] };
  return new Proxy(own, { get: (all, key) => (key in all ? all[key] : `‹${String(key)}›`) });
}
