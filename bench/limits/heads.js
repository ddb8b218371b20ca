/**
 * A limit: of every file the first 2 kB read, and the end of the front matter found there.
 *
 *     node bench/limits/heads.js FOLDER
 */
import { closeSync, openSync, readdirSync, readSync } from "node:fs";

const buffer = Buffer.allocUnsafe(2048);
let found = 0;

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path);
    else if (hasHead(path)) found++;
  }
}

function hasHead(path) {
  const file = openSync(path, "r");
  const length = readSync(file, buffer, 0, buffer.length, 0);
  closeSync(file);
  return buffer.subarray(0, length).indexOf("\n---\n") !== -1;
}

walk(process.argv[2]);
process.stdout.write(String(found));
