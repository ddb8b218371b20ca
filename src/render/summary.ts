import type { Facts } from "./facts.ts";

const longest = 280;
/** What stands before a cut mark may be half an article: then it is no summary. */
const longestExcerpt = 600;
const shortest = 120;
// Three letters before the full stop: "U.S." and "Mr." don't end a sentence.
const sentenceEnd = /(?:\p{L}{3}[.!?…][»”"’')\]]*(?=\s)|[。！？][」』）]*)/gu;
// What belongs to the character before it.
const joined = /^(?:\p{M}|\p{Emoji_Modifier}|\u200C|\u200D|[\uDC00-\uDFFF])/u;

/**
 * An article's summary where its front matter has none: what stands before `<!--more-->`, else the
 * first paragraph, else the beginning.
 */
export function deriveSummary(facts: Facts): string | undefined {
  if (facts.beforeMore !== undefined && facts.beforeMore.length <= longestExcerpt) return facts.beforeMore;
  return facts.beginning === "" ? undefined : shorten(facts.beginning);
}

/** Cuts a text after a sentence, or after a word with an ellipsis, within about 280 characters. */
export function shorten(text: string): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest);
  const sentence = [...head.matchAll(sentenceEnd)].at(-1);
  const end = sentence ? sentence.index + sentence[0].length : 0;
  return end >= shortest ? head.slice(0, end) : `${text.slice(0, wordEnd(text))}…`;
}

function wordEnd(text: string): number {
  const space = text.lastIndexOf(" ", longest);
  let end = space >= shortest ? space : longest;
  while (end > 0 && (joined.test(text.slice(end, end + 2)) || text[end - 1] === "\u200D")) end--;
  while (/[\s,;:–—-]/.test(text[end - 1] ?? "")) end--;
  return end;
}
