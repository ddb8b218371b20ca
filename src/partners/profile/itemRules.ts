import { z } from "zod";
import { address, key, text, webAddress } from "../../config/key.ts";
import { pattern, patternExpects, sizeExpects, sizeType, template, templateExpects } from "./values.ts";

/** What a profile wants of an item: its lengths, its pictures, its content, its categories, and rules of its own. */

export const wholeNumber = "a whole number";
export const count = z.int().min(0).meta({ expects: wholeNumber });
const names = "a list of names";
const yes = "true or false";

const beyond = key(
  z.enum(["cut", "refuse"]).optional(),
  "`cut` or `refuse`",
  "What becomes of a longer one: cut after a word, or the item refused (which is usual)",
);
/** How long a text may be. */
export const length = z.strictObject({
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

/** What pictures have to be like. */
export const images = z.strictObject({
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

/** What may stand in content, and what becomes of the rest. */
export const html = z.strictObject({
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

/** What topics and tags become. */
export const categories = z.strictObject({
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

/** What breaking a rule means, or a rule of a profile's own. */
export const rule = z.strictObject({
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
