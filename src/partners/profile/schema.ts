import { z } from "zod";
import { address, key, text, webAddress } from "../../config/key.ts";
import { isLanguage } from "../../config/values.ts";
import { frame, part } from "./elements.ts";
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

const wholeNumber = "a whole number";
const count = z.int().min(0).meta({ expects: wholeNumber });
const names = "a list of names";
const yes = "true or false";

const beyond = key(
  z.enum(["cut", "refuse"]).optional(),
  "`cut` or `refuse`",
  "What becomes of a longer one: cut after a word, or the item refused (which is usual)",
);
const length = z.strictObject({
  minimum: key(count.optional(), wholeNumber, "Characters at least"),
  maximum: key(count.optional(), wholeNumber, "Characters at most"),
  beyond,
});

const pixels = z.strictObject({
  width: key(count.optional(), wholeNumber, "Pixels from left to right"),
  height: key(count.optional(), wholeNumber, "Pixels from top to bottom"),
  shorter: key(count.optional(), wholeNumber, "Pixels of the shorter side"),
  longer: key(count.optional(), wholeNumber, "Pixels of the longer side"),
});

const ratio = z.number().positive().optional();

const images = z.strictObject({
  required: key(z.boolean().optional(), yes, "Refuses items without a picture that fits"),
  which: key(
    z.enum(["lead", "all"]).optional(),
    "`lead` or `all`",
    "The lead picture alone (which is usual), or those in the body too",
  ),
  every: key(
    z.boolean().optional(),
    yes,
    "Refuses items with a picture that doesn't fit; otherwise that picture alone isn't named",
  ),
  minimum: key(pixels.optional(), "`width`, `height`, `shorter`, `longer`", "The least size"),
  maximum: key(pixels.optional(), "`width`, `height`, `shorter`, `longer`", "The largest size"),
  ratio: key(
    z
      .strictObject({
        minimum: key(ratio, "a number above 0", "The least"),
        maximum: key(ratio, "a number above 0", "The greatest"),
      })
      .optional(),
    "`minimum`, `maximum`",
    "Width by height",
  ),
  types: key(z.array(text).optional(), "a list of media types", "Kinds of picture that are taken"),
  bytes: key(sizeType.optional(), sizeExpects, "The largest file"),
  unknown: key(
    z.enum(["pass", "refuse"]).optional(),
    "`pass` or `refuse`",
    "Whether a picture fits whose size or type isn't known (`pass` is usual)",
  ),
});

const fate = z.string().regex(/^(?:drop|unwrap|link|refuse|[a-z][a-z\d]*)$/);
const fates = "`drop` (with all in it), `unwrap` (its content stays), `link` or `refuse`";

const html = z.strictObject({
  elements: key(z.array(text).optional(), names, "Elements that may stand; all others aren't let pass"),
  attributes: key(
    z.record(z.string(), z.array(text)).optional(),
    "an element, or `*` for all, with a list of names",
    "Attributes that may stand; without it, all that feedwright lets pass",
  ),
  otherwise: key(fate.optional(), fates, "What becomes of elements that may not stand (`unwrap` is usual)"),
  replace: key(
    z.record(z.string(), fate).optional(),
    `an element with ${fates}, or the element that it becomes`,
    "What becomes of single elements",
  ),
  schemes: key(z.array(text).optional(), "a list, as in `[https, mailto]`", "Schemes that links may have"),
  depth: key(z.int().min(1).optional(), "a whole number from 1", "How many elements may stand in each other"),
  deeper: key(
    z.enum(["unwrap", "refuse"]).optional(),
    "`unwrap` or `refuse`",
    "What becomes of those that stand deeper (`unwrap` is usual)",
  ),
  frames: key(
    z.array(address).optional(),
    "a list of addresses",
    "Frames that may stand: those whose address begins so, as in `https://www.youtube.com/embed/`",
  ),
  syntax: key(
    z.enum(["html", "xhtml"]).optional(),
    "`html` or `xhtml`",
    "How elements without content are written: `<br>` (which is usual) or `<br/>`",
  ),
});

const categories = z.strictObject({
  from: key(
    z.enum(["topic", "tags", "all"]).optional(),
    "`topic`, `tags` or `all`",
    "What categories are made of (`all` is usual)",
  ),
  table: key(
    z.record(z.string(), text).optional(),
    "own topics or tags with the partner's names or codes",
    "What the partner calls them",
  ),
  otherwise: key(
    z.enum(["keep", "drop", "refuse"]).optional(),
    "`keep`, `drop` or `refuse`",
    "What becomes of those that the table hasn't: `refuse` refuses items that none is left for (`keep` is usual)",
  ),
  default: key(text.optional(), "text", "What an item has for which none is left"),
  maximum: key(count.optional(), wholeNumber, "How many an item has at most"),
});

const breaks = z.enum(["refuse", "warn", "ignore"]).optional();

const rule = z.strictObject({
  breaks: key(
    breaks,
    "`refuse`, `warn` or `ignore`",
    "What breaking it means: the item is left out (which is usual), or published all the same",
  ),
  source: key(address.optional(), webAddress, "Where the partner says so; else the profile's first source"),
  check: key(template.optional(), templateExpects, "For a rule of one's own: what is looked at"),
  matches: key(pattern.optional(), patternExpects, "What it has to match; it has to be there, at least"),
  minimum: key(z.number().optional(), "a number", "The least number, or length in characters"),
  maximum: key(z.number().optional(), "a number", "The greatest number, or length in characters"),
  expected: key(text.optional(), "text", "What is expected, in words"),
});

const value = z.strictObject({
  description: key(text.optional(), "text", "What it is"),
  default: key(z.string().optional(), "text", "What it is where the configuration gives none"),
});

const deletion = z.strictObject({
  days: key(z.int().min(1).optional(), "a whole number from 1", "For how many days it is told (30 is usual)"),
  element: key(xmlName.optional(), nameExpects, "The element around it, if it isn't the item's"),
  attributes: part.attributes,
  elements: part.elements,
  members: part.members,
});

export const formatNames = ["rss", "atom", "json-feed", "json", "xml"] as const;

/** A profile's file, or what the configuration has in its place. */
export const profileSchema = z.strictObject({
  $schema: key(z.string().optional(), "text", "Where editors find this schema"),
  name: key(
    z
      .string()
      .regex(/^[a-z\d][a-z\d-]*$/)
      .optional(),
    "small letters, digits and hyphens",
    "The partner's name; else the file's",
  ),
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
    z.array(z.string().refine(isLanguage)).optional(),
    "a list of language tags",
    "Languages that are taken; `en` takes in `en-GB`",
  ),
  id: key(template.optional(), templateExpects, "An item's id; `${id}` is usual"),
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
