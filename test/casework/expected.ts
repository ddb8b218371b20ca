import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import { z } from "zod";

/** `null` says that a reader must not find it. */
const text = z.string().nullable();

const person = z.union([
  z.string(),
  z.strictObject({ name: text, email: text.optional(), url: text.optional(), avatar: text.optional() }),
]);
const category = z.union([z.string(), z.strictObject({ term: z.string(), scheme: text.optional() })]);
const enclosure = z.union([
  z.string(),
  z.strictObject({
    url: z.string(),
    type: text.optional(),
    length: z.number().nullable().optional(),
    duration: z.number().nullable().optional(),
    title: text.optional(),
  }),
]);
const picture = z.strictObject({
  url: z.string(),
  type: text.optional(),
  length: z.number().nullable().optional(),
  width: z.number().nullable().optional(),
  height: z.number().nullable().optional(),
  alt: text.optional(),
  caption: text.optional(),
  credit: text.optional(),
});

/** An item's fields, as far as a case is about them. */
const fields = z.strictObject({
  id: z.string().optional(),
  url: z.string().optional(),
  title: text.optional(),
  summary: text.optional(),
  contentHtml: text.optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  authors: z.array(person).optional(),
  contributors: z.array(person).optional(),
  categories: z.array(category).optional(),
  enclosures: z.array(enclosure).optional(),
  image: picture.nullable().optional(),
  language: text.optional(),
  comments: text.optional(),
  rights: text.optional(),
  source: z.strictObject({ title: z.string(), url: z.string() }).nullable().optional(),
  via: z.array(z.string()).optional(),
  related: z.array(z.string()).optional(),
  externalUrl: text.optional(),
  readingMinutes: z.number().optional(),
  wordCount: z.number().optional(),
});

/** A title alone, or fields; `rss`, `atom` and `json` say where a format differs. */
const item = z.union([
  z.string().transform((title) => ({ title })),
  fields.extend({ rss: fields.optional(), atom: fields.optional(), json: fields.optional() }),
]);

const feed = z.strictObject({
  id: z.string().optional(),
  title: text.optional(),
  url: text.optional(),
  description: text.optional(),
  language: text.optional(),
  updated: text.optional(),
  authors: z.array(person).optional(),
  copyright: text.optional(),
  hubs: z.array(z.string()).optional(),
  self: text.optional(),
});

const fragments = z.strictObject({
  has: z.array(z.string()).default([]),
  lacks: z.array(z.string()).default([]),
});

const expected = z.strictObject({
  says: z.string(),
  flags: z.array(z.string()).optional(),
  from: z.string().default("."),
  exit: z.int().default(0),
  problems: z.array(z.string()).default([]),
  heldBack: z.array(z.string()).default([]),
  items: z.array(item).optional(),
  feed: feed.extend({ rss: feed.optional(), atom: feed.optional(), json: feed.optional() }).optional(),
  rss: fragments.optional(),
  atom: fragments.optional(),
  json: fragments.optional(),
  report: fragments.optional(),
  limited: z.boolean().default(false),
  files: z.array(z.string()).optional(),
});

/** What a case's `expected.yaml` says. */
export type Expected = z.infer<typeof expected>;

export type Fragments = z.infer<typeof fragments>;

/** Reads it; dates stay text. */
export function readExpected(path: string): Expected {
  return expected.parse(load(readFileSync(path, "utf8"), { schema: CORE_SCHEMA }));
}
