import { z } from "zod";
import type { Person } from "../../model.ts";
import { type Place, ProblemError, problem, type Report } from "../../problems/index.ts";
import { webUrl } from "../addresses.ts";
import { importedDate } from "../dates.ts";
import type { ImportedArticle, Reading, SourceReader } from "../imported.ts";
import { readJson } from "../json.ts";
import { lineOf, plainOf } from "../text.ts";

const given = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined);
const text = given(z.string());
/** Numbers in exports of old, ObjectIDs in those of now. */
const key = z.union([z.string(), z.number()]).transform(String);
/** Milliseconds in exports of old. */
const moment = given(z.union([z.string(), z.number().transform((at) => new Date(at).toISOString())]));
const rows = <Row extends z.ZodType>(row: Row) => z.array(row.nullable().catch(null)).default([]);

const post = z.object({
  id: key,
  title: text,
  slug: text,
  html: text,
  feature_image: text,
  type: text,
  page: z.unknown().optional(),
  status: text,
  visibility: text,
  created_at: moment,
  updated_at: moment,
  published_at: moment,
  custom_excerpt: text,
  meta_description: text,
  canonical_url: text,
  locale: text,
  author_id: given(key),
});
const tagged = z.object({ post_id: key, tag_id: key, sort_order: z.number().catch(0) });
const written = z.object({ post_id: key, author_id: key, sort_order: z.number().catch(0) });
const details = z.object({
  post_id: key,
  feature_image_alt: text,
  feature_image_caption: text,
  meta_description: text,
});
const data = z.object({
  posts: z.array(z.unknown()),
  tags: rows(z.object({ id: key, name: text, visibility: text })),
  users: rows(z.object({ id: key, name: text, website: text })),
  posts_tags: rows(tagged),
  posts_authors: rows(written),
  posts_meta: rows(details),
  settings: rows(z.object({ key: text, value: z.unknown().optional() })),
});
const dump = z.object({ data });
const anyExport = z.union([z.object({ db: z.array(dump).min(1) }), dump, data]);

type Data = z.infer<typeof data>;
type Post = z.infer<typeof post>;
type Detail = z.infer<typeof details>;

/** What posts have by reference. */
interface Tables {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly authors: ReadonlyMap<string, readonly Person[]>;
  readonly users: ReadonlyMap<string, Person>;
  readonly details: ReadonlyMap<string, Detail>;
}

/** Reads a Ghost export, of version 0.11 to 6. */
export const readGhost: SourceReader = async function* (input, reading) {
  const read = await readJson(input, anyExport, "a Ghost export with `posts`", reading.report);
  const found = "db" in read ? read.db[0]?.data : "data" in read ? read.data : read;
  if (found === undefined) throw new ProblemError(problem("import-json", { reason: "it has no `data`" }));
  readSettings(found, reading);
  const tables = tablesOf(found);
  for (const each of found.posts) {
    const read = post.safeParse(each);
    if (!read.success) continue;
    const kind = read.data.type ?? (read.data.page === 1 || read.data.page === true ? "page" : "post");
    if (kind === "post") yield postOf(read.data, input.name, tables, reading);
    else reading.about.passedOver.set(kind, (reading.about.passedOver.get(kind) ?? 0) + 1);
  }
};

function readSettings({ settings }: Data, { about }: Reading): void {
  const setting = (name: string) => {
    const value = settings.find((each) => each?.key === name)?.value;
    return typeof value === "string" ? value : undefined;
  };
  about.title = lineOf(setting("title"));
  about.language = setting("locale") ?? setting("lang");
}

function tablesOf({ tags, users, ...links }: Data): Tables {
  const tagNames = new Map(
    present(tags).flatMap(({ id, name, visibility }) => {
      // Those that begin with `#` are for themes.
      return name && visibility !== "internal" && !name.startsWith("#") ? [[id, name] as const] : [];
    }),
  );
  const people = new Map(
    present(users).flatMap(({ id, name, website }) => {
      return name ? [[id, { name, url: webUrl(website) }] as const] : [];
    }),
  );
  return {
    tags: grouped(links.posts_tags, ({ tag_id }) => tagNames.get(tag_id)),
    authors: grouped(links.posts_authors, ({ author_id }) => people.get(author_id)),
    users: people,
    details: new Map(present(links.posts_meta).map((each) => [each.post_id, each])),
  };
}

/** What belongs to each post, in its order. */
function grouped<Row extends { readonly post_id: string; readonly sort_order: number }, Value>(
  rows: readonly (Row | null)[],
  find: (row: Row) => Value | undefined,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of [...present(rows)].sort((a, b) => a.sort_order - b.sort_order)) {
    const value = find(row);
    if (value !== undefined) groups.set(row.post_id, [...(groups.get(row.post_id) ?? []), value]);
  }
  return groups;
}

function postOf(post: Post, file: string, tables: Tables, { site, report }: Reading): ImportedArticle {
  const place = { file };
  const held = heldOf(post);
  tellOf(post, held, place, report);
  const url = site && post.slug && held !== "draft" ? `${site}${post.slug}/` : undefined;
  const [topic, ...tags] = tables.tags.get(post.id) ?? [];
  const details = tables.details.get(post.id);
  return {
    place,
    // What Ghost's own feeds have as the guid.
    id: post.id,
    url,
    externalUrl: webUrl(post.canonical_url),
    slug: post.slug,
    title: lineOf(post.title),
    contentHtml: atSite(post.html, site),
    base: url ?? site,
    summary: lineOf(post.custom_excerpt ?? details?.meta_description ?? post.meta_description),
    date: importedDate(post.published_at ?? post.created_at, place, report),
    updated: importedDate(post.updated_at, place, report),
    held,
    authors: authorsOf(post, tables),
    topic,
    tags,
    language: post.locale,
    image: imageOf(post, details, site),
  };
}

/** What was sent by mail only, or is for members, was not for everybody. */
function heldOf({ status, visibility = "public" }: Post): "draft" | "hidden" | undefined {
  if (status !== "published" && status !== "scheduled" && status !== "sent") return "draft";
  return visibility !== "public" || status === "sent" ? "hidden" : undefined;
}

function tellOf(
  { title = "", html, visibility }: Post,
  held: ImportedArticle["held"],
  place: Place,
  report: Report,
): void {
  const audience = visibility === "paid" ? "paying members" : "members";
  if (held === "hidden") report(problem("import-restricted", { audience }, place));
  const what = `the content of “${title}”, which has no \`html\``;
  if (html === undefined) report(problem("import-left-out", { what }, place));
}

/** Exports have a sign for the site's address. */
function atSite(text = "", site = ""): string {
  return text.replaceAll("__GHOST_URL__", site.replace(/\/$/, ""));
}

function authorsOf({ id, author_id: only = "" }: Post, { authors, users }: Tables): readonly Person[] {
  const [named, one] = [authors.get(id), users.get(only)];
  return named ?? (one === undefined ? [] : [one]);
}

function imageOf({ feature_image: image }: Post, details: Detail | undefined, site: string | undefined) {
  const src = webUrl(atSite(image, site), site);
  if (src === undefined) return undefined;
  return {
    src,
    alt: lineOf(details?.feature_image_alt),
    caption: plainOf(details?.feature_image_caption),
  };
}

function present<Row>(rows: readonly (Row | null)[]): readonly Row[] {
  return rows.flatMap((row) => row ?? []);
}
