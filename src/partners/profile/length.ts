const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Nothing in it takes more than one character to write one sign. */
const simple = /^[\x20-\x7E\xA0-\u02FF\u0400-\u0482\u048A-\u052F]*$/;

/** How many signs readers see. */
export function lengthOf(text: string): number {
  return simple.test(text) ? text.length : [...segmenter.segment(text)].length;
}

/** Cuts a text after a word, so that with the ending it has at most so many signs. */
export function cut(text: string, most: number, ending: string): string {
  const signs = simple.test(text) ? [...text] : [...segmenter.segment(text)].map(({ segment }) => segment);
  if (signs.length <= most) return text;
  const room = most - lengthOf(ending);
  if (room <= 0) return signs.slice(0, most).join("");
  const head = signs.slice(0, room).join("");
  const space = /\s/.test(signs[room] ?? "") ? head.length : head.search(/\s\S*$/);
  // A word longer than half of it is cut itself, as are scripts without spaces.
  const words = space > head.length / 2 ? head.slice(0, space) : head;
  return `${words.replace(/[\s,;:–—-]+$/u, "")}${ending}`;
}
