import { z } from "zod";
import { key, text } from "./key.ts";
import { delivery, websub } from "./schema/delivery.ts";
import { feeds, scopes, selection } from "./schema/feeds.ts";
import { guards } from "./schema/guards.ts";
import { limits } from "./schema/limits.ts";
import { pages } from "./schema/pages.ts";
import { credit, partner } from "./schema/partners.ts";
import { site } from "./schema/site.ts";
import {
  distinguishing,
  hostOf,
  isPermalink,
  placeholderOf,
  placeholders,
  placeholdersIn,
} from "./values.ts";

/**
 * The configuration's one schema: it gives the types, the checks, `feedwright.schema.json` and the
 * table in `docs/configuration.md`. A key's `description` says what it is for, `expects` what it takes.
 */

const names = (list: readonly string[]): string => list.map((name) => `\`:${name}\``).join(", ");

const permalinkExpects = `a path that begins with \`/\` and has one of ${names(distinguishing)}; besides them, ${names(
  placeholders.filter((name) => !distinguishing.includes(name)),
)}; with \`_lower\` behind it, what is made of files' names is in lower case`;

const hostExpects = "as in `www.youtube-nocookie.com`";
const host = z
  .string()
  .refine((text) => hostOf(text) !== undefined)
  .transform((text) => hostOf(text) ?? text);

/** A placeholder that isn't one is named: patterns have several. */
const permalink = z.string().superRefine((pattern, context) => {
  if (isPermalink(pattern)) return;
  const unknown = placeholdersIn(pattern).find((name) => placeholderOf(name) === undefined);
  const expected = unknown && `${permalinkExpects}; \`:${unknown}\` is none of them`;
  context.addIssue({ code: "custom", params: { expected } });
});

const keys = z.strictObject({
  $schema: key(z.string().optional(), "text", "Where editors find this schema, in JSON files"),
  site: key(site, "keys with values", "What the feeds say of the publication"),
  content: key(
    text.optional(),
    "a folder",
    "Folder of the articles; without it, the first known folder that is there",
  ),
  output: key(text.default("dist"), "a folder", "Folder that the feeds are written to"),
  atomic: key(
    z.boolean().default(false),
    "true or false",
    "Make `output` a symbolic link, which each build leads to a complete new folder: all or nothing",
  ),
  permalink: key(permalink.default("/:path/"), permalinkExpects, "Pattern of the articles' addresses"),
  ignore: key(
    z.array(text.meta({ expects: "a glob" })).default([]),
    "a list of globs",
    "Files and folders below `content` that are no articles",
  ),
  feeds: key(feeds.prefault({}), "keys with values", "What the feeds carry"),
  embeds: key(
    z.array(host.meta({ expects: `a host, ${hostExpects}` })).default([]),
    `a list of hosts, ${hostExpects}`,
    "Hosts whose frames articles may show; all others become links",
  ),
  limits: key(limits.prefault({}), "keys with values", "What one article may cost"),
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
  broken: key(
    z.enum(["keep", "drop", "fail"]).default("keep"),
    "`keep`, `drop` or `fail`",
    "What becomes of an article that was published and can't be read or rendered any more",
  ),
  guards: key(
    guards.prefault({}),
    "keys with values",
    "What a build may do to the feeds unless somebody insists",
  ),
  tombstones: key(
    z.int().min(0).default(30),
    "a whole number of days, 0 for none",
    "How long Atom feeds say that an article was withdrawn",
  ),
  websub: key(websub.prefault({}), "keys with values", "Push delivery"),
  pages: key(
    pages,
    "true, or keys with values",
    "Pages of the articles, a front page and topics' pages: see docs/pages.md",
  ),
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
  .refine(({ pages, delivery }) => pages === undefined || delivery?.page !== "index.html", {
    path: ["delivery", "page"],
    params: { expected: "true, or another path than that of the front page, `index.html`" },
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
