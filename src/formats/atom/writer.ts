import type { FeedModel } from "../../model.ts";
import { admitting, extensionElements } from "../extensions.ts";
import type { Format } from "../format.ts";
import {
  atom as atomNamespace,
  atomNamespaces,
  declarations,
  deletions,
  history,
  scope,
} from "../namespaces.ts";
import { attributes, declaration } from "../xml.ts";
import { entryElement } from "./entry.ts";
import { feedElements } from "./feed.ts";
import { deletedEntries } from "./tombstones.ts";

/** Atom 1.0: RFC 4287. What belongs to the feed stands before its entries, as in that RFC's schema. */
export const atom: Format = { name: "atom", fileName: "atom.xml", mediaType: "application/atom+xml", write };

function* write({ channel, items, tombstones = [] }: FeedModel): Iterable<string> {
  const own = {
    ...atomNamespaces,
    ...(channel.archive?.isArchive && history),
    ...(tombstones.length > 0 && deletions),
  };
  const prefixes = scope(own, channel);
  const admits = admitting(prefixes, { bare: false });
  const root = attributes({ xmlns: atomNamespace, "xml:lang": channel.language }) + declarations(prefixes);
  yield declaration;
  yield `<feed${root}>\n${feedElements(channel)}`;
  yield extensionElements("  ", channel.extensions, admits);
  yield deletedEntries(channel, tombstones);
  for (const item of items) yield entryElement(item, channel, admits);
  yield "</feed>\n";
}
