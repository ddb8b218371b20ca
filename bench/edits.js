/** What an editor does to a corpus between two builds, and how it's undone. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { article } from "./article.js";
import { articlesOf } from "./corpus.js";

/** More than any bench adds. */
const room = 200;
let edits = 0;

/** Another body for the newest article, so that the feeds change too. */
export function changeOne(count) {
  const { path, text } = newest(count);
  edits++;
  write(count, path, `${text}\nAn editor has been here: ${edits}.\n`);
}

/** One more article, newer than all before; each time another. */
export function addOne(count) {
  edits++;
  let index = count + (edits % room);
  while (isDraft(article(index, count))) index++;
  write(count, placeOf(index, count), article(index, count).text);
}

/** The corpus as it was made, also where a bench was broken off. */
export function restore(count) {
  const { path, text } = newest(count);
  if (readFileSync(join(articlesOf(count), path), "utf8") !== text) write(count, path, text);
  for (let index = count; index < count + 2 * room; index++)
    rmSync(join(articlesOf(count), placeOf(index, count)), { force: true });
}

/** Beside the newest article, so that no folder has to be made and removed. */
function placeOf(index, count) {
  return join(dirname(newest(count).path), basename(article(index, count).path));
}

function newest(count) {
  for (let index = count - 1; ; index--) {
    const candidate = article(index, count);
    if (!isDraft(candidate)) return candidate;
  }
}

function isDraft({ text }) {
  return text.includes("\ndraft: true\n");
}

function write(count, path, text) {
  writeFileSync(join(articlesOf(count), path), text);
}
