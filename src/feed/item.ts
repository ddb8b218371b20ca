import type { Category as GivenCategory } from "feed";
import type { FormatName } from "../formats/index.ts";
import type { Category, Correction, Instant, Item } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { textOf } from "../render/text.ts";
import { absolute, checked, people } from "./addresses.ts";
import { elements, members, usable } from "./extensions.ts";
import { enclosures, picture } from "./files.ts";
import { episodeElements } from "./podcast.ts";
import type { FeedCorrection, FeedItem, FeedOptions } from "./types.ts";

/** `feed`'s item as an item of ours; undefined, and reported, where it has no date or no link. */
export function toItem(
  given: FeedItem,
  options: FeedOptions,
  format: FormatName,
  report: Report,
): Item | undefined {
  const item = `“${given.title || given.link}”`;
  const url = absolute(given.link);
  const updated = dated(given);
  if (!url) report(problem("feed-item-link", { item, link: String(given.link) }));
  if (updated === undefined) report(problem("feed-item-date", { item }));
  else if (url)
    return {
      url,
      id: id(given, url, format),
      ...facts(given, updated),
      ...parts(given, options, format, report),
    };
  return undefined;
}

/** When an item last changed; undefined where a date of it is none. */
export function dated({ date, published }: FeedItem): Instant | undefined {
  const dates = [date, published].flatMap((one) => (one ? [new Date(one).getTime()] : []));
  return dates.some(Number.isNaN) ? undefined : dates[0];
}

/** As `feed` chooses it in each format: a change would make every reader show every item again. */
function id({ id, guid }: FeedItem, url: string, format: FormatName): string {
  if (format === "rss") return guid || id || url;
  return id || (format === "json" ? guid : undefined) || url;
}

/** What needs no checking. */
function facts(given: FeedItem, updated: Instant) {
  const { title = "", published, language, wordCount, readingMinutes } = given;
  return {
    ...{ title, updated, language, wordCount, readingMinutes },
    ...texts(given),
    published: published && new Date(published).getTime(),
    rights: given.rights ?? given.copyright,
    topic: given.topic === undefined ? undefined : subject(given.topic),
    tags: [...(given.category ?? []).flatMap(category), ...(given.tags ?? []).map(subject)],
    corrections: given.corrections?.flatMap(correction),
  };
}

/** What holds addresses, and is left out where they can't be used. */
function parts(given: FeedItem, options: FeedOptions, format: FormatName, report: Report) {
  const files = enclosures(given, report);
  const image = picture(given, files);
  const extensions = usable(given.extensions, report);
  return {
    authors: people([...(given.author ?? []), ...(given.authors ?? [])], report),
    contributors: people(given.contributor ?? [], report),
    // JSON Feed has a member for the picture, and would show it twice.
    enclosures: format === "json" ? files.filter(({ url }) => url !== image?.url) : files,
    image,
    ...elsewhere(given, report),
    comments: checked("a discussion page", given.comments, report),
    externalUrl: checked("an external page", given.externalUrl, report),
    extensions: [...episodeElements(given, options), ...elements(extensions)],
    jsonExtensions: { ...members(extensions), ...given.jsonExtensions },
  };
}

function elsewhere({ credit, source, links }: FeedItem, report: Report) {
  const url = checked("a source", source?.url, report);
  return {
    credit: credit && { name: credit.name, url: checked(`the credit ${credit.name}`, credit.url, report) },
    origin: source && url ? { title: source.title, url } : undefined,
    links: links?.filter((link) => checked("a link", link.url, report)),
  };
}

/** `feed` hands `description` out as HTML: with markup it is content, and its text the summary. */
function texts({ description, content }: FeedItem) {
  const html = content || (description && /<[a-z!/]|&[#\w]+;/i.test(description) ? description : undefined);
  const text = description && /[<&]/.test(description) ? textOf(description) : description;
  return { contentHtml: html, summary: text?.replace(/\s+/g, " ").trim() };
}

function category({ name, term, scheme, domain }: GivenCategory): readonly Category[] {
  const key = term ?? name;
  return key ? [{ term: key, label: name === key ? undefined : name, scheme: scheme ?? domain }] : [];
}

function subject(given: string | Category): Category {
  return typeof given === "string" ? { term: given } : given;
}

function correction({ date, note }: FeedCorrection): readonly Correction[] {
  const instant = new Date(date).getTime();
  return Number.isNaN(instant) ? [] : [{ date: instant, note }];
}
