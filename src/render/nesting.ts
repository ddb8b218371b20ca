/** How a browser's parser nests elements, as far as the allow-list needs it (HTML, section 13.2.6). */

/** Deeper than any story; browsers themselves stop nesting at 512. */
const deepest = 256;

/** Thrown where elements stand deeper in each other than `deepest`. */
export class TooDeep extends Error {
  override readonly name = "TooDeep";
}

/**
 * @param depth how many elements are open around the next one
 * @throws TooDeep
 */
export function refuseDeeper(depth: number): void {
  if (depth >= deepest) throw new TooDeep();
}

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** A start tag that ends an open paragraph. */
export const closesParagraph = names(`
  address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6
  header hr li ol p pre section summary table ul
`);

export const headings = names("h1 h2 h3 h4 h5 h6");

/** Where looking for an open paragraph or link ends: what is outside a cell is out of sight. */
export const cells = names("td th caption");

/** Where looking for an open list item ends. */
export const endsItemSearch = names(`
  article aside blockquote caption details dl figcaption figure footer h1 h2 h3 h4 h5 h6 header ol
  pre section summary table tbody td tfoot th thead tr ul
`);

/** An item to the items that its start tag ends. */
export const items: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["li", names("li")],
  ["dd", names("dd dt")],
  ["dt", names("dd dt")],
]);

export const rubyTexts = names("rt rp");

/** Elements that a ruby text ends without an end tag. */
export const impliedEnds = names("dd dt li p rt rp");

/** Parts of a table to the parents that they may have, the one a browser makes up first. */
export const tableParents: ReadonlyMap<string, readonly string[]> = new Map([
  ["caption", ["table"]],
  ["colgroup", ["table"]],
  ["col", ["colgroup"]],
  ["thead", ["table"]],
  ["tbody", ["table"]],
  ["tfoot", ["table"]],
  ["tr", ["tbody", "thead", "tfoot"]],
  ["td", ["tr"]],
  ["th", ["tr"]],
]);

/** Elements that hold parts of a table only; anything else would be moved out of the table. */
export const tableFrames = names("table colgroup thead tbody tfoot tr");
