/**
 * Loaded before a build, by `node --import`: sends the build a signal at one of the moments at which it has just
 * changed something on the disk. `FEEDWRIGHT_KILL` says which signal, at which moment, and below which folder
 * the moments count, as JSON.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { signal, at, below } = JSON.parse(process.env.FEEDWRIGHT_KILL ?? "{}");
let moments = 0;

function moment() {
  if (++moments === at) process.kill(process.pid, signal);
}

/** What is named by its path has to be below the folder; what is open was opened there. */
const counts = (place) => typeof place === "number" || String(place).startsWith(below);

for (const name of [
  "writeSync",
  "renameSync",
  "linkSync",
  "mkdirSync",
  "rmSync",
  "rmdirSync",
  "utimesSync",
]) {
  const real = fs[name];
  fs[name] = (place, ...rest) => {
    const result = real(place, ...rest);
    if (counts(place)) moment();
    return result;
  };
}

const { openSync, closeSync, writeFileSync } = fs;
fs.openSync = (path, flags = "r", mode = 0o666) => {
  const file = openSync(path, flags, mode);
  if (counts(path) && flags !== "r" && (typeof flags === "string" || flags & fs.constants.O_CREAT)) moment();
  return file;
};
// It makes the file first, and fills it then.
fs.writeFileSync = (path, data, options) => {
  const file = openSync(path, options?.flag ?? "w", options?.mode ?? 0o666);
  if (counts(path)) moment();
  try {
    writeFileSync(file, data);
  } finally {
    closeSync(file);
  }
  if (counts(path)) moment();
};
syncBuiltinESMExports();
