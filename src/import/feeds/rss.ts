import type { EnclosureReference, Link, Origin, Person } from "../../model.ts";
import { webUrl } from "../addresses.ts";
import { importedDate } from "../dates.ts";
import {
  type About,
  homeOf,
  type ImportedArticle,
  inheritedAuthors,
  type Reading,
  type SourceReader,
} from "../imported.ts";
import { personIn } from "../people.ts";
import { htmlOfEither, lineOf, plainOf } from "../text.ts";
import { all, attribute, elementsIn, first, textIn, textOf, type XmlElement } from "../xml/element.ts";
import { elementsBelow } from "../xml/elements.ts";
import { innerHtml } from "../xml/html.ts";
import { extrasOf } from "./extras.ts";
import { describedHtml, mediaOf, wholeNumber } from "./media.ts";
import { readingMinutes } from "./readingTime.ts";

/** What items stand in: RSS 2.0's and 0.9x's `channel`, RSS 1.0's root. */
const parents = new Set(["channel", "rdf:RDF"]);

/** Reads RSS 2.0, 0.9x and 1.0 (RDF). */
export const readRss: SourceReader = async function* (input, reading) {
  for await (const element of elementsBelow(input, parents, reading.report)) {
    if (element.name === "item") yield itemOf(element, input.name, reading);
    else readChannel(element, reading.about);
  }
};

/** An element of the channel: what it says of all items. */
export function readChannel(element: XmlElement, about: About): void {
  const text = textIn(element).trim();
  if (text === "") return;
  switch (element.name) {
    case "title":
      about.title ??= plainOf(text);
      break;
    case "link":
      about.url ??= webUrl(text);
      break;
    case "language":
    case "dc:language":
      about.language ??= text;
      break;
    case "generator":
      about.isOwn = text === "feedwright";
      break;
    case "managingEditor":
    case "itunes:author":
    case "dc:creator":
      if (about.authors.length === 0) about.authors = [personIn(text)];
  }
}

/** What is read of an item below; all else in a namespace is kept. */
const used = new Set(
  `atom:link content:encoded dc:creator dc:contributor dc:date dc:subject dc:language dc:rights dc:format
  dcterms:modified dcterms:created dcterms:issued media:content media:group media:thumbnail itunes:duration
  itunes:image itunes:author itunes:summary itunes:subtitle itunes:keywords atom:author atom:updated
  atom:published atom:summary atom:content feedburner:origLink dc:title itunes:title`.split(/\s+/),
);

function itemOf(item: XmlElement, file: string, reading: Reading): ImportedArticle {
  const { about, report } = reading;
  const place = { file, line: item.line };
  const date = (...names: readonly string[]) => importedDate(textOf(item, ...names), place, report);
  const home = homeOf(reading);
  const url = addressOf(item, home);
  const base = url ?? home;
  const published = date("pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published");
  const updated = date("dcterms:modified", "atom:updated");
  const { image, enclosures, pictures } = mediaOf(item, enclosuresOf(item, base), base);
  const categories = all(item, "category");
  const topics = categories.filter((each) => /\/topics\/$/.test(attribute(each, "domain") ?? ""));
  const [topic] = topics.map((each) => plainOf(textIn(each)));
  const words = [...categories.map(textIn), ...all(item, "dc:subject").map(textIn), ...keywords(item)];
  const content = contentOf(item, about.isOwn);
  return {
    place,
    // Without a guid readers know an item by its link, even if that leads by way of a counter.
    id: textOf(item, "guid") ?? attribute(item, "rdf:about") ?? textOf(item, "link") ?? url,
    url,
    title: plainOf(textOf(item, "title", "dc:title", "itunes:title")),
    contentHtml: content.html,
    base,
    summary: content.summary,
    date: published ?? updated,
    updated,
    authors: authorsOf(item, about),
    contributors: all(item, "dc:contributor").map((each) => personIn(plainOf(textIn(each)) ?? "")),
    topic,
    tags: words.flatMap((each) => plainOf(each) ?? []).filter((each) => each !== topic),
    language: textOf(item, "dc:language"),
    image,
    enclosures,
    origin: originOf(item),
    links: linksOf(item),
    comments: webUrl(textOf(item, "comments")),
    rights: plainOf(textOf(item, "dc:rights")),
    readingMinutes: readingMinutes(textOf(item, "dc:format")),
    extra: withPictures(extrasOf(item, used), pictures),
  };
}

/** Further pictures have no word of ours. */
function withPictures(
  extra: ImportedArticle["extra"],
  pictures: readonly object[],
): ImportedArticle["extra"] {
  return pictures.length === 0 ? extra : { ...extra, "media:content": pictures };
}

/** The item's page: FeedBurner's `link` leads by way of its own counter; a `guid` may be the address. */
function addressOf(item: XmlElement, site: string | undefined): string | undefined {
  const guid = first(item, "guid");
  const isLink = guid !== undefined && (attribute(guid, "isPermaLink") ?? "true").toLowerCase() === "true";
  const alternate = all(item, "atom:link").find(
    (link) => (attribute(link, "rel") ?? "alternate") === "alternate",
  );
  return (
    webUrl(textOf(item, "feedburner:origLink")) ??
    webUrl(textOf(item, "link"), site) ??
    webUrl(alternate && attribute(alternate, "href"), site) ??
    (isLink ? webUrl(textIn(guid)) : undefined)
  );
}

/** `content:encoded` is the content, and then `description` the summary; else, but in feedwright's own, that is the content. */
function contentOf(
  item: XmlElement,
  isOwn: boolean,
): { readonly html: string; readonly summary: string | undefined } {
  const encoded = markup(first(item, "content:encoded", "xhtml:body", "xhtml:div", "atom:content"));
  const description = markup(first(item, "description", "atom:summary", "itunes:summary"));
  const teaser = plainOf(textOf(item, "itunes:subtitle"));
  if (encoded.trim() !== "" || isOwn) return { html: encoded, summary: plainOf(description) };
  return {
    html: description.trim() === "" ? describedHtml(item) : htmlOfEither(description),
    summary: teaser,
  };
}

/** An element's text, which is HTML; or its own markup, where somebody forgot to escape it. */
function markup(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  return elementsIn(element).length > 0 ? innerHtml(element) : textIn(element);
}

function authorsOf(item: XmlElement, about: About): readonly Person[] {
  const names = [...all(item, "author"), ...all(item, "dc:creator")].map(
    (each) => plainOf(textIn(each)) ?? "",
  );
  const atom = all(item, "atom:author").map((each) => textOf(each, "atom:name") ?? "");
  const written = [...names, ...atom].filter((name) => name !== "");
  const podcast = lineOf(textOf(item, "itunes:author"));
  if (written.length > 0) return written.map(personIn);
  return podcast === undefined ? inheritedAuthors(about) : [personIn(podcast)];
}

function enclosuresOf(item: XmlElement, base: string | undefined): readonly EnclosureReference[] {
  return all(item, "enclosure").flatMap((each) => {
    const url = webUrl(attribute(each, "url"), base);
    if (url === undefined) return [];
    return [{ url, type: attribute(each, "type"), length: wholeNumber(attribute(each, "length")) }];
  });
}

function originOf(item: XmlElement): Origin | undefined {
  const source = first(item, "source");
  const url = source && webUrl(attribute(source, "url"));
  if (source === undefined || url === undefined) return undefined;
  return { title: plainOf(textIn(source)) ?? new URL(url).hostname, url };
}

function linksOf(item: XmlElement): readonly Link[] {
  return all(item, "atom:link").flatMap((each): Link[] => {
    const [rel, url] = [attribute(each, "rel"), webUrl(attribute(each, "href"))];
    if (url === undefined || (rel !== "via" && rel !== "related")) return [];
    return [{ rel, url, title: attribute(each, "title") }];
  });
}

function keywords(item: XmlElement): readonly string[] {
  return textOf(item, "itunes:keywords")?.split(",") ?? [];
}
