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

/** One piece an item, as the other formats have it: feeds written together go in step. */
function write(feed: FeedModel): Iterable<string> {
  return pieces(feed, 1);
}

/** The same document at once: many items a piece are copied less often on their way into it. */
export function wholeJson(feed: FeedModel): string {
  let text = "";
  for (const piece of pieces(feed, 64)) text += piece;
  return text;
}

function* pieces({ channel, items }: FeedModel, itemsAPiece: number): Iterable<string> {
  const head = stringify(jsonHead(channel));
  yield `${head.slice(0, -"\n}".length)},\n  "items": [`;
  let lead = "\n    ";
  for (const some of batches(items, itemsAPiece)) {
    yield lead + stringify([some.map(jsonItem)]).slice(opening, -closing);
    lead = ",\n    ";
  }
  yield lead.startsWith(",") ? "\n  ]\n}\n" : "]\n}\n";
}

function* batches<Each>(all: Iterable<Each>, size: number): Iterable<readonly Each[]> {
  let batch: Each[] = [];
  for (const each of all) {
    if (batch.push(each) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** JSON with an indentation of two; lone surrogates, which many readers refuse, are U+FFFD. */
function stringify(value: object): string {
  const written = JSON.stringify(value, null, 2);
  if (!written.includes("\\ud")) return written;
  return JSON.stringify(value, (_, inner) => (typeof inner === "string" ? inner.toWellFormed() : inner), 2);
}
