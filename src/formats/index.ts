/**
 * The formats: a `FeedModel` comes in, a document goes out in pieces of text (UTF-8 when encoded, LF,
 * no byte order mark). Any string is safe in any field; instants have to be valid and URLs absolute.
 */
import { atom } from "./atom/writer.ts";
import type { Format, FormatName } from "./format.ts";
import { json } from "./json/writer.ts";
import { rss } from "./rss/writer.ts";

export type { Format, FormatName } from "./format.ts";

/** Every format by its name. */
export const formats: Readonly<Record<FormatName, Format>> = { rss, atom, json };
