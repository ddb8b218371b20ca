/**
 * The formats: a `FeedModel` comes in, a document goes out in pieces of text (UTF-8 when encoded, LF,
 * no byte order mark). Any string is safe in any field; instants have to be valid and URLs absolute.
 *
 * A channel's `updated` is its newest item's or its newest tombstone's: that an entry was taken away is
 * a change of the feed (RFC 4287, section 4.2.15), and who looks at the date alone would miss it.
 */
import { atom } from "./atom/writer.ts";
import type { Format, FormatName } from "./format.ts";
import { json } from "./json/writer.ts";
import { rss } from "./rss/writer.ts";

export type { Format, FormatName } from "./format.ts";

/** Every format by its name. */
export const formats: Readonly<Record<FormatName, Format>> = { rss, atom, json };
