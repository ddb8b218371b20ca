/**
 * The render room: an article and its body's Markdown come in, an `Item` goes out: its titles plain
 * text, its content safe HTML with absolute URLs, its facts (summary, lead picture, words, minutes)
 * taken from the body, its local pictures and recordings found and noted for the publisher.
 *
 * What can go wrong: a body that can't be rendered, nests too deep or runs away costs its article
 * (`undefined`, and an error reported); an address, picture or enclosure that can't be used is left
 * out or guessed at, with a warning. Nothing is thrown.
 */
export { type Assets, createAssets } from "./assets.ts";
export type { Addresses } from "./attributes.ts";
export { correctionNotes, creditLine, figure, isCredit, readingLine } from "./content.ts";
export type { RenderContext } from "./context.ts";
export { escapeText } from "./escape.ts";
export { fold as foldText } from "./facts.ts";
export { sanitise } from "./html.ts";
export { htmlParser } from "./htmlParser.ts";
export { createMarkdown } from "./markdown.ts";
export { mediaType } from "./media.ts";
export { renderItem } from "./renderItem.ts";
export { type ArticleFile, Renderer, type Rendering } from "./rendering.ts";
export { deriveSummary } from "./summary.ts";
export { plainText, textOf as htmlText } from "./text.ts";
export { absoluteUrl, mediaSchemes } from "./url.ts";
export { hold } from "./uses.ts";
export { correctionLabel } from "./wordings.ts";
