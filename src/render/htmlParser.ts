import { createRequire } from "node:module";
import type { Handler, Parser, ParserOptions } from "htmlparser2";

/** Loaded with the first HTML that is more than Markdown's own: it takes 25 ms, as a hundred stories do. */
const require = createRequire(import.meta.url);
type Library = { readonly Parser: new (handler: Partial<Handler>, options?: ParserOptions) => Parser };
const library = (): Library => require("htmlparser2");

/** A parser for whatever is called HTML. */
export function htmlParser(handler: Partial<Handler>, options?: ParserOptions): Parser {
  return new (library().Parser)(handler, options);
}
