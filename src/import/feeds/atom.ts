import type { EnclosureReference, Link, Origin, Person } from "../../model.ts";
import { urlFrom } from "../../url.ts";
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
import { htmlOfText, lineOf, plainOf } from "../text.ts";
import { all, attribute, first, textIn, textOf, type XmlElement } from "../xml/element.ts";
import { elementsBelow } from "../xml/elements.ts";
import { innerHtml } from "../xml/html.ts";
import { extrasOf } from "./extras.ts";
import { describedHtml, mediaOf, wholeNumber } from "./media.ts";
import { readingMinutes } from "./readingTime.ts";

/** An entry may be a document of its own (RFC 4287, section 2). */
const parents = new Set(["", "atom:feed"]);

/** Reads Atom 1.0 (RFC 4287), and 0.3 as far as it is the same. */
export const readAtom: SourceReader = async function* (input, reading) {
  for await (const element of elementsBelow(input, parents, reading.report)) {
    if (element.name === "atom:entry") yield entryOf(element, input.name, reading);
    else readFeedElement(element, reading.about);
  }
};

/** An element of the feed: what it says of all entries. */
function readFeedElement(element: XmlElement, about: About): void {
  switch (element.name) {
    case "atom:title":
      about.title ??= plainText(element);
      break;
    case "atom:generator":
      about.isOwn = textIn(element).trim() === "feedwright";
      break;
    case "atom:author":
      about.authors = [...about.authors, ...personOf(element)];
      break;
    case "atom:link":
      if ((attribute(element, "rel") ?? "alternate") === "alternate")
        about.url ??= webUrl(attribute(element, "href"), attribute(element, "xml:base"));
  }
}

const used = new Set(
  `atom:id atom:title atom:link atom:published atom:updated atom:issued atom:modified atom:created
  atom:author atom:contributor atom:category atom:summary atom:content atom:rights atom:source
  media:content media:group media:thumbnail itunes:duration itunes:image dc:format dc:creator dc:date
  dc:subject app:control app:draft dc:language`.split(/\s+/),
);

function entryOf(entry: XmlElement, file: string, reading: Reading): ImportedArticle {
  const { about, report } = reading;
  const place = { file, line: entry.line };
  const date = (...names: readonly string[]) => importedDate(textOf(entry, ...names), place, report);
  const links = all(entry, "atom:link");
  const home = homeOf(reading);
  const around = basedOn(entry, home);
  const url = linkTo(links, "alternate", around) ?? linkTo(links, undefined, around);
  const base = basedOn(entry, url ?? home);
  const updated = date("atom:updated", "atom:modified");
  const title = plainText(first(entry, "atom:title"));
  const { image, enclosures, pictures } = mediaOf(entry, enclosuresOf(links, base), base);
  const extra = extrasOf(entry, used);
  return {
    place,
    id: textOf(entry, "atom:id") ?? url,
    url,
    title,
    ...contentOf(entry, title, about.isOwn),
    base: basedOn(first(entry, "atom:content"), base),
    date: date("atom:published", "atom:issued", "atom:created", "dc:date") ?? updated,
    updated,
    held: textOf(first(entry, "app:control") ?? entry, "app:draft") === "yes" ? "draft" : undefined,
    authors: authorsOf(entry, about),
    contributors: all(entry, "atom:contributor").flatMap(personOf),
    ...subjectsOf(entry),
    language: attribute(entry, "xml:lang") ?? textOf(entry, "dc:language"),
    image,
    enclosures,
    origin: originOf(entry),
    links: links.flatMap(furtherLink),
    comments: linkTo(links, "replies", undefined),
    rights: plainText(first(entry, "atom:rights")),
    readingMinutes: readingMinutes(textOf(entry, "dc:format")),
    extra: pictures.length === 0 ? extra : { ...extra, "media:content": pictures },
  };
}

/** What an element's relative addresses start from. */
function basedOn(element: XmlElement | undefined, around: string | undefined): string | undefined {
  const own = element && attribute(element, "xml:base");
  return own === undefined ? around : (urlFrom(own, around)?.href ?? around);
}

/** feedwright's entries have their content, or none and at least their title; others' summary may be all that there is. */
function contentOf(entry: XmlElement, title: string | undefined, isOwn: boolean) {
  const content = first(entry, "atom:content");
  const summary = first(entry, "atom:summary");
  const html = content === undefined || attribute(content, "src") !== undefined ? "" : contentHtml(content);
  if (html.trim() !== "") return { contentHtml: html, summary: plainText(summary) };
  if (!isOwn)
    return { contentHtml: summary ? contentHtml(summary) : describedHtml(entry), summary: undefined };
  const said = plainText(summary);
  return { contentHtml: "", summary: said === title ? undefined : said };
}

function subjectsOf(entry: XmlElement): Pick<ImportedArticle, "topic" | "tags"> {
  const categories = all(entry, "atom:category");
  const [topic] = categories.filter((each) => isTopic(attribute(each, "scheme"))).map(label);
  const subjects = all(entry, "dc:subject").flatMap((each) => lineOf(textIn(each)) ?? []);
  return { topic, tags: [...categories.flatMap(tag), ...subjects].filter((each) => each !== topic) };
}

/** A text construct's words (RFC 4287, section 3.1). */
function plainText(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  return isPlain(element) ? lineOf(textIn(element)) : plainOf(contentHtml(element));
}

function contentHtml(element: XmlElement): string {
  const type = attribute(element, "type") ?? "text";
  if (isPlain(element)) return htmlOfText(textIn(element));
  // Atom 0.3 said `mode="escaped"` where Atom 1.0 says `html`.
  const isMarkup = /xhtml|xml$/i.test(type) || (attribute(element, "mode") ?? "escaped") === "xml";
  if (!isMarkup) return textIn(element);
  const div = first(element, "xhtml:div");
  return innerHtml(div ?? element);
}

function isPlain(element: XmlElement): boolean {
  const type = attribute(element, "type") ?? "text";
  return /^text(?:\/plain)?$/i.test(type);
}

function authorsOf(entry: XmlElement, about: About): readonly Person[] {
  const own = all(entry, "atom:author").flatMap(personOf);
  if (own.length > 0) return own;
  const creators = all(entry, "dc:creator").flatMap((each) => lineOf(textIn(each)) ?? []);
  if (creators.length > 0) return creators.map((name) => ({ name }));
  const source = first(entry, "atom:source");
  const theirs = source === undefined ? [] : all(source, "atom:author").flatMap(personOf);
  return theirs.length > 0 ? theirs : inheritedAuthors(about);
}

/** A person construct (RFC 4287, section 3.2). */
function personOf(element: XmlElement): readonly Person[] {
  const email = textOf(element, "atom:email");
  const name = lineOf(textOf(element, "atom:name")) ?? email;
  if (name === undefined) return [];
  return [{ name, email, url: webUrl(textOf(element, "atom:uri", "atom:url")) }];
}

function isTopic(scheme: string | undefined): boolean {
  return scheme?.endsWith("/topics/") === true;
}

function label(category: XmlElement): string | undefined {
  return lineOf(attribute(category, "label") ?? attribute(category, "term") ?? textIn(category));
}

/** Blogger marks each entry as a post by a category. */
function tag(category: XmlElement): readonly string[] {
  if (/schemas\.google\.com\/g\/2005#kind/.test(attribute(category, "scheme") ?? "")) return [];
  return [label(category) ?? []].flat();
}

function linkTo(
  links: readonly XmlElement[],
  rel: string | undefined,
  base: string | undefined,
): string | undefined {
  const found = links.find(
    (link) =>
      attribute(link, "rel") === rel && !/^application\/(?:atom|json)/.test(attribute(link, "type") ?? ""),
  );
  return found && webUrl(attribute(found, "href"), base);
}

function enclosuresOf(links: readonly XmlElement[], base: string | undefined): readonly EnclosureReference[] {
  return links
    .filter((link) => attribute(link, "rel") === "enclosure")
    .flatMap((link) => {
      const url = webUrl(attribute(link, "href"), base);
      const [type, title] = [attribute(link, "type"), attribute(link, "title")];
      return url === undefined ? [] : [{ url, type, length: wholeNumber(attribute(link, "length")), title }];
    });
}

function furtherLink(link: XmlElement): readonly Link[] {
  const [rel, url] = [attribute(link, "rel"), webUrl(attribute(link, "href"))];
  if (url === undefined || (rel !== "via" && rel !== "related")) return [];
  return [{ rel, url, title: attribute(link, "title") }];
}

/** The feed that an entry was taken from (RFC 4287, section 4.2.11). */
function originOf(entry: XmlElement): Origin | undefined {
  const source = first(entry, "atom:source");
  if (source === undefined) return undefined;
  const links = all(source, "atom:link");
  // A link without a word is an alternate one.
  const url =
    linkTo(links, "alternate", undefined) ??
    linkTo(links, undefined, undefined) ??
    linkTo(links, "self", undefined) ??
    webUrl(textOf(source, "atom:id"));
  return url === undefined
    ? undefined
    : { title: plainText(first(source, "atom:title")) ?? new URL(url).hostname, url };
}
