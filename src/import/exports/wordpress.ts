import { createReadStream } from "node:fs";
import type { EnclosureReference, Person, PictureReference } from "../../model.ts";
import { problem } from "../../problems/index.ts";
import { webUrl } from "../addresses.ts";
import { importedDate } from "../dates.ts";
import { detached } from "../detached.ts";
import { readChannel } from "../feeds/rss.ts";
import { homeOf, type ImportedArticle, type Reading, type SourceReader } from "../imported.ts";
import type { Input } from "../input.ts";
import { lineOf, plainOf } from "../text.ts";
import { all, textIn, textOf, type XmlElement } from "../xml/element.ts";
import { elementsBelow } from "../xml/elements.ts";
import { postHtml, shortcodesIn } from "./wordpressHtml.ts";

const parents = new Set(["channel"]);

/** What a post may name by its number or login. */
interface Site {
  readonly authors: Map<string, Person>;
  readonly pictures: ReadonlyMap<string, PictureReference>;
}

/**
 * Reads a WordPress export (WXR 1.0 to 1.2). It is read as a stream; where posts have featured
 * pictures it is read twice, for these may stand behind the posts that name them.
 */
export const readWordpress: SourceReader = async function* (input, reading) {
  const site: Site = { authors: new Map(), pictures: await featuredPictures(input) };
  for await (const element of elementsBelow(input, parents, reading.report)) {
    if (element.name === "item") {
      const kind = textOf(element, "wp:post_type") ?? "post";
      const status = textOf(element, "wp:status") ?? "publish";
      if (kind === "post" && status !== "trash") yield postOf(element, input.name, site, reading);
      else passOver(kind === "post" ? "post in the trash" : kind, reading);
    } else readHead(element, site, reading);
  }
};

function passOver(kind: string, { about: { passedOver } }: Reading): void {
  const name = kind.slice(0, 40);
  passedOver.set(name, (passedOver.get(name) ?? 0) + 1);
}

function readHead(element: XmlElement, { authors }: Site, { about }: Reading): void {
  if (element.name === "wp:author") {
    const login = textOf(element, "wp:author_login");
    const name = lineOf(textOf(element, "wp:author_display_name")) ?? login;
    const email = textOf(element, "wp:author_email");
    if (login !== undefined && name !== undefined) authors.set(login, { name, email });
  } else if (element.name === "wp:base_blog_url") about.url = webUrl(textIn(element)) ?? about.url;
  else readChannel(element, about);
}

function postOf(
  item: XmlElement,
  file: string,
  { authors, pictures }: Site,
  reading: Reading,
): ImportedArticle {
  const { about, report } = reading;
  const place = { file, line: item.line };
  const status = textOf(item, "wp:status") ?? "publish";
  const restricted = status === "private" || textOf(item, "wp:post_password") !== undefined;
  const isDraft = /^(?:draft|pending|auto-draft)$/.test(status);
  const { meta, login } = { meta: metaOf(item), login: textOf(item, "dc:creator") };
  const source = textOf(item, "content:encoded") ?? "";
  const shortcodes = shortcodesIn(source);
  if (shortcodes.length > 0) report(problem("import-shortcodes", { names: shortcodes }, place));
  if (restricted) report(problem("import-restricted", { audience: "some readers only" }, place));
  const { topic, tags } = subjectsOf(item);
  const home = homeOf(reading);
  const url = webUrl(textOf(item, "link"), home);
  const date = dateOf(item, "post_date", place, reading);
  return {
    place,
    id: textOf(item, "guid") ?? url,
    // A draft's address is not the one that it will have.
    url: isDraft ? undefined : url,
    slug: textOf(item, "wp:post_name"),
    title: plainOf(textOf(item, "title")),
    contentHtml: postHtml(source),
    base: url ?? home,
    summary:
      plainOf(textOf(item, "excerpt:encoded")) ??
      lineOf(meta.get("_yoast_wpseo_metadesc")?.[0]) ??
      beforeMore(source),
    date: date ?? (isDraft ? undefined : importedDate(textOf(item, "pubDate"), place, report)),
    updated: dateOf(item, "post_modified", place, reading),
    held: isDraft ? "draft" : restricted ? "hidden" : undefined,
    authors: login === undefined ? about.authors : [authors.get(login) ?? { name: login }],
    topic,
    tags,
    image: pictures.get(meta.get("_thumbnail_id")?.[0] ?? ""),
    enclosures: (meta.get("enclosure") ?? []).flatMap(enclosure),
  };
}

/** A clock's time, and how far it was from UTC then; a draft has the former only. */
function dateOf(
  item: XmlElement,
  name: "post_date" | "post_modified",
  place: ImportedArticle["place"],
  { report }: Reading,
) {
  const local = dateIn(textOf(item, `wp:${name}`));
  const utc = dateIn(textOf(item, `wp:${name}_gmt`));
  if (local === undefined || utc === undefined)
    return importedDate(utc === undefined ? local : `${utc}Z`, place, report);
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(`${utc}Z`)) / 60_000);
  if (!(Math.abs(minutes) < 24 * 60)) return importedDate(`${utc}Z`, place, report);
  const [sign, size] = [minutes < 0 ? "-" : "+", Math.abs(minutes)];
  const offset = `${sign}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
  return importedDate(`${local}${minutes === 0 ? "Z" : offset}`, place, report);
}

function dateIn(text: string | undefined): string | undefined {
  return text === undefined || text.startsWith("0000") ? undefined : text.replace(" ", "T");
}

function subjectsOf(item: XmlElement): { topic: string | undefined; tags: readonly string[] } {
  const named = (domain: string) =>
    all(item, "category")
      .filter(({ attributes }) => attributes.domain === domain)
      .flatMap((each) => plainOf(textIn(each)) ?? []);
  // What nobody sorted WordPress calls by its default category.
  const categories = named("category").filter((name) => name !== "Uncategorized");
  const [topic, ...others] = categories;
  return { topic, tags: [...others, ...named("post_tag")].filter((tag) => tag !== topic) };
}

function metaOf(item: XmlElement): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const each of all(item, "wp:postmeta")) {
    const [key, value] = [textOf(each, "wp:meta_key"), textOf(each, "wp:meta_value")];
    if (key !== undefined && value !== undefined) meta.set(key, [...(meta.get(key) ?? []), value]);
  }
  return meta;
}

/** WordPress's and podcast plugins' three lines: address, length, type. */
function enclosure(value: string): readonly EnclosureReference[] {
  const [address, length, type] = value.split(/\r?\n/).map((line) => line.trim());
  const url = webUrl(address);
  return url === undefined ? [] : [{ url, type: type || undefined, length: Number(length) || undefined }];
}

function beforeMore(source: string): string | undefined {
  const at = source.search(/<!--\s*more/);
  return at === -1 ? undefined : plainOf(postHtml(source.slice(0, at)));
}

/** The pictures among the attachments, by their numbers; none where no post features one. */
async function featuredPictures(input: Input): Promise<ReadonlyMap<string, PictureReference>> {
  const pictures = new Map<string, PictureReference>();
  if (!(await mentions(input, "_thumbnail_id"))) return pictures;
  // What is wrong with the markup is told when the posts are read.
  for await (const item of elementsBelow(input, parents, () => {})) {
    if (textOf(item, "wp:post_type") !== "attachment") continue;
    const [id, src] = [textOf(item, "wp:post_id"), webUrl(textOf(item, "wp:attachment_url"))];
    const alt = lineOf(metaOf(item).get("_wp_attachment_image_alt")?.[0]);
    const caption = plainOf(textOf(item, "excerpt:encoded"));
    if (id === undefined || src === undefined) continue;
    pictures.set(detached(id), { src, alt: alt && detached(alt), caption: caption && detached(caption) });
  }
  return pictures;
}

async function mentions({ path }: Input, word: string): Promise<boolean> {
  let end = Buffer.alloc(0);
  for await (const bytes of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const joined = Buffer.concat([end, bytes]);
    if (joined.includes(word)) return true;
    end = joined.subarray(-word.length);
  }
  return false;
}
