/** Whether a text could keep a parser busy, or fill the memory. */

/**
 * marked is quadratic at worst: each mark's like is sought in all that follows, and in a long word what
 * could make an address of it. Such time goes by the length times the marks, to which letters and spaces
 * count by eighths. The slowest of 20,000 texts that were made to be so, each at this measure, took a
 * quarter of a second; 4,000 marks have it, and some 9,000 characters of prose.
 */
const guardedFrom = 4096 ** 2;

/**
 * What quotations and lists in each other begin with. marked reads an inner quotation anew where it ends, and
 * all that is in it with it: twice the time for each level, a second for eighteen.
 */
const deep = /(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){8}/;

/** Whether rendering these texts may take longer than it may. For most stories the answer is no. */
export function mayRunAway(texts: readonly string[]): boolean {
  const length = lengthOf(texts);
  if (texts.some(quotesDeep)) return true;
  // Shorter ones don't have the measure if they are marks alone.
  if (length ** 2 < guardedFrom) return false;
  const marks = texts.reduce((sum, text) => sum + countMarks(text), 0);
  return length * (marks + length / 8) >= guardedFrom;
}

/** Whether a text may have quotations so deep in each other that they take long to read. */
export function quotesDeep(text: string): boolean {
  return text.includes(">") && deep.test(text);
}

/** The length of texts together. */
export function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Signs of ASCII that Markdown or HTML could mean something by. */
export function countMarks(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < isMark.length) marks += isMark[code] ?? 0;
  }
  return marks;
}

const isMark = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[A-Za-z0-9 ]/.test(String.fromCharCode(code)) ? 0 : 1,
);
