import { z } from "zod";
import { address, key, languageExpects, partnerName, partnerNameExpects, text } from "../../config/key.ts";
import { isLanguage } from "../../config/values.ts";
import { frame, part } from "./elements.ts";
import { categories, count, html, images, length, rule, wholeNumber } from "./itemRules.ts";
import { ruleNames } from "./rules.ts";
import {
  durationExpects,
  durationType,
  nameExpects,
  pattern,
  patternExpects,
  sizeExpects,
  sizeType,
  template,
  templateExpects,
  xmlName,
} from "./values.ts";

/**
 * The profile language's one schema: it gives the types, the checks, `profiles/profile.schema.json`
 * and the table in `docs/partners.md`. Nothing has to be there, as a profile may extend another:
 * what a whole one needs, `whole.ts` asks for.
 */

const value = z.strictObject({
  description: key(text.optional(), "text", "What it is"),
  default: key(z.string().optional(), "text", "What it is where the configuration gives none"),
  matches: key(pattern.optional(), patternExpects, "What it has to match, where the configuration gives one"),
  expected: key(text.optional(), "text", "What is expected, in words"),
});

const deletion = z.strictObject({
  days: key(z.int().min(1).optional(), "a whole number from 1", "For how many days it is told (30 is usual)"),
  element: key(xmlName.optional(), nameExpects, "The element around it, if it isn't the item's"),
  attributes: part.attributes,
  elements: part.elements,
  members: part.members,
});

const formatNames = ["rss", "atom", "json-feed", "json", "xml"] as const;

/** A profile's file, or what the configuration has in its place. */
export const profileSchema = z.strictObject({
  $schema: key(z.string().optional(), "text", "Where editors find this schema"),
  name: key(partnerName.optional(), partnerNameExpects, "The partner's name; else the file's"),
  title: key(text.optional(), "text", "The partner's name, for people"),
  extends: key(text.optional(), "a profile's name, or a file", "The profile that this one starts from"),
  sources: key(z.array(address).optional(), "a list of addresses", "Where the partner's rules stand"),
  checked: key(z.iso.date().optional(), "a date, as in `2026-11-25`", "When they were last looked at"),
  format: key(
    z.enum(formatNames).optional(),
    "`rss`, `atom`, `json-feed`, `json` or `xml`",
    "The format; the last two begin with nothing of their own",
  ),
  content: key(
    z.enum(["full", "summary", "none"]).optional(),
    "`full`, `summary` or `none`",
    "Whole articles (which is usual), their summaries, or neither",
  ),
  namespaces: key(
    z.record(z.string().regex(/^(?!xml)[A-Za-z_][\w.-]*$/i), text).optional(),
    "prefixes with addresses",
    "Namespaces of the elements and attributes, beside those of the standard format",
  ),
  values: key(
    z.record(z.string().regex(/^[A-Za-z][\w-]*$/), value).optional(),
    "names with `description` and `default`",
    "What differs from publication to publication, as an account's number; `${values.name}` in templates",
  ),
  items: key(
    z
      .strictObject({
        minimum: key(count.optional(), wholeNumber, "Fewer are warned of"),
        maximum: key(z.int().min(1).optional(), "a whole number from 1", "No more are written"),
      })
      .optional(),
    "`minimum`, `maximum`",
    "How many items there are",
  ),
  window: key(durationType.optional(), durationExpects, "How old items may be"),
  size: key(sizeType.optional(), sizeExpects, "The largest file: older items are left out"),
  languages: key(
    z.array(z.string().refine(isLanguage).meta({ expects: languageExpects })).optional(),
    "a list of language tags",
    "Languages that are taken; `en` takes in `en-GB`",
  ),
  id: key(template.optional(), templateExpects, "An item's id; `${id}` is usual"),
  only: key(
    template.optional(),
    templateExpects,
    "Which items are meant, as those with a recording: where it is empty, one is passed over without a word",
  ),
  require: key(
    z.array(text).optional(),
    "a list of fields",
    "Fields that must be there: items without one are refused",
  ),
  lengths: key(
    z
      .strictObject({
        title: key(length.optional(), "`minimum`, `maximum`, `beyond`", "The title"),
        summary: key(length.optional(), "`minimum`, `maximum`, `beyond`", "The summary"),
      })
      .optional(),
    "`title`, `summary`",
    "How long an item's texts may be",
  ),
  images: key(images.optional(), "keys with values", "An item's pictures"),
  categories: key(categories.optional(), "keys with values", "An item's categories"),
  html: key(html.optional(), "keys with values", "An item's content"),
  rules: key(
    z.record(z.string().regex(/^[a-z][a-z\d-]*$/), rule).optional(),
    `a rule's name (${ruleNames.map((name) => `\`${name}\``).join(", ")}, or one of one's own) with keys`,
    "What breaking a rule means, and rules of one's own",
  ),
  document: key(
    z.array(frame).min(1).optional(),
    "a list of elements, the outermost first",
    "What stands around the items (`xml`)",
  ),
  into: key(
    z
      .string()
      .regex(/^[\w$-]+(?:\.[\w$-]+)*$/)
      .optional(),
    "a path of members, as in `feed.articles`",
    "Where the items stand (`json`); without it, the document is a list of items",
  ),
  root: key(
    z.strictObject({ attributes: part.attributes }).optional(),
    "`attributes`",
    "The outermost element (`rss`, `atom`)",
  ),
  channel: key(z.strictObject(part).optional(), "keys with values", "What is written of the feed"),
  item: key(
    z
      .strictObject({
        element: key(xmlName.optional(), nameExpects, "The element of an item (`xml`)"),
        ...part,
      })
      .optional(),
    "keys with values",
    "What is written of each item",
  ),
  deletion: key(
    deletion.optional(),
    "keys with values",
    "What is written of an article that was withdrawn; without it, nothing",
  ),
});

/** One profile's own words, without those that it extends. */
export type ProfileLayer = z.infer<typeof profileSchema>;

/** A profile with all that it extends: `name`, `title` and `format` are there. */
export interface Profile extends ProfileLayer {
  readonly name: string;
  readonly title: string;
  readonly format: (typeof formatNames)[number];
}
