import type { FeedModel } from "../../model.ts";
import { admitting, extensionElements } from "../extensions.ts";
import type { Format } from "../format.ts";
import { atom as atomNamespace, atomNamespaces, declarations, history, scope } from "../namespaces.ts";
import { attributes, declaration } from "../xml.ts";
import { entryElement } from "./entry.ts";
import { feedElements } from "./feed.ts";

/** Atom 1.0: RFC 4287. */
export const atom: Format = { name: "atom", fileName: "atom.xml", mediaType: "application/atom+xml", write };

function* write({ channel, items }: FeedModel): Iterable<string> {
  const own = { ...atomNamespaces, ...(channel.archive?.isArchive && history) };
  const prefixes = scope(own, channel);
  const admits = admitting(prefixes, { bare: false });
  const root = attributes({ xmlns: atomNamespace, "xml:lang": channel.language }) + declarations(prefixes);
  yield declaration;
  yield `<feed${root}>\n${feedElements(channel)}`;
  yield extensionElements("  ", channel.extensions, admits);
  for (const item of items) yield entryElement(item, channel, admits);
  yield "</feed>\n";
}
