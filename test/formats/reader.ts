import { SaxesParser } from "saxes";

/** An element as a namespace-aware, strict parser saw it; `name` is `{namespace}local`, or `local`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The prefixes that the tests use, whatever the document declares. */
const prefixes: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/Atom": "atom",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
  "http://search.yahoo.com/mrss/": "media",
  "http://purl.org/rss/1.0/modules/syndication/": "sy",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://www.georss.org/georss": "georss",
  "http://purl.org/syndication/history/1.0": "fh",
  "http://purl.org/atompub/tombstones/1.0": "at",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap",
  "http://www.google.com/schemas/sitemap-news/0.9": "news",
  "http://www.smartnews.be/snf": "snf",
  "http://schemas.ingestion.microsoft.com/common/": "mi",
  "https://podcastindex.org/namespace/1.0": "podcast",
  "http://webfeeds.org/rss/1.0": "webfeeds",
  "http://iptc.org/std/nar/2006-10-01/": "g2",
};

/** Reads a document; throws where it isn't well-formed, or a prefix isn't declared. */
export function read(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const document: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  const top = () => open[open.length - 1] ?? document;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const pairs = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const name = uri ? `${prefixes[uri] ?? `{${uri}}`}:${local}` : local;
    const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
    top().children.push(element);
    open.push(element);
  });
  const add = (text: string) => {
    top().text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [root] = document.children;
  if (!root) throw new Error("no root element");
  return root;
}

/** All children of a name. */
export function all(parent: Element, name: string): readonly Element[] {
  return parent.children.filter((child) => child.name === name);
}

/** The only child of a name. */
export function one(parent: Element, name: string): Element {
  const found = all(parent, name);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} ${name} in ${parent.name}`);
  return first;
}

/** The texts of all children of a name. */
export function texts(parent: Element, name: string): readonly string[] {
  return all(parent, name).map(({ text }) => text);
}

/** The names of all children, each once, in alphabetical order. */
export function names(parent: Element): readonly string[] {
  return [...new Set(parent.children.map(({ name }) => name))].sort();
}

/** RSS: the channel. */
export function channelOf(xml: string): Element {
  return one(read(xml), "channel");
}

/** RSS: the first item. */
export function itemOf(xml: string): Element {
  return first(channelOf(xml), "item");
}

/** Atom: the first entry. */
export function entryOf(xml: string): Element {
  return first(read(xml), "atom:entry");
}

function first(parent: Element, name: string): Element {
  const [found] = all(parent, name);
  if (!found) throw new Error(`no ${name} in ${parent.name}`);
  return found;
}
