import { z } from "zod";
import { isLanguage, isTimezone, placeholders, unknownPlaceholders } from "./values.ts";

/**
 * The configuration's one schema: it gives the types, the checks, `feedwright.schema.json` and the
 * table in `docs/configuration.md`. A key's `description` says what it is for, `expects` what it takes.
 */

const text = z.string().trim().min(1);
const address = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).href);

function key<Type extends z.ZodType>(type: Type, expects: string, description: string): Type {
  return type.meta({ expects, description });
}

const anAddress = "an absolute http or https address";

const person = z.union([
  text.transform((name): { name: string; email?: string; url?: string } => ({ name })),
  z.strictObject({
    name: key(text, "text", "Name as the byline has it"),
    email: key(z.email().optional(), "a mail address", "Mail address"),
    url: key(address.optional(), anAddress, "The person's page"),
  }),
]);

const site = z.strictObject({
  title: key(text, "text", "The publication's name"),
  url: key(
    address.transform(endsInSlash),
    anAddress,
    "The site's address; feeds and articles stand below it",
  ),
  description: key(text.optional(), "text", "One sentence on what it publishes"),
  language: key(
    z.string().refine(isLanguage).default("en"),
    "a language tag, as in `en`, `uk` or `pt-BR`",
    "Language of articles that name none",
  ),
  timezone: key(
    z.string().refine(isTimezone).default("UTC"),
    "an IANA time zone, as in `Europe/Kyiv`",
    "Zone of dates that name none",
  ),
  author: key(
    z.union([person.transform((one) => [one]), z.array(person)]).default([]),
    "a name, `{name, email, url}`, or a list of them",
    "Byline of articles that name none",
  ),
  image: key(
    address.optional(),
    anAddress,
    "The publication's logo; for RSS at most 144 pixels wide and 400 high",
  ),
  icon: key(address.optional(), anAddress, "A large square icon, for JSON Feed"),
  favicon: key(address.optional(), anAddress, "A small square icon, for Atom and JSON Feed"),
  copyright: key(text.optional(), "text", "The rights line"),
});

const formatName = z.enum(["rss", "atom", "json"]);

const feeds = z.strictObject({
  limit: key(
    z.union([z.int().min(1), z.literal("all").transform(() => Number.POSITIVE_INFINITY)]).default(50),
    "a whole number from 1, or `all`",
    "How many of the newest articles",
  ),
  content: key(
    z.enum(["full", "summary"]).default("full"),
    "`full` or `summary`",
    "Whole articles, or summaries only",
  ),
  formats: key(
    z
      .array(formatName)
      .min(1)
      .default(["rss", "atom", "json"])
      .transform((names) => [...new Set(names)]),
    "a list of `rss`, `atom` and `json`",
    "Which formats are written",
  ),
  readingTime: key(z.boolean().default(false), "true or false", "Begin each article with its reading time"),
  ttl: key(
    z.int().min(1).optional(),
    "minutes, a whole number from 1",
    "How long a reader may wait between visits (RSS)",
  ),
});

const websub = z.strictObject({
  hubs: key(
    z.array(address).default([]),
    "a list of absolute http or https addresses",
    "WebSub hubs that the feeds name",
  ),
});

const permalink = z
  .string()
  .startsWith("/")
  .refine((pattern) => unknownPlaceholders(pattern).length === 0);

export const schema = z.strictObject({
  site: key(site, "a mapping with `title` and `url`", "What the feeds say of the publication"),
  content: key(text.optional(), "a folder", "Folder of the articles"),
  output: key(text.default("dist"), "a folder", "Folder that the feeds are written to"),
  permalink: key(
    permalink.default("/:path/"),
    `a pattern that begins with \`/\`, of ${placeholders.map((name) => `\`:${name}\``).join(", ")}`,
    "Pattern of the articles' addresses",
  ),
  ignore: key(
    z.array(text).default([]),
    "a list of globs",
    "Files and folders below `content` that are no articles",
  ),
  feeds: key(feeds.prefault({}), "a mapping", "What the feeds carry"),
  websub: key(websub.prefault({}), "a mapping", "Push delivery"),
});

/** The configuration after its check: defaults filled in, addresses whole. */
export type CheckedConfig = z.infer<typeof schema>;

function endsInSlash(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
}
