import { isBindable } from "../formats/namespaces.ts";
import type { ExtensionElement } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";

/** Modules that need no declaring: their prefix has one meaning everywhere. */
const wellKnown: Readonly<Record<string, string>> = {
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  podcast: "https://podcastindex.org/namespace/1.0",
  georss: "http://www.georss.org/georss",
  slash: "http://purl.org/rss/1.0/modules/slash/",
  snf: "http://www.smartnews.be/snf",
  sy: "http://purl.org/rss/1.0/modules/syndication/",
  thr: "http://purl.org/syndication/thread/1.0",
  webfeeds: "http://webfeeds.org/rss/1.0",
  wfw: "http://wellformedweb.org/CommentAPI/",
  xhtml: "http://www.w3.org/1999/xhtml",
};

/** Declared by the writers themselves. */
const always = new Set(["atom", "content", "dc", "dcterms", "media", "xml", "xmlns"]);

/**
 * The namespaces that a feed's extensions need: those given, those that elements declare
 * themselves (`xmlns:…` among their attributes, all that `feed` allowed), and the well-known ones.
 */
export function namespaces(
  given: Readonly<Record<string, string>>,
  extensions: Iterable<ExtensionElement>,
  report: Report,
): Readonly<Record<string, string>> {
  const used = new Map<string, string | undefined>();
  for (const each of extensions) collect(each, used);
  const found: Record<string, string> = {};
  for (const [prefix, declared] of used) {
    const uri = own(given, prefix) ?? declared ?? own(wellKnown, prefix);
    if (uri) found[prefix] = uri;
    else if (!always.has(prefix))
      report(problem("feed-extension", { name: `${prefix}:…`, reason: "its prefix is declared nowhere" }));
  }
  for (const [prefix, uri] of Object.entries({ ...found, ...given }))
    if (!always.has(prefix) && !isBindable(prefix, uri))
      report(problem("feed-extension", { name: `${prefix}:…`, reason: `it can't be declared as ${uri}` }));
  return { ...found, ...given };
}

/** Names such as `constructor` have a meaning in every object. */
function own(all: Readonly<Record<string, string>>, prefix: string): string | undefined {
  return Object.hasOwn(all, prefix) ? all[prefix] : undefined;
}

function collect({ name, attributes, content }: ExtensionElement, used: Map<string, string | undefined>) {
  for (const qualified of [name, ...Object.keys(attributes ?? {})]) {
    const [prefix, local] = qualified.split(":");
    if (prefix === "xmlns" && local) used.set(local, used.get(local) ?? attributes?.[qualified]);
    else if (prefix && local && !used.has(prefix)) used.set(prefix, undefined);
  }
  if (typeof content === "object") for (const child of content) collect(child, used);
}
