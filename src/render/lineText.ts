import type { MarkedExtension } from "marked";

/** What text may end before; with these left out, marked's own pattern ends at a sign of `marks` or nowhere. */
const stop = /[\\<![`*~_@]|&#|http|ftp:|www\.|mailto:|xmpp:| {2}\n/gi;
const marks = "\\<![`*~_";

/**
 * Takes the text between marks at one go. marked's pattern asks at each character what could begin there,
 * which is a quarter of its time; where an address, a reference or a hard line end could, it is asked.
 */
export const lineText: MarkedExtension = {
  tokenizer: {
    inlineText(source) {
      const end = textEnd(source);
      if (end === undefined) return false;
      const raw = source.slice(0, end);
      return { type: "text", raw, text: raw, escaped: this.lexer.state.inRawBlock };
    },
  },
};

/** Where marked's pattern ends as well; undefined where only the pattern knows. */
function textEnd(source: string): number | undefined {
  if (/^(?:[`~@]|&#)/.test(source)) return undefined;
  // One character is text whatever it is: nothing else took it.
  stop.lastIndex = 1;
  const found = stop.exec(source);
  if (!found) return source.length;
  // An address may begin before a mark and go on behind it.
  return marks.includes(found[0]) && !source.includes("@") ? found.index : undefined;
}
