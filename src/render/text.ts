import { Parser } from "htmlparser2";
import { dropped } from "./allowed.ts";
import { cleanText } from "./escape.ts";
import { fold } from "./facts.ts";
import type { Markdown } from "./markdown.ts";

/** Anything that Markdown or HTML could mean something by. */
const special = /[&<>*_`\\[\]!~:@]|www\./i;

/** A line as plain text: Markdown rendered, tags taken away, entities resolved, white space folded. */
export function plainText(line: string, markdown: Markdown): string {
  const folded = fold(cleanText(line));
  return special.test(folded) ? fold(cleanText(textOf(markdown.line(folded)))) : folded;
}

/** What HTML says, without what is no prose. */
export function textOf(html: string): string {
  let text = "";
  let skipped = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (dropped.has(name)) skipped++;
      if (name === "br") text += " ";
    },
    onclosetag: (name) => {
      if (dropped.has(name)) skipped--;
    },
    ontext: (data) => {
      if (skipped === 0) text += data;
    },
  });
  parser.end(html);
  return text;
}
