import type { Category as GivenCategory } from "feed";
import type { FormatName } from "../formats/index.ts";
import type { Category, Correction, Credit, Instant, Item, Origin } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { fold } from "../render/facts.ts";
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
  const url = absolute(given.link);
  const updated = dated(given);
  const item = `“${given.title || given.link}”`;
  if (!url) report(problem("feed-item-link", { item, link: String(given.link) }));
  if (updated === undefined) report(problem("feed-item-date", { item }));
  if (!url || updated === undefined) return undefined;
  return joined(given, options, format, report, url, updated);
}

/** What holds addresses is left out where they can't be used. One literal: this runs for every item. */
function joined(
  given: FeedItem,
  options: FeedOptions,
  format: FormatName,
  report: Report,
  url: string,
  updated: Instant,
): Item {
  const files = enclosures(given, report);
  const image = picture(given, files);
  const extensions = usable(given.extensions, report);
  return {
    id: id(given, url, format),
    url,
    externalUrl: checked("an external page", given.externalUrl, report),
    title: given.title ?? "",
    summary: summary(given.description),
    contentHtml: html(given),
    published: given.published && new Date(given.published).getTime(),
    updated,
    authors: people([...(given.author ?? []), ...(given.authors ?? [])], report),
    contributors: people(given.contributor ?? [], report),
    topic: given.topic === undefined ? undefined : subject(given.topic),
    tags: [...(given.category ?? []).flatMap(category), ...(given.tags ?? []).map(subject)],
    image,
    // JSON Feed has a member for the picture, and would show it twice.
    enclosures: format === "json" ? files.filter((file) => file.url !== image?.url) : files,
    credit: given.credit && credit(given.credit, report),
    origin: given.source && origin(given.source, report),
    links: given.links?.filter((link) => checked("a link", link.url, report)),
    comments: checked("a discussion page", given.comments, report),
    rights: given.rights ?? given.copyright,
    language: given.language,
    corrections: given.corrections?.flatMap(correction),
    wordCount: given.wordCount,
    readingMinutes: given.readingMinutes,
    extensions: [...episodeElements(given, options), ...elements(extensions)],
    jsonExtensions:
      extensions.length > 0 ? { ...members(extensions), ...given.jsonExtensions } : given.jsonExtensions,
  };
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

/** `feed` hands `description` out as HTML: one with markup is content where there is no other. */
function html({ content, description }: FeedItem): string | undefined {
  return content || (description && /<[a-z!/]|&[#\w]+;/i.test(description) ? description : undefined);
}

function summary(description: string | undefined): string | undefined {
  const text = description && /[<&]/.test(description) ? textOf(description) : description;
  return text && fold(text);
}

function credit({ name, url }: Credit, report: Report): Credit {
  return { name, url: checked(`the credit ${name}`, url, report) };
}

function origin({ title, url }: Origin, report: Report): Origin | undefined {
  const address = checked(`the source ${title}`, url, report);
  return address ? { title, url: address } : undefined;
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
