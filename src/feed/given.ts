import type { Author, Extension, Category as GivenCategory } from "feed";
import { isWritable } from "../formats/dates.ts";
import { legal } from "../formats/xml.ts";
import type { ArchiveLinks, Category, Cloud, Instant, Link } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import type { FeedCorrection, FeedImage, FeedItem, FeedOptions, FeedRhythm, FeedTombstone } from "./types.ts";

type Name =
  | keyof FeedOptions
  | keyof FeedItem
  | keyof (Author & Category & GivenCategory & FeedImage & Link & FeedCorrection & Extension)
  | keyof (Cloud & FeedRhythm & ArchiveLinks & FeedTombstone)
  | ("rss" | "atom" | "json")
  | "contributors";

type Fields = Readonly<Record<string, unknown>>;

/** A field whose getter throws: no reader takes it. */
const unreadable = Symbol("unreadable");

/** Most fields of most items aren't there: one list for all of them. */
const none: readonly never[] = [];

const root = () => "";

/**
 * An object that a caller gave. JavaScript lets anything stand anywhere: what isn't what its field
 * is for is as if it weren't there, and told. Nothing here throws for it.
 */
export class Given {
  readonly #fields: Fields;
  readonly #of: () => string;
  readonly #report: Report;
  readonly #path: () => string;

  /** @param path names the object within the whole, for problems */
  constructor(fields: Fields, of: () => string, report: Report, path = root) {
    this.#fields = fields;
    this.#of = of;
    this.#report = report;
    this.#path = path;
  }

  /** @param of names the whole, for problems */
  static from(value: unknown, of: () => string, report: Report): Given | undefined {
    return isObject(value) ? new Given(value, of, report) : undefined;
  }

  /** For a second look, whose problems have been told. */
  quietly(): Given {
    return new Given(
      this.#fields,
      () => "",
      () => {},
    );
  }

  /** Plain text without what XML forbids, so that ids and names are the same in every format. */
  text(name: Name): string | undefined {
    const value = this.raw(name);
    // Most fields aren't there or are text, and an item has many.
    if (value === undefined) return undefined;
    const text = typeof value === "string" ? value : this.#text(value, name);
    return text ? legal(text) : undefined;
  }

  /** Text as it was given: content is long, and the writers look through it anyway. */
  html(name: Name): string | undefined {
    return this.#text(this.raw(name), name);
  }

  number(name: Name): number | undefined {
    const value = this.raw(name);
    if (isAbsent(value)) return undefined;
    const number = typeof value === "string" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : this.lose(name, "a number");
  }

  oneOf<Word extends string>(name: Name, words: readonly Word[]): Word | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    return words.find((word) => word === text) ?? this.lose(name, words.join(" or "));
  }

  date(name: Name): Instant | undefined {
    const instant = this.instant(name);
    return Number.isNaN(instant) ? this.lose(name, "a date from the year 1 to 9999") : instant;
  }

  /** As `date`, but NaN, untold, where it is none. */
  instant(name: Name): Instant | undefined {
    const value = this.raw(name);
    return isAbsent(value) ? undefined : instantFrom(value);
  }

  /** The texts and objects of a list; one alone stands for a list of one. */
  values(name: Name): readonly (string | Given)[] {
    const value = this.raw(name);
    if (isAbsent(value)) return none;
    const found: (string | Given)[] = [];
    if (Array.isArray(value))
      value.forEach((each: unknown, i) => {
        this.#add(found, each, () => `${name}[${i}]`);
      });
    else this.#add(found, value, () => name);
    return found;
  }

  value(name: Name): string | Given | undefined {
    return this.values(name)[0];
  }

  /** The objects of a list; one alone stands for a list of one. */
  parts(name: Name): readonly Given[] {
    const values = this.values(name);
    if (values.length === 0) return none;
    return values.flatMap((each) => (typeof each === "string" ? (this.lose(name, "an object") ?? []) : each));
  }

  part(name: Name): Given | undefined {
    return this.parts(name)[0];
  }

  /** A mapping whose keys are the caller's own. */
  entries(name: Name): readonly (readonly [string, unknown])[] {
    const part = this.part(name);
    return part ? Object.keys(part.#fields).map((key) => [key, part.raw(key)] as const) : [];
  }

  raw(name: string): unknown {
    try {
      return this.#fields[name];
    } catch {
      return unreadable;
    }
  }

  /** Tells that a field can't be used. */
  lose(name: string, expected: string): undefined {
    const field = `${this.#path()}${name}`;
    this.#report(problem("feed-value", { field, of: this.#of(), expected }));
  }

  #text(value: unknown, name: string): string | undefined {
    return isAbsent(value) ? undefined : (textFrom(value) ?? this.lose(name, "text"));
  }

  /** Names are put together only for problems. */
  #add(found: (string | Given)[], value: unknown, name: () => string): void {
    if (value === "") return;
    const text = textFrom(value);
    if (text !== undefined) found.push(legal(text));
    else if (isObject(value))
      found.push(new Given(value, this.#of, this.#report, () => `${this.#path()}${name()}.`));
    else this.lose(name(), "text or an object");
  }
}

/** Text; a number or a URL as it is written. */
function textFrom(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || (typeof value === "number" && Number.isFinite(value)))
    return String(value);
  return value instanceof URL ? value.href : undefined;
}

/** A moment that the formats can write, from a date of whatever kind, or NaN. */
function instantFrom(value: unknown): Instant {
  const plain = isObject(value) ? primitive(value) : value;
  const instant =
    typeof plain === "string" || typeof plain === "number" ? new Date(plain).getTime() : Number.NaN;
  return isWritable(instant) ? instant : Number.NaN;
}

function primitive(value: object): unknown {
  try {
    return value.valueOf();
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** `false` is what `condition && value` gives. */
function isAbsent(value: unknown): value is undefined | null | false | "" {
  return value === undefined || value === null || value === false || value === "";
}
