import { createHash } from "node:crypto";
import { rfc822, rfc3339 } from "../../formats/dates.ts";
import { escapeText } from "../../render/escape.ts";
import { fold } from "../../render/facts.ts";
import { textOf as proseOf } from "../../render/text.ts";
import { pictured } from "./dates.ts";
import { cut, lengthOf } from "./length.ts";
import { holds, isEmpty, isList, type Value } from "./value.ts";

/** What templates may do with a field: the catalogue that profiles are checked by, and that `docs/partners.md` lists. */

export interface Filter {
  readonly says: string;
  /** An example. */
  readonly example: string;
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  apply(value: Value, args: readonly Value[], asText: (value: Value) => string): Value;
}

/** One that makes text of text, of each where it is given a list, and nothing of nothing. */
function ofText(
  says: string,
  example: string,
  [least, most]: readonly [number, number],
  make: (text: string, args: readonly string[]) => string,
): Filter {
  return {
    says,
    example,
    least,
    most,
    apply: (value, args, asText) => {
      const texts = args.map(asText);
      const one = (each: Value) => (isEmpty(each) ? undefined : make(asText(each), texts));
      return isList(value) ? value.map(one) : one(value);
    },
  };
}

function ofDate(
  says: string,
  example: string,
  most: number,
  make: (instant: number, args: string[]) => string | number,
) {
  return {
    says,
    example,
    least: most === 0 ? 0 : 1,
    most,
    apply: (value: Value, args: readonly Value[]) =>
      value instanceof Date ? make(value.getTime(), args.map(String)) : value,
  };
}

function ofList(says: string, example: string, apply: (list: readonly Value[]) => Value): Filter {
  return { says, example, least: 0, most: 0, apply: (value) => apply(listOf(value)) };
}

function listOf(value: Value): readonly Value[] {
  return (isList(value) ? value : [value]).filter((each) => !isEmpty(each));
}

const whole = (text: string | undefined): number => Math.max(0, Math.trunc(Number(text)) || 0);

export const filters: Readonly<Record<string, Filter>> = {
  rfc822: ofDate("A date as RSS has it, in GMT", "published | rfc822", 0, rfc822),
  rfc3339: ofDate("A date as Atom has it, in UTC (`w3c` is the same)", "updated | rfc3339", 0, rfc3339),
  w3c: ofDate("A date as W3C has it", "updated | w3c", 0, rfc3339),
  unix: ofDate("Seconds since 1970", "updated | unix", 0, (instant) => Math.floor(instant / 1000)),
  date: ofDate(
    "A date written by a pattern of YYYY, YY, MM, DD, HH, mm, ss, SSS, Z (+09:00) and ZZ (+0900), in a zone (UTC is usual)",
    'published | date "YYYY-MM-DD HH:mm" "Asia/Tokyo"',
    2,
    (instant, [pattern = "", zone = "UTC"]) => pictured(instant, pattern, zone),
  ),
  upper: ofText("Capitals", "title | upper", [0, 0], (text) => text.toUpperCase()),
  lower: ofText("Small letters", "topic | lower", [0, 0], (text) => text.toLowerCase()),
  cut: ofText(
    "At most so many characters, cut after a word, with `…` or another ending",
    "summary | cut 300",
    [1, 2],
    (text, [most, ending = "…"]) => cut(text, whole(most), ending),
  ),
  text: ofText("HTML as plain text", "content | text", [0, 0], (html) => fold(proseOf(html))),
  escape: ofText("Plain text as HTML", "title | escape", [0, 0], escapeText),
  replace: ofText(
    "One text in another's place, everywhere",
    'title | replace "–" "-"',
    [2, 2],
    (text, [from = "", to = ""]) => (from === "" ? text : text.replaceAll(from, to)),
  ),
  before: ofText("What stands before a text", 'language | before "-"', [1, 1], (text, [mark = ""]) => {
    const at = text.indexOf(mark);
    return at === -1 ? text : text.slice(0, at);
  }),
  after: ofText("What stands after a text", 'id | after "id="', [1, 1], (text, [mark = ""]) => {
    const at = text.indexOf(mark);
    return at === -1 ? text : text.slice(at + mark.length);
  }),
  prefix: ofText(
    "A text in front, if there is something",
    'credit | prefix "Source: "',
    [1, 1],
    (text, [front = ""]) => front + text,
  ),
  suffix: ofText(
    "A text behind, if there is something",
    'credit | suffix " / wire"',
    [1, 1],
    (text, [behind = ""]) => text + behind,
  ),
  slug: ofText("Small letters, digits and hyphens", "topic | slug", [0, 0], (text) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, ""),
  ),
  hash: ofText(
    "SHA-256, in hexadecimal digits, or the first so many",
    "id | hash 32",
    [0, 1],
    (text, [digits = "64"]) => createHash("sha256").update(text).digest("hex").slice(0, whole(digits)),
  ),
  clock: ofText("Seconds as HH:MM:SS", "enclosure.duration | clock", [0, 0], (text) => {
    const seconds = whole(text);
    return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
      .map((part) => String(Math.floor(part)).padStart(2, "0"))
      .join(":");
  }),
  join: {
    says: "A list as one text",
    example: 'authors | join " and "',
    least: 1,
    most: 1,
    apply: (value, [between], asText) => listOf(value).map(asText).join(asText(between)),
  },
  first: ofList("The first of a list", "tags | first", ([first]) => first),
  last: ofList("The last of a list", "byline | last", (list) => list.at(-1)),
  count: ofList("How many a list has", "images | count", (list) => list.length),
  take: {
    says: "The first so many of a list",
    example: "tags | take 5",
    least: 1,
    most: 1,
    apply: (value, [most]) => listOf(value).slice(0, whole(String(most))),
  },
  list: ofList("A list, also of a single value (JSON)", "topic | list", (list) => list),
  length: {
    says: "How many characters a text has",
    example: "content | text | length",
    least: 0,
    most: 0,
    apply: (value, _, asText) => lengthOf(asText(value)),
  },
  bytes: {
    says: "How many bytes a text has in UTF-8",
    example: "content | bytes",
    least: 0,
    most: 0,
    apply: (value, _, asText) => Buffer.byteLength(asText(value)),
  },
  number: {
    says: "A text as a number (JSON)",
    example: "values.account | number",
    least: 0,
    most: 0,
    apply: (value, _, asText) => {
      const text = asText(value).trim();
      return text === "" || !Number.isFinite(Number(text)) ? undefined : Number(text);
    },
  },
  string: {
    says: "A number as text (JSON)",
    example: "image.width | string",
    least: 0,
    most: 0,
    apply: (value, _, asText) => (isEmpty(value) ? undefined : asText(value)),
  },
  default: {
    says: "Something else where there is nothing",
    example: "image.caption | default title",
    least: 1,
    most: 1,
    apply: (value, [other]) => (isEmpty(value) ? other : value),
  },
  is: {
    says: "Whether it is one of some texts; of a list, whether one of it is",
    example: 'topic | is "Sport" "Chess"',
    least: 1,
    most: 50,
    apply: (value, args, asText) => {
      const wanted = args.map(asText);
      return listOf(value).some((each) => wanted.includes(asText(each)));
    },
  },
  matches: {
    says: "Whether a regular expression matches it",
    example: 'url | matches "^https:"',
    least: 1,
    most: 1,
    apply: (value, [pattern], asText) => new RegExp(asText(pattern), "u").test(asText(value)),
  },
  yields: {
    says: "A text or field where a condition holds, else nothing, or another",
    example: 'credit | yields "agency" "staff"',
    least: 1,
    most: 2,
    apply: (value, [one, other]) => (holds(value) ? one : other),
  },
};
