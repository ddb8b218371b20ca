/// <reference lib="es2024.string" />
import type { FeedModel } from "../../model.ts";
import type { Format } from "../format.ts";
import { jsonHead } from "./feed.ts";
import { jsonItem } from "./item.ts";

/** JSON Feed 1.1. */
export const json: Format = {
  name: "json",
  fileName: "feed.json",
  mediaType: "application/feed+json",
  write,
};

/** An item stands two levels deep: written inside two lists, it comes out indented as there. */
const opening = "[\n  [\n    ".length;
const closing = "\n  ]\n]".length;

function* write({ channel, items }: FeedModel): Iterable<string> {
  const head = stringify(jsonHead(channel));
  yield `${head.slice(0, -"\n}".length)},\n  "items": [`;
  let lead = "\n    ";
  for (const item of items) {
    // One piece an item, as the other formats have it: feeds written together go in step.
    yield lead + stringify([[jsonItem(item)]]).slice(opening, -closing);
    lead = ",\n    ";
  }
  yield lead.startsWith(",") ? "\n  ]\n}\n" : "]\n}\n";
}

/** The same document at once: quicker where it is wanted whole, as JSON's own writer joins as it goes. */
export function wholeJson({ channel, items }: FeedModel): string {
  return `${stringify({ ...jsonHead(channel), items: Array.from(items, jsonItem) })}\n`;
}

/** JSON with an indentation of two; lone surrogates, which many readers refuse, are U+FFFD. */
function stringify(value: object): string {
  const written = JSON.stringify(value, null, 2);
  if (!written.includes("\\ud")) return written;
  return JSON.stringify(value, (_, inner) => (typeof inner === "string" ? inner.toWellFormed() : inner), 2);
}
