import type { Item } from "../../model.ts";
import { rfc822 } from "../dates.ts";
import { type Admits, extensionElements } from "../extensions.ts";
import { contributors, modified, readingTime } from "../modules/dublinCore.ts";
import { picture } from "../modules/media.ts";
import { subjects } from "../subjects.ts";
import { attributes, cdata, each, element, emptyElement, flat, text, textElement } from "../xml.ts";
import { category } from "./channel.ts";
import { enclosures } from "./enclosures.ts";
import { authors } from "./people.ts";
import { plainAsHtml, plainElement } from "./text.ts";

const margin = "      ";

/** One `item`: RSS 2.0, elements of item. */
export function itemElement(item: Item, admits: Admits): string {
  const before = flat("    <item>\n", heading(item), people(item), categories(item), description(item));
  return `${before}${content(item)}${files(item)}${rest(item)}${extensionElements(margin, item.extensions, admits)}    </item>\n`;
}

function heading(item: Item): string {
  return (
    plainElement(margin, "title", item.title || (item.summary || item.contentHtml ? undefined : item.url)) +
    textElement(margin, "link", item.url) +
    guid(item) +
    element(margin, "pubDate", rfc822(item.published ?? item.updated)) +
    modified(margin, item.updated)
  );
}

/** A permalink only where the id is the address that opens the article. */
function guid({ id, url }: Item): string {
  const isPermaLink = String(id === url && /^https?:/.test(id));
  return element(margin, "guid", text(id), attributes({ isPermaLink }));
}

function people(item: Item): string {
  return authors(margin, item) + contributors(margin, item.contributors);
}

function categories(item: Item): string {
  return each(subjects(item), (one) => category(margin, one));
}

/** An empty `description` stands before content without a summary: the RSS profile wants it there. */
function description({ summary, contentHtml }: Item): string {
  return summary || contentHtml ? element(margin, "description", plainAsHtml(summary ?? "")) : "";
}

function content({ contentHtml }: Item): string {
  return contentHtml ? `      <content:encoded>${cdata(contentHtml)}</content:encoded>\n` : "";
}

function files(item: Item): string {
  return enclosures(margin, item) + picture(margin, item.image);
}

function rest(item: Item): string {
  return (
    readingTime(margin, item) +
    textElement(margin, "comments", item.comments) +
    source(item) +
    textElement(margin, "dc:language", item.language) +
    plainElement(margin, "dc:rights", item.rights) +
    each(item.links, ({ rel, url, title, type }) =>
      emptyElement(margin, "atom:link", attributes({ rel, type, title, href: url })),
    ) +
    (item.externalUrl
      ? emptyElement(margin, "atom:link", attributes({ rel: "related", href: item.externalUrl }))
      : "")
  );
}

/** Where the item was taken from, else the agency that is credited, if it has an address. */
function source({ origin, credit }: Item): string {
  if (origin)
    return plainElement(margin, "source", origin.title || origin.url, attributes({ url: origin.url }));
  return credit?.url ? plainElement(margin, "source", credit.name, attributes({ url: credit.url })) : "";
}
