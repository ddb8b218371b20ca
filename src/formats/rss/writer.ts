import type { FeedModel } from "../../model.ts";
import { admitting, extensionElements } from "../extensions.ts";
import type { Format } from "../format.ts";
import { declarations, history, rssNamespaces, scope, syndication } from "../namespaces.ts";
import { declaration } from "../xml.ts";
import { channelElements } from "./channel.ts";
import { itemElement } from "./item.ts";

/** RSS 2.0, with the RSS Advisory Board's best practices. */
export const rss: Format = { name: "rss", fileName: "rss.xml", mediaType: "application/rss+xml", write };

function* write({ channel, items }: FeedModel): Iterable<string> {
  const own = {
    ...rssNamespaces,
    ...(channel.rhythm && syndication),
    ...(channel.archive?.isArchive && history),
  };
  const prefixes = scope(own, channel);
  const admits = admitting(prefixes, { bare: true });
  yield declaration;
  yield `<rss version="2.0"${declarations(prefixes)}>\n  <channel>\n${channelElements(channel)}`;
  yield extensionElements("    ", channel.extensions, admits);
  for (const item of items) yield itemElement(item, admits);
  yield "  </channel>\n</rss>\n";
}
