import { z } from "zod";
import { key, languageExpects, text } from "../key.ts";
import { isLanguage } from "../values.ts";

const formatNames = ["rss", "atom", "json"] as const;

const limit = z.union([z.int().min(1), z.literal("all").transform(() => Number.POSITIVE_INFINITY)]);
const limitExpects = "a whole number from 1, or `all`";
const content = z.enum(["full", "summary"]);
const contentExpects = "`full` or `summary`";
const formats = z
  .array(z.enum(formatNames).meta({ expects: "`rss`, `atom` or `json`" }))
  .min(1)
  .transform((names) => formatNames.filter((name) => names.includes(name)));
const formatsExpect = "a list of `rss`, `atom` and `json`";

/** What the main feed carries, and others where they say nothing else. */
export const feeds = z.strictObject({
  limit: key(limit.prefault(50), limitExpects, "How many of the newest articles a feed has"),
  content: key(content.default("full"), contentExpects, "Whole articles, or their summaries only"),
  formats: key(formats.prefault([...formatNames]), formatsExpect, "The formats that are written"),
  readingTime: key(z.boolean().default(false), "true or false", "Begin each article with its reading time"),
  ttl: key(
    z.int().min(1).optional(),
    "a whole number from 1",
    "Minutes that a reader may wait between two visits (RSS only)",
  ),
});

/** A misspelt placeholder would be published as it is written. */
const title = text
  .refine(
    (written) => [...written.matchAll(/\{(\w+)\}/g)].every(([, word]) => /^(?:name|site)$/.test(word ?? "")),
    {
      params: { expected: "text, in which `{name}` and `{site}` alone stand for something" },
    },
  )
  .optional();

/** What a further feed may have of its own; the rest is the main feed's. */
const ownFeed = {
  title: key(title, "text", "The feed's title; `{name}` and `{site}` stand for what it is of"),
  description: key(title, "text", "Likewise, one sentence"),
  minimum: key(
    z.int().min(1).default(1),
    "a whole number from 1",
    "How many articles there have to be for the feed to be written",
  ),
  limit: key(limit.optional(), limitExpects, "As `feeds.limit`"),
  content: key(content.optional(), contentExpects, "As `feeds.content`"),
  formats: key(formats.optional(), formatsExpect, "As `feeds.formats`"),
};

const scopeNames = ["topic", "author", "tag", "language"] as const;

const scope = z
  .union([z.literal(true).transform(() => ({ minimum: 1 })), z.strictObject(ownFeed)])
  .optional();
const scopeExpects = "true, or keys with values";

/** What the articles are divided by: names, or what each feed of that kind has of its own. */
export const scopes = z.union([
  z
    .array(z.enum(scopeNames).meta({ expects: "`topic`, `author`, `tag` or `language`" }))
    .transform((names) => Object.fromEntries(names.map((name) => [name, { minimum: 1 }]))),
  z.strictObject({
    topic: key(scope, scopeExpects, "A feed for each topic"),
    author: key(scope, scopeExpects, "A feed for each author"),
    tag: key(scope, scopeExpects, "A feed for each tag"),
    language: key(scope, scopeExpects, "A feed for each language"),
  }),
]);

const some = z.union([text, z.array(text).min(1)]).transform((seen) => (Array.isArray(seen) ? seen : [seen]));
const someExpects = "text, or a list of texts of which one has to fit";
const tag = z.string().refine(isLanguage).meta({ expects: languageExpects });
const languages = z
  .union([tag, z.array(tag).min(1)])
  .transform((seen) => (Array.isArray(seen) ? seen : [seen]));

const criteria = {
  topic: key(some.optional(), someExpects, "Its topic"),
  tag: key(some.optional(), someExpects, "One of its tags"),
  author: key(some.optional(), someExpects, "One of its authors"),
  language: key(languages.optional(), `${languageExpects}, or a list of them`, "Its language"),
};

const isSaid = (keys: object) => Object.values(keys).some((each) => each !== undefined);
const least = "at least one of `topic`, `tag`, `author` and `language`";

const where = z
  .strictObject({
    ...criteria,
    not: key(
      z
        .strictObject(criteria)
        .refine(isSaid, { params: { expected: least } })
        .optional(),
      "keys with values",
      "What leaves an article out",
    ),
  })
  .refine(isSaid, { params: { expected: `${least}, or \`not\`: the main feed has all` } });

/** A feed of a choice of articles. */
export const selection = z.strictObject({
  name: key(
    z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/),
    "small letters, digits and single hyphens",
    "Its folder below `feeds/`",
  ),
  where: key(where, "keys with values", "Which articles it has: those to which all of it applies"),
  ...ownFeed,
});
