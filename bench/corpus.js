/**
 * The corpus: a site of any number of articles below `bench/corpus/`, the same on every machine.
 * One that stands there whole is used again.
 *
 *     node bench/corpus.js 10000
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { article } from "./article.js";

/** What the articles are like; another number makes every corpus anew. */
const edition = 1;

/** @param {number} count @returns {string} the site's folder */
export function siteOf(count) {
  return fileURLToPath(new URL(`./corpus/${count}/`, import.meta.url));
}

/** @param {number} count @returns {string} the site's folder, its articles written */
export function ensureCorpus(count) {
  const site = siteOf(count);
  const complete = join(site, `complete-${edition}`);
  if (existsSync(complete)) return site;
  rmSync(site, { recursive: true, force: true });
  writeArticles(join(site, "articles"), count);
  writeConfiguration(join(site, "feedwright.yaml"), 50);
  writeConfiguration(join(site, "all.yaml"), "all");
  writeFileSync(complete, "");
  return site;
}

function writeArticles(content, count) {
  let folder = "";
  for (let index = 0; index < count; index++) {
    const { path, text } = article(index, count);
    const target = join(content, path);
    if (dirname(target) !== folder) {
      folder = dirname(target);
      mkdirSync(folder, { recursive: true });
    }
    writeFileSync(target, text);
  }
}

function writeConfiguration(path, limit) {
  const lines = ["site:", "  title: Bench", "  url: https://news.example/", "feeds:", `  limit: ${limit}`];
  writeFileSync(path, `${lines.join("\n")}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureCorpus(Number(process.argv[2]));
