import type { FeedModel, Item } from "../../model.ts";
import type { Format } from "../format.ts";
import { jsonHead } from "./feed.ts";
import { afterContent, beforeContent } from "./item.ts";
import { longString, members, stringify } from "./text.ts";

/** JSON Feed 1.1. */
export const json: Format = {
  name: "json",
  fileName: "feed.json",
  mediaType: "application/feed+json",
  write,
};

function* write({ channel, items }: FeedModel): Iterable<string> {
  yield `${stringify(jsonHead(channel)).slice(0, -"\n}".length)},\n  "items": [`;
  let lead = "\n";
  for (const item of items) {
    yield lead + itemText(item);
    lead = ",\n";
  }
  yield lead.startsWith(",") ? "\n  ]\n}\n" : "]\n}\n";
}

function itemText(item: Item): string {
  const { contentHtml } = item;
  const content = contentHtml ? `,\n      "content_html": ${longString(contentHtml)}` : "";
  return `    {\n${members(beforeContent(item))}${content},\n${members(afterContent(item))}\n    }`;
}
