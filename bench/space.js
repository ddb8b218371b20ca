/** Whether the disk has room for a corpus: each article takes two blocks of 4 kB, and an inode. */
import { statfsSync } from "node:fs";

const bytesEach = 8192;

/**
 * @param {string} folder that is there
 * @param {number} articles still to be written
 * @returns {string} what they need and what is free
 */
export function checkSpace(folder, articles) {
  const { bavail, bsize, files, ffree } = statfsSync(folder);
  const [needed, free] = [articles * bytesEach, bavail * bsize];
  // Some file systems don't count inodes, and say 0 of 0.
  const inodes = files > 0 ? ffree : Number.POSITIVE_INFINITY;
  const told = `${articles.toLocaleString("en")} articles need ${gigabytes(needed)} and as many inodes`;
  const there = `${gigabytes(free)}${files > 0 ? ` and ${inodes.toLocaleString("en")} inodes` : ""} are free`;
  if (needed > free || articles > inodes) throw new Error(`${told}, but only ${there}`);
  return `${told}; ${there}`;
}

function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
