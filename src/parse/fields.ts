import { isDeepStrictEqual } from "node:util";
import { distance } from "fastest-levenshtein";
import { type Problem, problem } from "../problems/index.ts";
import type { Complaints } from "./complaints.ts";
import { type DateFault, type ReadDate, readDate, type Zone } from "./dates.ts";
import type { Mapping } from "./frontMatter.ts";
import type { KeyPath } from "./locator.ts";
import { asText, distinct, isNothing, member, none } from "./values.ts";
import { containers, meanings, vocabulary, type Word, type WordName } from "./vocabulary.ts";

/** A word's value in one article: under which key it stood. */
export interface Field {
  readonly name: WordName;
  readonly key: readonly string[];
  readonly value: unknown;
}

/** What was found under the best of a word's names. */
interface Found extends Field {
  readonly rank: number;
  /** Whether the value says anything: null, empty text and `false` don't. */
  readonly speaks: boolean;
}

/**
 * An article's front matter under feedwright's own words, whatever its author's generator calls
 * them. A value of the wrong kind is a problem: an error where the word decides what is published,
 * else a warning, and the value is left out.
 */
export class Fields {
  private readonly found: Partial<Record<WordName, Found>> = {};
  private readonly falseKeys: string[] = [];
  /** What no word stands for. */
  readonly extra: Mapping = nothing;

  constructor(
    data: Mapping,
    private readonly complaints: Complaints,
    private readonly context: { readonly zone: Zone; readonly mostEntries: number },
  ) {
    const unknown = Object.keys(data).filter((key) => !this.take(key, [key], data[key], 0));
    if (unknown.length === 0) return;
    this.extra = Object.fromEntries(unknown.map((key) => [key, data[key]]));
    for (const key of containers) this.takeAll(key, data[key]);
    for (const key of unknown) this.warnOfNearMiss(key);
  }

  /** The word's value as it was written, unless it says nothing: null, empty text, `false`. */
  get(name: WordName): Field | undefined {
    const found = this.found[name];
    return found?.speaks ? found : undefined;
  }

  /** Plain text; numbers and truth values as YAML wrote them. */
  text(name: WordName): string | undefined {
    const field = this.get(name);
    return field === undefined ? undefined : (asText(field.value) ?? this.wrong(field, "text"));
  }

  flag(name: WordName): boolean {
    const field = this.get(name);
    if (field === undefined) return false;
    const text = asText(field.value)?.toLowerCase() ?? "";
    if (yes.test(text)) return true;
    if (/^(?:false|no|off|n|0)$/.test(text)) return false;
    this.wrong(field, "true or false");
    return false;
  }

  /** Whether any of these keys (lower case) says `false`, as in Jekyll's `published: false`. */
  isFalse(...keys: readonly string[]): boolean {
    return this.falseKeys.some((key) => keys.includes(key));
  }

  date(name: WordName): ReadDate | undefined {
    const field = this.get(name);
    return field === undefined ? undefined : this.dateOf(field, dateText(field.value));
  }

  /** Reads a date that stands in or below a field. */
  dateOf(field: Field, value: unknown, ...below: (string | number)[]): ReadDate | undefined {
    const text = asText(value);
    if (text === undefined) return this.wrong(field, "a date", ...below);
    const read = readDate(text, this.context.zone);
    return typeof read === "string" ? this.badDate(read, [...field.key, ...below], text) : read;
  }

  /** Reads a date that stands in the file's name. */
  dateInName(text: string): ReadDate | undefined {
    const read = readDate(text, this.context.zone);
    return typeof read === "string" ? this.badDate(read, [], text) : read;
  }

  private badDate(fault: DateFault, key: KeyPath, text: string): undefined {
    const name = key.join(".") || "the file's name";
    this.complaints.add(problem(`date-${fault}`, { key: name, seen: text.slice(0, 60) }), key);
    return undefined;
  }

  /** A list; one value alone is a list of one. Text is split where `separator` says. One that is too long costs the article. */
  list(name: WordName, separator?: string | RegExp): readonly unknown[] {
    const field = this.get(name);
    if (field === undefined) return none;
    const { value } = field;
    const split = typeof value === "string" && separator !== undefined ? value.split(separator) : value;
    if (!Array.isArray(split)) return [split];
    const { mostEntries } = this.context;
    if (split.length > mostEntries) {
      const count = split.length;
      this.reportAt(field, (key) => problem("list-too-long", { key, count, most: mostEntries }));
      return none;
    }
    return split.some(isNothing) ? split.filter((each) => !isNothing(each)) : split;
  }

  /** A list of texts, trimmed, without doubles. */
  texts(name: WordName, separator?: string | RegExp): readonly string[] {
    const texts = this.list(name, separator).map((each) => asText(each));
    return distinct(texts.every(isText) ? texts : texts.filter(isText));
  }

  /** Says that a value is not what its word takes, and leaves it out. */
  wrong(field: Field, expected: string, ...below: (string | number)[]): undefined {
    const word: Word = vocabulary[field.name];
    const alias = field.key.at(-1)?.toLowerCase() !== field.name.toLowerCase();
    if (alias && word.decides === undefined) return undefined;
    const key = [...field.key, ...below];
    const details = { key: key.join("."), expected, seen: describe(field.value) };
    this.complaints.add(problem(word.decides ? "field-type" : "field-ignored", details), key);
    return undefined;
  }

  /** Reports anything else about a field, at its place or below it. */
  reportAt(field: Field, word: (key: string) => Problem, ...below: (string | number)[]): undefined {
    const key = [...field.key, ...below];
    this.complaints.add(word(key.join(".")), key);
    return undefined;
  }

  /** Says what is wrong with the article as a whole. */
  report(problem: Problem): undefined {
    this.complaints.add(problem, []);
    return undefined;
  }

  /** Says that an address is none, and leaves it out. */
  badUrl(name: WordName, seen: string): undefined {
    const field = this.get(name);
    return field && this.reportAt(field, (key) => problem("field-url", { key, seen: seen.slice(0, 200) }));
  }

  private takeAll(container: string, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) this.take(key, [container, key], inner, 100);
  }

  private take(name: string, key: readonly string[], value: unknown, penalty: number): boolean {
    const meaning = meanings.get(name) ?? meanings.get(name.toLowerCase());
    if (value === false) this.falseKeys.push(name.toLowerCase());
    if (meaning === undefined) return false;
    // Jekyll's and Pelican's `published: true` is no date.
    if (meaning.name === "date" && typeof value === "boolean") return true;
    const found = {
      name: meaning.name,
      key,
      value,
      rank: meaning.rank + penalty,
      speaks: !isNothing(value),
    };
    const before = this.found[meaning.name];
    if (before === undefined || this.isStronger(found, before)) this.found[meaning.name] = found;
    return true;
  }

  private isStronger(found: Found, before: Found): boolean {
    const { name, rank, value } = found;
    if (rank === before.rank) this.compare(name, before, found);
    const better = rank < before.rank || (name === "draft" && !isYes(before.value) && isYes(value));
    return !before.speaks || (better && found.speaks);
  }

  /** One name in two spellings: where they don't say the same, nobody knows which is meant. */
  private compare(name: WordName, before: Found, after: Found): void {
    const together = after.key.length === 1 || before.key[0] === after.key[0];
    if (!together || !before.speaks || !after.speaks) return;
    if (isDeepStrictEqual(before.value, after.value)) return;
    const word: Word = vocabulary[name];
    const details = { key: after.key.join("."), other: before.key.join(".") };
    this.complaints.add(problem(word.decides ? "field-twice" : "field-repeated", details), after.key);
  }

  private warnOfNearMiss(key: string): void {
    const meant = nearMiss(key);
    if (meant === undefined || this.found[meant.name] !== undefined) return;
    const word: Word = vocabulary[meant.name];
    const code = word.decides ? "field-misspelt" : "field-unknown";
    this.complaints.add(problem(code, { key, meant: meant.key }), [key]);
  }
}

const yes = /^(?:true|yes|on|y|1)$/i;

/** YAML 1.1's words count too: most generators still take them. */
function isYes(value: unknown): boolean {
  return yes.test(asText(value) ?? "");
}

const nearMisses = new Map<string, { readonly key: string; readonly name: WordName } | undefined>();

/** The name that a key comes near to: a letter off, or two swapped. */
function nearMiss(key: string): { readonly key: string; readonly name: WordName } | undefined {
  if (!nearMisses.has(key)) {
    const near = [...meanings].find(([name, { rank }]) =>
      comesNear(key.toLowerCase(), name, rank === 0 ? 4 : 6),
    );
    nearMisses.set(key, near && { key: near[0], name: near[1].name });
  }
  return nearMisses.get(key);
}

/** Short words are near to many: other generators' names have to be longer than ours. */
function comesNear(key: string, name: string, shortest: number): boolean {
  if (Math.abs(key.length - name.length) > 1 || Math.min(key.length + 1, name.length) < shortest)
    return false;
  const far = distance(key, name);
  const swapped = far === 2 && [...key].sort().join() === [...name].sort().join();
  return swapped || (far === 1 && `${name}s` !== key && key !== "data");
}

/** One for all articles whose words are all known. */
const nothing: Mapping = {};

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function dateText(value: unknown): unknown {
  return member(value, "date") ?? value;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return `\`${String(value).slice(0, 60)}\``;
}
