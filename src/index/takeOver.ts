import type { Files } from "../discover/index.ts";
import type { Heads } from "./heads.ts";
import type { LastIndex } from "./lastIndex.ts";

/** Takes over what the last index knows of files that are as they were; gives the rows of the others. */
export function takeOver(heads: Heads, files: Files, last: LastIndex | undefined): Int32Array {
  const known = last?.heads();
  // Without them all heads would have to be read again, one by one.
  const former = heads.traits && known?.traits === undefined ? undefined : known;
  const kept = former && last?.unchanged(files);
  const changed = new Int32Array(files.length);
  let found = 0;
  for (let row = 0; row < files.length; ) {
    const formerRow = kept?.[row] ?? -1;
    let count = 1;
    if (former === undefined || formerRow < 0) changed[found++] = row;
    else {
      while (row + count < files.length && kept?.[row + count] === formerRow + count) count++;
      heads.copy(row, former, formerRow, count);
    }
    row += count;
  }
  if (former && kept) copyNotes(heads, former, kept);
  return changed.subarray(0, found);
}

function copyNotes(heads: Heads, { notes, length }: Heads, kept: Int32Array): void {
  if (notes.size === 0) return;
  const rows = new Int32Array(length).fill(-1);
  for (let row = 0; row < kept.length; row++) {
    const formerRow = kept[row] ?? -1;
    if (formerRow >= 0) rows[formerRow] = row;
  }
  for (const [formerRow, note] of notes) {
    const row = rows[formerRow] ?? -1;
    if (row >= 0) heads.notes.set(row, note);
  }
}
