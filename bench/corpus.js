/**
 * The corpus: a site of any number of articles below `bench/corpus/`, the same on every machine.
 * One that stands there whole is used again, one that was broken off is gone on with.
 *
 *     node bench/corpus.js 10000             makes it
 *     node bench/corpus.js 10000 --remove    removes it
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { article } from "./article.js";
import { checkSpace } from "./space.js";

/** What the articles are like; another number makes every corpus anew. */
const edition = 1;
const step = 10_000;

/** @param {number} count @returns {string} the site's folder */
export function siteOf(count) {
  return fileURLToPath(new URL(`./corpus/${count}/`, import.meta.url));
}

/** @param {number} count @returns {string} where the site's articles are */
export function articlesOf(count) {
  return join(siteOf(count), "articles");
}

/** @param {number} count */
export function removeCorpus(count) {
  rmSync(siteOf(count), { recursive: true, force: true });
}

/** @param {number} count */
function ensureCorpus(count) {
  const site = siteOf(count);
  const complete = join(site, `complete-${edition}`);
  if (existsSync(complete)) return;
  const progress = join(site, `written-${edition}`);
  if (!existsSync(progress)) removeCorpus(count);
  mkdirSync(site, { recursive: true });
  writeConfiguration(join(site, "feedwright.yaml"), 50);
  writeConfiguration(join(site, "all.yaml"), "all");
  writeArticles(count, progress);
  rmSync(progress);
  writeFileSync(complete, "");
}

/** In order, and with a note of how far it has come: nothing grows with the number of articles. */
function writeArticles(count, progress) {
  const content = articlesOf(count);
  const written = existsSync(progress) ? Number(readFileSync(progress, "utf8")) : 0;
  console.log(checkSpace(siteOf(count), count - written));
  let folder = "";
  for (let index = written; index < count; index++) {
    if (index % step === 0) writeFileSync(progress, String(index));
    const { path, text } = article(index, count);
    const target = join(content, path);
    if (dirname(target) !== folder) {
      folder = dirname(target);
      mkdirSync(folder, { recursive: true });
    }
    writeFileSync(target, text);
  }
}

/** A feed for each topic, author and language, and for some thousand tags of 10,000 articles. */
export function writeScopes(count) {
  const scopes = ["scopes: { topic: true, author: true, language: true, tag: { minimum: 5 } }"];
  writeConfiguration(join(siteOf(count), "scopes.yaml"), 50, scopes);
}

function writeConfiguration(path, limit, more = []) {
  const lines = ["site:", "  title: Bench", "  url: https://news.example/", "feeds:", `  limit: ${limit}`];
  writeFileSync(path, `${[...lines, ...more].join("\n")}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, flag] = process.argv.slice(2);
  if (flag === "--remove") removeCorpus(Number(count));
  else ensureCorpus(Number(count));
}
