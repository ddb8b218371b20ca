import { z } from "zod";
import type { EnclosureReference, Link, Person, PictureReference } from "../../model.ts";
import { webUrl } from "../addresses.ts";
import { importedDate } from "../dates.ts";
import {
  homeOf,
  type ImportedArticle,
  inheritedAuthors,
  type Reading,
  type SourceReader,
} from "../imported.ts";
import { readJson } from "../json.ts";
import { htmlOfText, lineOf } from "../text.ts";
import { limited } from "./extras.ts";

/** What is wrong in one member costs that member only. */
const text = z.string().optional().catch(undefined);
const number = z.number().nonnegative().optional().catch(undefined);
const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item.nullable().catch(null)).optional().catch(undefined);

const author = z.object({ name: text, url: text, avatar: text, email: text });
const ours = z.object({
  reading_minutes: number,
  topic: z.object({ term: text }).optional().catch(undefined),
  credit: z.object({ name: z.string(), url: text }).optional().catch(undefined),
  source: z.object({ title: z.string(), url: z.string() }).optional().catch(undefined),
  links: list(z.object({ rel: z.enum(["via", "related"]), url: z.string(), title: text })),
  comments_url: text,
  rights: text,
  contributors: list(author),
  image: z
    .object({
      type: text,
      length: number,
      width: number,
      height: number,
      alt: text,
      caption: text,
      credit: text,
    })
    .optional()
    .catch(undefined),
});

const item = z.looseObject({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author: author.optional().catch(undefined),
  authors: list(author),
  tags: list(z.string()),
  language: text,
  attachments: list(
    z.object({
      url: z.string(),
      mime_type: text,
      title: text,
      size_in_bytes: number,
      duration_in_seconds: number,
    }),
  ),
  _feedwright: ours.optional().catch(undefined),
});

const feed = z.object({
  title: text,
  home_page_url: text,
  language: text,
  author: author.optional().catch(undefined),
  authors: list(author),
  _feedwright: z.object({}).optional().catch(undefined),
  items: z.array(z.unknown()),
});

type Item = z.infer<typeof item>;

/** Reads JSON Feed 1.1 and 1.0. */
export const readJsonFeed: SourceReader = async function* (input, reading) {
  const { items, ...head } = await readJson(input, feed, "a JSON Feed with `items`", reading.report);
  const { about } = reading;
  about.title = lineOf(head.title);
  about.url = webUrl(head.home_page_url);
  about.language = head.language;
  about.authors = people(head.authors ?? [head.author]);
  // Only feedwright has members of this name.
  about.isOwn = "_feedwright" in head && head._feedwright !== undefined;
  for (const each of items) {
    const read = item.safeParse(each);
    if (read.success) yield itemOf(read.data, input.name, reading);
  }
};

function itemOf(item: Item, file: string, reading: Reading): ImportedArticle {
  const { about, report } = reading;
  const place = { file };
  const extension = item._feedwright;
  const home = homeOf(reading);
  const url = webUrl(item.url, home);
  const authors = people(item.authors ?? [item.author]);
  const topic = extension?.topic?.term;
  const updated = importedDate(item.date_modified, place, report);
  return {
    place,
    id: item.id === undefined ? url : String(item.id),
    url,
    externalUrl: webUrl(item.external_url),
    title: lineOf(item.title),
    // feedwright's items have their content, or a text that stands in for it.
    contentHtml: item.content_html ?? (about.isOwn ? "" : htmlOfText(item.content_text ?? "")),
    base: url ?? home,
    summary: lineOf(item.summary),
    date: importedDate(item.date_published, place, report) ?? updated,
    updated,
    authors: authors.length > 0 ? authors : inheritedAuthors(about),
    contributors: people(extension?.contributors),
    topic,
    tags: present(item.tags).filter((tag) => tag !== topic),
    language: item.language,
    image: imageOf(item),
    enclosures: present(item.attachments).flatMap(enclosure),
    origin: extension?.source,
    credit: extension?.credit,
    links: present(extension?.links).flatMap(({ rel, url, title }): Link[] => {
      const address = webUrl(url);
      return address === undefined ? [] : [{ rel, url: address, title }];
    }),
    comments: webUrl(extension?.comments_url),
    rights: extension?.rights,
    readingMinutes: extension?.reading_minutes,
    extra: extensionsOf(item),
  };
}

function imageOf({
  image,
  banner_image: banner,
  _feedwright: extension,
}: Item): PictureReference | undefined {
  const src = webUrl(image) ?? webUrl(banner);
  return src === undefined ? undefined : { ...extension?.image, src };
}

type Attachment = NonNullable<NonNullable<Item["attachments"]>[number]>;

function enclosure({
  url: given,
  mime_type: type,
  title,
  ...sizes
}: Attachment): readonly EnclosureReference[] {
  const url = webUrl(given);
  if (url === undefined) return [];
  return [
    { url, type, title, length: sizes.size_in_bytes || undefined, duration: sizes.duration_in_seconds },
  ];
}

type Author = z.infer<typeof author>;

function people(list: readonly (Author | null | undefined)[] | undefined): readonly Person[] {
  return present(list).flatMap((each): Person[] => {
    const name = lineOf(each.name) ?? each.email ?? each.url;
    return name === undefined
      ? []
      : [{ name, email: each.email, url: webUrl(each.url), avatar: webUrl(each.avatar) }];
  });
}

function present<T>(list: readonly (T | null | undefined)[] | undefined): readonly T[] {
  return (list ?? []).flatMap((each) => each ?? []);
}

/** Others' extensions, whose names begin with `_`. */
function extensionsOf(item: Item): ImportedArticle["extra"] {
  const pairs = Object.entries(item).filter(([name]) => name.startsWith("_") && name !== "_feedwright");
  return limited(Object.fromEntries(pairs));
}
