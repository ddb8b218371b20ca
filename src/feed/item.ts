import type { FormatName } from "../formats/index.ts";
import type { Category, Correction, Credit, Instant, Item, Link, Origin } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { fold } from "../render/facts.ts";
import { textOf } from "../render/text.ts";
import { absolute, checked, people } from "./addresses.ts";
import { extensions } from "./extensions.ts";
import { enclosures, picture } from "./files.ts";
import { Given } from "./given.ts";
import { episodeElements } from "./podcast.ts";

/** What an item hangs on beside itself. */
export interface ItemContext {
  readonly format: FormatName;
  readonly podcast: boolean;
  readonly report: Report;
}

/** `feed`'s item as an item of ours; undefined, and reported, where it is none, or has no date or no link. */
export function toItem(value: unknown, context: ItemContext): Item | undefined {
  let seen: string = value === null ? "null" : typeof value;
  try {
    const given = Given.from(value, () => `the item ${named(given)}`, context.report);
    if (given) return published(given, context);
  } catch {
    // A proxy may throw at any look.
    seen = "an object that can't be read";
  }
  context.report(problem("feed-item-unusable", { seen }));
  return undefined;
}

function published(given: Given, context: ItemContext): Item | undefined {
  const link = given.text("link");
  const url = absolute(link);
  const updated = dated(given);
  if (!url) context.report(problem("feed-item-link", { item: named(given), link: link ?? "" }));
  if (updated === undefined) context.report(problem("feed-item-date", { item: named(given) }));
  return url && updated !== undefined ? joined(given, context, url, updated) : undefined;
}

/** An item as problems name it. */
function named(given: Given | undefined): string {
  const quiet = given?.quietly();
  return `“${quiet?.text("title") ?? quiet?.text("link") ?? ""}”`;
}

/** What holds addresses is left out where they can't be used. One literal: this runs for every item. */
function joined(given: Given, { format, podcast, report }: ItemContext, url: string, updated: Instant): Item {
  const audio = given.value("audio");
  const pictured = given.value("image");
  const files = enclosures(given, audio, pictured, report);
  const image = picture(pictured, files);
  const { elements, members } = extensions(given, report);
  const description = given.text("description");
  const topic = given.value("topic");
  const credited = given.part("credit");
  const source = given.part("source");
  return {
    id: id(given, url, format),
    url,
    externalUrl: checked("an external page", given.text("externalUrl"), report),
    title: given.text("title") ?? "",
    summary: summary(description),
    contentHtml: html(given.html("content"), description),
    published: given.instant("published"),
    updated,
    authors: people([...given.parts("author"), ...given.parts("authors")], report),
    contributors: people(given.parts("contributor"), report),
    topic: topic ? subject(topic)[0] : undefined,
    tags: [...given.values("category").flatMap(category), ...given.values("tags").flatMap(subject)],
    image,
    // JSON Feed has a member for the picture, and would show it twice.
    enclosures: format === "json" ? files.filter((file) => file.url !== image?.url) : files,
    credit: credited && credit(credited, report),
    origin: source && origin(source, report),
    links: given.parts("links").flatMap((one) => link(one, report) ?? []),
    comments: checked("a discussion page", given.text("comments"), report),
    rights: given.text("rights") ?? given.text("copyright"),
    language: given.text("language"),
    corrections: given.parts("corrections").flatMap(correction),
    wordCount: given.number("wordCount"),
    readingMinutes: given.number("readingMinutes"),
    extensions: podcast ? [...episodeElements(audio), ...elements] : elements,
    jsonExtensions: members,
  };
}

/** When an item last changed; undefined where a date of it is none. */
export function dated(given: Given): Instant | undefined {
  const date = given.instant("date");
  const published = given.instant("published");
  return Number.isNaN(date) || Number.isNaN(published) ? undefined : (date ?? published);
}

/** As `feed` chooses it in each format: a change would make every reader show every item again. */
function id(given: Given, url: string, format: FormatName): string {
  const own = given.text("id");
  const guid = given.text("guid");
  if (format === "rss") return guid || own || url;
  return own || (format === "json" ? guid : undefined) || url;
}

/** `feed` hands `description` out as HTML: one with markup is content where there is no other. */
function html(content: string | undefined, description: string | undefined): string | undefined {
  return content || (description && /<[a-z!/]|&[#\w]+;/i.test(description) ? description : undefined);
}

function summary(description: string | undefined): string | undefined {
  const text = description && /[<&]/.test(description) ? textOf(description) : description;
  return text && fold(text);
}

function credit(given: Given, report: Report): Credit | undefined {
  const name = given.text("name");
  if (name === undefined) return undefined;
  return { name, url: checked(`the credit ${name}`, given.text("url"), report) };
}

function origin(given: Given, report: Report): Origin | undefined {
  const title = given.text("title") ?? "";
  const url = checked(`the source ${title}`, given.text("url"), report);
  return url ? { title, url } : undefined;
}

function link(given: Given, report: Report): Link | undefined {
  const rel = given.oneOf("rel", ["related", "via"]);
  const url = checked("a link", given.text("url"), report);
  return rel && url ? { rel, url, title: given.text("title"), type: given.text("type") } : undefined;
}

function category(given: string | Given): readonly Category[] {
  if (typeof given === "string") return [{ term: given }];
  const name = given.text("name");
  const term = given.text("term") ?? name;
  const scheme = given.text("scheme") ?? given.text("domain");
  return term ? [{ term, label: name === term ? undefined : name, scheme }] : [];
}

/** A category as ours have it. */
export function subject(given: string | Given): readonly Category[] {
  if (typeof given === "string") return [{ term: given }];
  const label = given.text("label");
  const scheme = given.text("scheme");
  const term = given.text("term") ?? label;
  return term ? [{ term, label, scheme }] : [];
}

function correction(given: Given): readonly Correction[] {
  const [date, note] = [given.date("date"), given.text("note")];
  return date !== undefined && note ? [{ date, note }] : [];
}
