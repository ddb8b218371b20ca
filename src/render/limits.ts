/** Thrown where an article would come out larger than readers bear. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** Characters that an item's content may have. */
const longestContent = 4_000_000;

/** Cells that a body's tables may have: each takes a thousand bytes of memory on its way. */
const mostCells = 200_000;

const delimiterRow = /^[\s>*+\d.):|-]*$/;
const blank = /^[\s>]*$/;

/**
 * Tables multiply: a row of one sign has as many cells as its table's first row. So they are
 * counted before a parser makes them, if anything too high.
 * @throws TooLarge
 */
export function refuseLargeTables(source: string): void {
  if (!source.includes("|")) return;
  let [columns, cells] = [0, 0];
  for (const line of source.split("\n")) {
    if (blank.test(line)) columns = 0;
    else if (line.includes("|") && delimiterRow.test(line))
      columns = Math.max(columns, line.split("|").length);
    cells += columns;
    if (cells > mostCells) throw new TooLarge();
  }
}

/** @throws TooLarge */
export function refuseLongContent(html: string): string {
  if (html.length > longestContent) throw new TooLarge();
  return html;
}
