// Writes the generated parts of docs/ from the compiled code: `npm run docs`. With --check it writes
// nothing, and fails where a file is not what the code says.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { namesOf, vocabulary, wordNames } from "../lib/parse/vocabulary.js";
import { explanations } from "../lib/problems/explained/index.js";
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
  "watch-limited": {
    error: new Error("ENOSPC: System limit for number of file watchers reached"),
    seconds: 2,
  },
  "flags-together": { flag: "--watch", other: "--json" },
  "serve-unavailable": {
    host: "192.0.2.1",
    port: 4400,
    error: new Error("EADDRNOTAVAIL: address not available"),
  },
  "import-archive": { reason: "end of central directory record not found" },
  "import-json": { reason: "Unexpected end of JSON input" },
  "import-too-large": { limit: 64 * 1024 * 1024 },
  "import-encoding-unknown": { encoding: "x-klingon" },
  "import-encoding": { encoding: "UTF-8" },
  "import-xml": { reason: "unexpected close tag" },
  "import-item-too-large": { name: "item" },
  "import-date": { seen: "30 Feb 2025 10:00 GMT" },
  "import-untitled": { title: "The bridge is open again, and everybody…" },
  "import-twice": { id: "tag:daily.example,2026:one", instead: "https://daily.example/one/" },
  "import-address-twice": { url: "https://daily.example/one/" },
  "import-unrenderable": { reason: "its elements nest too deep" },
  "import-left-out": { what: "a form and 2 scripts" },
  "import-shortcodes": { names: ["gallery", "contact-form"] },
  "import-restricted": { audience: "paying members" },
  "import-media": { url: "https://daily.example/a.jpg", reason: "the server answered 404" },
  unexpected: { reason: "something that nobody thought of" },
  "shell-unknown": { seen: undefined, meant: undefined },
  "content-missing": { folder: "articles" },
  "content-empty": { folder: "articles" },
  "field-misspelt": { key: "drfat", meant: "draft" },
  "body-too-large": { limit: 2097152 },
  "head-unclosed": { fence: "---" },
  "head-fence": { fence: "---", seen: "----" },
  "head-language": { fence: "---", name: "js" },
  "content-too-large": { limit: "markup", most: 80000 },
  "head-too-large": { limit: 262144 },
  "head-syntax": yaml,
  "head-shape": { seen: "a list" },
  "field-missing": { key: "title" },
  "field-type": { key: "title", seen: "a list", expected: "text" },
  "field-ignored": { key: "tags", seen: "a mapping", expected: "a list" },
  "list-too-long": { key: "tags", count: 20000, most: 500 },
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
  "asset-too-large": { reference: "map.png", reason: "it is larger than 512 MB" },
  "asset-hidden": { reference: ".drafts/picture.jpg" },
  "asset-in-feeds-place": { reference: "rss.xml/picture.jpg", feed: "rss.xml" },
  "recording-missing": { reference: "talk.mp3" },
  "enclosure-missing": { reference: "talk.mp3" },
  "build-running": { owner: { pid: 4711, host: "news-1", since: "2026-11-26T09:00:00Z" } },
  "file-foreign": { path: "rss.xml" },
  "output-unwritable": { placed: 0 },
  "article-missing": { id: "https://daily.example/one/", renamed: undefined },
  "partner-stranger": { name: "smartnew", meant: "smartnews", known: ["smartnews"] },
  "path-shared": { path: "rss.xml", documents: ["the main feed", "wire"] },
  "tags-many": { of: "tag", count: 400, most: 100 },
  "article-kept": {},
  "article-stale": {},
  "articles-broken": { files: ["2026/bridge.md"] },
  "articles-missing": { ids: ["https://daily.example/one/"] },
  "delivery-not-own": { path: "index.html" },
  "site-moved": { from: "https://daily.example/", to: "https://www.daily.example/", changed: 48, of: 50 },
  "ids-changed": {
    stories: [{ file: "2026/bridge.md", from: "https://daily.example/2026/bridge/", to: "bridge" }],
  },
  "id-changed": { from: "https://daily.example/2026/bridge/", to: "https://daily.example/2026/the-bridge/" },
  "dates-moved": { stories: [{ file: "2026/bridge.md", from: 1767225600000, to: 1782864000000 }] },
  "theme-template": { reason: "undefined variable: article.titel", meant: "article.title" },
  "theme-file-unknown": { name: "storry.liquid", meant: "story.liquid" },
  "page-impossible": { permalink: "https://daily.example/?p=12" },
  "page-taken": { path: "formats/atom-ids/index.html" },
  "page-not-own": { path: "formats/atom-ids/index.html" },
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
  "partner-secret": {
    partner: "wire",
    reason: "has 5 characters; expected 16 or more",
    unset: undefined,
  },
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
  "headline-nameless": { seen: "?!" },
  "folder-outside": { seen: "../elsewhere", content: "articles" },
  "topic-near": { seen: "Politcs", meant: "Politics" },
  "init-lacks": { lacks: ["title", "url"] },
  "init-placeholder": { key: "url", value: "https://example.com/" },
  "init-example": { value: "https://example.com/" },
  "init-pattern": { seen: ":yearday", instead: "/:sections/:basename/" },
  "init-elsewhere": { count: 12, content: "content/posts" },
  "feed-extension": { name: "ex:mood", reason: "its prefix is declared nowhere" },
};

const parts = [
  { file: "docs/commands.md", name: "commands", text: commandPages() },
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

/** What each command says of itself. */
function commandPages() {
  const help = (...argv) =>
    execFileSync(process.execPath, ["lib/cli/bin.js", ...argv, "--help"], { encoding: "utf8" });
  const all = help();
  const listed = /\nCommands:\n((?: .*\n)+)/.exec(all)?.[1] ?? "";
  const names = [...listed.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  const block = (text) => `\`\`\`text not-run:help\n${text.trimEnd()}\n\`\`\``;
  const pages = names.map((name) => `## feedwright ${name}\n\n${block(help(name))}`);
  return [block(all), ...pages].join("\n\n");
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
    const { what, fix, wrong, right } = explanations[code];
    const details = sample(code);
    const tip = hint(details);
    const said = [message(details), ...(tip ? [`hint: ${tip}`] : [])].join("\n");
    return [
      `## ${code}`,
      `*${meaning[severity]}.*`,
      `**What.** ${what}`,
      `**Why.** ${why}`,
      ...(wrong === undefined ? ["**Example.**"] : ["**Example.**", indented(wrong), "says:"]),
      indented(said),
      `**Fix.** ${fix}`,
      ...(right === undefined ? [] : [indented(right)]),
    ].join("\n\n");
  });
  return pages.join("\n\n");
}

/** Not fenced: what is fenced in the documents has to work. */
function indented(text) {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
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
