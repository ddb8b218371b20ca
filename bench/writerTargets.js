/** What is wanted of the writers, held against their table. */
import { table } from "./table.js";

const atLeast = new Map([
  ["rss", 3],
  ["atom", 3],
  ["json", 1],
]);

/** @param {string} measured the writers' table: writer, speed, ratio to `feed`, peak */
export function writerTargetTable(measured) {
  const ratios = new Map(measured.split("\n").map((line) => ratioIn(line)));
  const rows = [...atLeast].flatMap(([format, least]) =>
    [`feedwright, ${format}`, `feedwright, ${format} in a build`].flatMap((writer) => {
      const value = ratios.get(writer);
      if (value === undefined) return [];
      return [[`${writer}: speed, of feed`, `≥ ${least}`, value, Number(value) >= least ? "met" : "not met"]];
    }),
  );
  return table(["target", "wanted", "figure", ""], rows);
}

function ratioIn(line) {
  const [, writer = "", , ratio] = line.split("|").map((cell) => cell.trim());
  return [writer, ratio];
}
