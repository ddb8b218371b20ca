import { z } from "zod";
import { profileSchema } from "../partners/profile/schema.ts";
import { durationExpects, durationType } from "../partners/profile/values.ts";
import { address, key, text, webAddress } from "./key.ts";
import {
  canonicalLanguage,
  distinguishing,
  isAddressOrPath,
  isFilePath,
  isLanguage,
  isPermalink,
  isSiteAddress,
  isTimezone,
  placeholders,
  siteAddress,
} from "./values.ts";

/**
 * The configuration's one schema: it gives the types, the checks, `feedwright.schema.json` and the
 * table in `docs/configuration.md`. A key's `description` says what it is for, `expects` what it takes.
 */

const picture = z.string().refine(isAddressOrPath);
const pictureExpects = "an http or https address, or a path on the site";

const person = z.strictObject({
  name: key(text, "text", "The name, as a byline has it"),
  email: key(z.email().optional(), "a mail address", "Mail address"),
  url: key(address.optional(), webAddress, "The person's page"),
  avatar: key(address.optional(), webAddress, "The person's picture"),
});
const oneAuthor = z.union([text, person]).meta({ expects: "a name, or `{name, email, url, avatar}`" });
const authors = z.union([text, person, z.array(oneAuthor)]).optional();
const authorsExpect = "a name, `{name, email, url, avatar}`, or a list of them";

const site = z
  .strictObject({
    title: key(text, "text", "The publication's name"),
    url: key(
      z.string().refine(isSiteAddress).transform(siteAddress).meta({ format: "uri" }),
      `${webAddress}, without \`?\` and \`#\``,
      "The site's address; articles and feeds stand below it",
    ),
    description: key(text.optional(), "text", "One sentence on what it publishes"),
    language: key(
      z.string().refine(isLanguage).default("en").transform(canonicalLanguage),
      "a language tag, as in `en`, `uk` or `pt-BR`",
      "Language of the feeds, and of articles that name none",
    ),
    timezone: key(
      z.string().refine(isTimezone).default("UTC"),
      "an IANA time zone, as in `Europe/Kyiv`",
      "Zone of the dates that name none",
    ),
    authors: key(authors, authorsExpect, "Byline of articles that name none"),
    author: key(authors, authorsExpect, "The same as `authors`; give one of the two"),
    image: key(picture.optional(), pictureExpects, "The publication's logo"),
    icon: key(picture.optional(), pictureExpects, "A large square icon, for JSON Feed"),
    favicon: key(picture.optional(), pictureExpects, "A small square icon, for Atom and JSON Feed"),
    copyright: key(text.optional(), "text", "The rights line"),
  })
  // Also where other values are wrong: all is said at once.
  .refine(({ author, authors }) => author === undefined || authors === undefined, {
    path: ["author"],
    params: { twin: "site.authors" },
    when: ({ value }) => typeof value === "object" && value !== null,
  });

const formatNames = ["rss", "atom", "json"] as const;

const feeds = z.strictObject({
  limit: key(
    z.union([z.int().min(1), z.literal("all").transform(() => Number.POSITIVE_INFINITY)]).prefault(50),
    "a whole number from 1, or `all`",
    "How many of the newest articles a feed has",
  ),
  content: key(
    z.enum(["full", "summary"]).default("full"),
    "`full` or `summary`",
    "Whole articles, or their summaries only",
  ),
  formats: key(
    z
      .array(z.enum(formatNames).meta({ expects: "`rss`, `atom` or `json`" }))
      .min(1)
      .default([...formatNames])
      .transform((names) => formatNames.filter((name) => names.includes(name))),
    "a list of `rss`, `atom` and `json`",
    "The formats that are written",
  ),
  readingTime: key(z.boolean().default(false), "true or false", "Begin each article with its reading time"),
  ttl: key(
    z.int().min(1).optional(),
    "a whole number from 1",
    "Minutes that a reader may wait between two visits (RSS only)",
  ),
});

const websub = z.strictObject({
  hubs: key(
    z.array(address).default([]),
    "a list of http or https addresses",
    "WebSub hubs that the feeds name",
  ),
});

const partner = z.strictObject({
  profile: key(
    z.union([text, profileSchema]),
    "a profile's name, a file as in `./partner.yaml`, or a profile's own keys",
    "What the partner wants: see docs/partners.md",
  ),
  name: key(
    z
      .string()
      .regex(/^[a-z\d][a-z\d-]*$/)
      .optional(),
    "small letters, digits and hyphens",
    "What articles and messages call it; else the profile's name",
  ),
  path: key(
    z.string().refine(isFilePath).optional(),
    "a file below the output folder",
    "Its file; else `partners/` and its name",
  ),
  limit: key(
    z.int().min(1).optional(),
    "a whole number from 1",
    "How many items it gets; else as the profile has it",
  ),
  window: key(durationType.optional(), durationExpects, "How old they may be; else as the profile has it"),
  categories: key(
    z.record(z.string(), text).optional(),
    "own topics or tags with the partner's names or codes",
    "What the partner calls them, beside the profile's table",
  ),
  values: key(
    z.record(z.string(), z.union([z.string(), z.number().transform(String)])).optional(),
    "names with texts",
    "The profile's `values`, as an account's number",
  ),
  strict: key(z.boolean().optional(), "true or false", "Make an article that breaks its rules an error"),
  secret: key(
    z.string().optional().meta({ isSecret: true }),
    "16 letters and digits or more",
    "A folder that only the partner knows, in which its file stands; `secretFrom` keeps it out of this file",
  ),
  secretFrom: key(
    z
      .string()
      .regex(/^[A-Za-z_]\w*$/)
      .optional(),
    "the name of an environment variable",
    "Where the secret stands",
  ),
  output: key(text.optional(), "a folder", "A folder of its own, if its file isn't to stand in `output`"),
});

const namesOfPartners = z.array(text).optional();
const credit = z
  .strictObject({
    allow: key(namesOfPartners, "a list of partners", "Partners that may have its copy; no others may"),
    deny: key(namesOfPartners, "a list of partners", "Partners that may not have it; all others may"),
    days: key(
      z.int().min(1).optional(),
      "a whole number from 1",
      "For how many days after publication they may",
    ),
  })
  .refine(({ allow, deny }) => allow === undefined || deny === undefined, {
    path: ["deny"],
    params: { twin: "allow" },
  });

const names = (list: readonly string[]): string => list.map((name) => `\`:${name}\``).join(", ");

export const schema = z.strictObject({
  $schema: key(z.string().optional(), "text", "Where editors find this schema, in JSON files"),
  site: key(site, "keys with values", "What the feeds say of the publication"),
  content: key(
    text.optional(),
    "a folder",
    "Folder of the articles; without it, the first known folder that is there",
  ),
  output: key(text.default("dist"), "a folder", "Folder that the feeds are written to"),
  permalink: key(
    z.string().refine(isPermalink).default("/:path/"),
    `a path that begins with \`/\` and has one of ${names(distinguishing)}; besides them, ${names(
      placeholders.filter((name) => !distinguishing.includes(name)),
    )}`,
    "Pattern of the articles' addresses",
  ),
  ignore: key(
    z.array(text.meta({ expects: "a glob" })).default([]),
    "a list of globs",
    "Files and folders below `content` that are no articles",
  ),
  feeds: key(feeds.prefault({}), "keys with values", "What the feeds carry"),
  websub: key(websub.prefault({}), "keys with values", "Push delivery"),
  partners: key(
    z.array(partner.meta({ expects: "keys with values, `profile` among them" })).default([]),
    "a list of partners, each with its `profile`",
    "Syndication partners, and what each of them gets",
  ),
  credits: key(
    z.record(z.string(), credit).optional(),
    "an agency's name with `allow` or `deny`, and `days`",
    "Which partners may have an agency's copy, and for how long",
  ),
});

/** The configuration after its check: defaults filled in. */
export type Settings = z.infer<typeof schema>;
