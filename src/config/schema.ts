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
  isPagePath,
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

const limit = z.union([z.int().min(1), z.literal("all").transform(() => Number.POSITIVE_INFINITY)]);
const limitExpects = "a whole number from 1, or `all`";
const content = z.enum(["full", "summary"]);
const contentExpects = "`full` or `summary`";
const formats = z
  .array(z.enum(formatNames).meta({ expects: "`rss`, `atom` or `json`" }))
  .min(1)
  .transform((names) => formatNames.filter((name) => names.includes(name)));
const formatsExpect = "a list of `rss`, `atom` and `json`";

const feeds = z.strictObject({
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

/** What a further feed may have of its own; the rest is the main feed's. */
const ownFeed = {
  title: key(text.optional(), "text", "The feed's title; `{name}` and `{site}` stand for what it is of"),
  description: key(text.optional(), "text", "Likewise, one sentence"),
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

const scopes = z.union([
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
const criteria = {
  topic: key(some.optional(), someExpects, "Its topic"),
  tag: key(some.optional(), someExpects, "One of its tags"),
  author: key(some.optional(), someExpects, "One of its authors"),
  language: key(some.optional(), someExpects, "Its language"),
};

const where = z.strictObject({
  ...criteria,
  not: key(z.strictObject(criteria).optional(), "keys with values", "What leaves an article out"),
});

const selection = z.strictObject({
  name: key(
    z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/),
    "small letters, digits and single hyphens",
    "Its folder below `feeds/`",
  ),
  where: key(where, "keys with values", "Which articles it has: those to which all of it applies"),
  ...ownFeed,
});

const websub = z.strictObject({
  hubs: key(
    z.array(address).default([]),
    "a list of http or https addresses",
    "WebSub hubs that the feeds name, and that are told of changes",
  ),
});

const serverNames = ["netlify", "cloudflare", "nginx", "caddy", "apache"] as const;
const encodings = ["gzip", "br"] as const;

const delivery = z.strictObject({
  page: key(
    z
      .union([z.boolean(), z.string().refine(isPagePath)])
      .default(false)
      .transform((page) => (page === true ? "index.html" : page || undefined)),
    "true for `index.html`, or a path below `output` that ends in `.html`",
    "A page for people, with every feed's address and the newest headlines",
  ),
  opml: key(
    z.boolean().optional(),
    "true or false",
    "A list of all feeds for readers to import, `feeds.opml`; without this key, where there are several feeds",
  ),
  head: key(
    z.boolean().default(false),
    "true or false",
    "The feeds' links for the head of the site's pages, `delivery/head.html`",
  ),
  servers: key(
    z
      .array(z.enum(serverNames).meta({ expects: "`netlify`, `cloudflare`, `nginx`, `caddy` or `apache`" }))
      .default([])
      .refine((names) => !(names.includes("netlify") && names.includes("cloudflare")))
      .transform((names) => serverNames.filter((name) => names.includes(name))),
    "a list of `nginx`, `caddy`, `apache`, and `netlify` or `cloudflare`",
    "Servers and hosts that are told how to send the feeds",
  ),
  compress: key(
    z
      .array(z.enum(encodings).meta({ expects: "`gzip` or `br`" }))
      .default([])
      .transform((names) => encodings.filter((name) => names.includes(name))),
    "a list of `gzip` and `br`",
    "Encodings that the feeds are written in besides, for servers that send such files",
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
    z
      .record(z.string(), z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]))
      .optional(),
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

const keys = z.strictObject({
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
  scopes: key(
    scopes.prefault([]),
    "a list of `topic`, `author`, `tag` and `language`, or a mapping of them",
    "What the articles are divided by: a feed for each topic, author …",
  ),
  selections: key(
    z.array(selection).prefault([]),
    "a list of mappings",
    "Further feeds, each of a choice of articles",
  ),
  archive: key(
    z.enum(["month", "year"]).optional(),
    "`month` or `year`",
    "Keep what the main feed has no room for in archives, a document for each",
  ),
  missing: key(
    z.enum(["withdraw", "keep", "refuse"]).default("withdraw"),
    "`withdraw`, `keep` or `refuse`",
    "What becomes of an article that was published and whose file is gone",
  ),
  tombstones: key(
    z.int().min(0).default(30),
    "a whole number of days, 0 for none",
    "How long Atom feeds say that an article was withdrawn",
  ),
  websub: key(websub.prefault({}), "keys with values", "Push delivery"),
  delivery: key(delivery.prefault({}), "keys with values", "How the feeds are found and sent"),
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

export const schema = keys
  .refine(({ archive, feeds }) => archive === undefined || feeds?.limit !== Number.POSITIVE_INFINITY, {
    path: ["archive"],
    params: { expected: "a number as `feeds.limit`: a feed of all has nothing for archives" },
  })
  .check(({ value: { selections }, issues }) => {
    for (const [index, { name }] of selections.entries()) {
      if (selections.findIndex((each) => each.name === name) === index) continue;
      const params = { expected: "a name that no other selection has" };
      issues.push({ code: "custom", input: name, path: ["selections", index, "name"], params });
    }
  });

/** The configuration after its check: defaults filled in. */
export type Settings = z.infer<typeof schema>;
