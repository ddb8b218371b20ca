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
export type { RenderContext } from "./context.ts";
export { renderItem } from "./renderItem.ts";
export { type ArticleFile, Renderer, type Rendering } from "./rendering.ts";
export { hold } from "./uses.ts";
