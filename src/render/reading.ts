/** Words and minutes. */

/** Unhurried silent reading of news on a screen; readers' own counters use 200 to 265. */
const wordsPerMinute = 200;

/**
 * Scripts that put no space between words are counted by characters: 500 a minute, the figure
 * that Medium uses for Chinese and Japanese, which makes 2.5 characters as much as a word.
 */
const charactersPerWord = 500 / wordsPerMinute;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const unspacedLetters = new RegExp(`(?=${unspaced.source})[\\p{L}\\p{Nl}]`, "gu");
const unspacedRun = new RegExp(`${unspaced.source}+`, "gu");
/** All of these scripts stand here, and little else does: a look that costs a tenth. */
const perhapsUnspaced = /[\u0E00-\u1FFF\u2E80-\uFFFF]/;
const letter = /[\p{L}\p{N}]/u;

/** How many words a text has; in scripts without spaces, 2.5 letters count as one. */
export function countWords(text: string): number {
  if (!perhapsUnspaced.test(text) || !unspaced.test(text)) return countSpaced(text);
  const letters = text.match(unspacedLetters)?.length ?? 0;
  return countSpaced(text.replace(unspacedRun, " ")) + Math.round(letters / charactersPerWord);
}

/** A word goes from a letter or digit on to the next white space. Without branches: none could be foreseen. */
function countSpaced(text: string): number {
  let words = 0;
  let inside = 0;
  for (let index = 0; index < text.length; index++) {
    const kind = kinds[text.charCodeAt(index)] || kindAt(text, index);
    words += kind & ~inside & begins;
    inside = (inside | kind) & ~(kind >> 1) & begins;
  }
  return words;
}

const begins = 1;
const space = 2;
const other = 4;
/** What characters are to a counter, by code: a text asks Unicode once for each that it has. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, index: number): number {
  const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const kind = /\s/.test(sign) ? space : letter.test(sign) ? begins : other;
  // What half of a pair is hangs on the other half.
  if (!/\p{Surrogate}/u.test(sign) && sign.length === 1) kinds[sign.charCodeAt(0)] = kind;
  return kind;
}

/** Whole minutes that a text of so many words takes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
