import type { Parser } from "htmlparser2";
import { dropped, elements, renamed } from "./allowed.ts";
import { cleanText } from "./escape.ts";
import { fold } from "./facts.ts";
import { htmlParser } from "./htmlParser.ts";
import type { Markdown } from "./markdown.ts";
import { readPlainHtml } from "./plainHtml.ts";

/** Anything that Markdown or HTML could mean something by. */
const special = /[&<>*_`\\[\]!~:@]|www\./i;

/** A line as plain text: Markdown rendered, tags taken away, entities resolved, white space folded. */
export function plainText(line: string, markdown: Markdown): string {
  const folded = fold(cleanText(line));
  return special.test(folded) ? fold(cleanText(textOf(markdown.line(folded)))) : folded;
}

/** What HTML says, without what is no prose; a tag that HTML hasn't got, as in `Array<T>`, is text. */
export function textOf(html: string): string {
  let text = "";
  const handler = {
    opened(name: string) {
      if (name === "br") text += " ";
    },
    closed() {},
    text(data: string) {
      text += data;
    },
  };
  return readPlainHtml(html, handler) ? text : textOfAny(html);
}

/** The same by a parser for whatever is called HTML. */
export function textOfAny(html: string): string {
  let text = "";
  let skipped = 0;
  const parser: Parser = htmlParser({
    onopentag: (name) => {
      if (dropped.has(name)) skipped++;
      if (name === "br") text += " ";
      if (!isHtml(name) && skipped === 0) text += html.slice(parser.startIndex, parser.endIndex + 1);
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

const unwrapped = new Set("html body font big blink marquee nobr object iframe area map".split(" "));

function isHtml(name: string): boolean {
  return elements.has(name) || renamed.has(name) || dropped.has(name) || unwrapped.has(name);
}
