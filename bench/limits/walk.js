/**
 * A limit: every folder listed and every file looked at, and nothing more.
 *
 *     node bench/limits/walk.js FOLDER
 */
import { lstatSync, readdirSync } from "node:fs";

let newest = 0;

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path);
    else newest = Math.max(newest, lstatSync(path).mtimeMs);
  }
}

walk(process.argv[2]);
process.stdout.write(String(newest));
