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
/** From a letter or digit on; those of ASCII are known without asking Unicode. */
const word = /(?:[A-Za-z0-9]|(?![\x00-\x7F])[\p{L}\p{N}])\S*/gu;

/** How many words a text has; in scripts without spaces, 2.5 letters count as one. */
export function countWords(text: string): number {
  if (!perhapsUnspaced.test(text) || !unspaced.test(text)) return countSpaced(text);
  const letters = text.match(unspacedLetters)?.length ?? 0;
  return countSpaced(text.replace(unspacedRun, " ")) + Math.round(letters / charactersPerWord);
}

function countSpaced(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** Whole minutes that a text of so many words takes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
