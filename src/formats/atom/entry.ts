import type { Channel, Item } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { type Admits, extensionElements } from "../extensions.ts";
import { readingTime } from "../modules/dublinCore.ts";
import { media, picture } from "../modules/media.ts";
import { byline } from "../people.ts";
import { subjects } from "../subjects.ts";
import { attributes, cdata, each, element, flat, parentElement, text, textElement } from "../xml.ts";
import { category, link, person } from "./constructs.ts";
import { entryId, feedId } from "./ids.ts";

const margin = "    ";

/** One `entry`: RFC 4287, section 4.1.2. */
export function entryElement(item: Item, channel: Channel, admits: Admits): string {
  const language = item.language === channel.language ? undefined : item.language;
  const open = `  <entry${attributes({ "xml:lang": language })}>\n`;
  const before = flat(
    open,
    heading(item, channel),
    links(item),
    people(item),
    about(item),
    source(item),
    summary(item),
  );
  return `${before}${content(item)}${modules(item)}${extensionElements(margin, item.extensions, admits)}  </entry>\n`;
}

function heading(item: Item, channel: Channel): string {
  return (
    element(margin, "id", text(entryId(channel, item.id))) +
    textElement(margin, "title", item.title || item.summary || item.url) +
    (item.published === undefined ? "" : element(margin, "published", rfc3339(item.published))) +
    element(margin, "updated", rfc3339(item.updated))
  );
}

/** Section 4.2.7; the discussion page by RFC 4685, section 4. */
function links(item: Item): string {
  return (
    link(margin, { rel: "alternate", href: item.url }) +
    (item.externalUrl ? link(margin, { rel: "related", href: item.externalUrl }) : "") +
    each(item.links, ({ rel, url, type, title }) => link(margin, { rel, type, title, href: url })) +
    (item.comments ? link(margin, { rel: "replies", type: "text/html", href: item.comments }) : "") +
    each(item.enclosures, ({ url, type, title, length }) =>
      link(margin, { rel: "enclosure", type, title, length: length || undefined, href: url }),
    )
  );
}

function people(item: Item): string {
  return (
    each(byline(item), (one) => person(margin, "author", one)) +
    each(item.contributors, (one) => person(margin, "contributor", one))
  );
}

function about(item: Item): string {
  return each(subjects(item), (one) => category(margin, one)) + textElement(margin, "rights", item.rights);
}

/**
 * Section 4.2.11. The source's own `updated` isn't known: it had changed when it brought the item,
 * and that is what is said.
 */
function source({ origin, published, updated }: Item): string {
  if (!origin) return "";
  const inner = `${margin}  `;
  const children =
    element(inner, "id", text(feedId(origin.url))) +
    textElement(inner, "title", origin.title || origin.url) +
    element(inner, "updated", rfc3339(published ?? updated)) +
    link(inner, { rel: "alternate", href: origin.url });
  return parentElement(margin, "source", children);
}

/** Sections 4.1.3 and 4.2.13. An entry that has neither text repeats its title: readers show something. */
function summary({ title, summary, contentHtml }: Item): string {
  return textElement(margin, "summary", summary || (contentHtml ? undefined : title));
}

function content({ contentHtml }: Item): string {
  return contentHtml ? `    <content type="html">${cdata(contentHtml)}</content>\n` : "";
}

/** What Atom has no element for: a playing time, the picture's words, the reading time. */
function modules(item: Item): string {
  const timed = item.enclosures.filter(
    ({ duration, url }) => duration !== undefined && url !== item.image?.url,
  );
  return each(timed, (one) => media(margin, one)) + picture(margin, item.image) + readingTime(margin, item);
}
