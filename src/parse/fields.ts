import { isDeepStrictEqual } from "node:util";
import { distance } from "fastest-levenshtein";
import { type Problem, problem } from "../problems/index.ts";
import type { Complaints } from "./complaints.ts";
import { type ReadDate, readDate, type Zone } from "./dates.ts";
import type { Mapping } from "./frontMatter.ts";
import { asText, distinct, isNothing, member } from "./values.ts";
import { containers, meanings, vocabulary, type Word, type WordName } from "./vocabulary.ts";

/** A word's value in one article: under which key it stood. */
export interface Field extends Said {
  readonly name: WordName;
}

interface Said {
  readonly key: readonly string[];
  readonly value: unknown;
}

/**
 * An article's front matter under feedwright's own words, whatever its author's generator calls
 * them. A value of the wrong kind is a problem: an error where the word decides what is published,
 * else a warning, and the value is left out.
 */
export class Fields {
  private readonly fields = new Map<WordName, Field & { rank: number }>();
  private readonly falseKeys = new Set<string>();
  /** What no word stands for. */
  readonly extra: Mapping;

  constructor(
    data: Mapping,
    private readonly complaints: Complaints,
    private readonly zone: Zone,
  ) {
    this.extra = Object.fromEntries(Object.entries(data).filter(([key, each]) => !this.take([key], each, 0)));
    for (const key of containers) this.takeAll(key, data[key]);
    for (const key of Object.keys(this.extra)) this.warnOfNearMiss(key);
  }

  /** The word's value as it was written, unless it says nothing: null, empty text, `false`. */
  get(name: WordName): Field | undefined {
    const field = this.fields.get(name);
    return field === undefined || isNothing(field.value) ? undefined : field;
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

  /** Whether any of the word's names says `false`, as in Jekyll's `published: false`. */
  isFalse(key: string): boolean {
    return this.falseKeys.has(key);
  }

  date(name: WordName): ReadDate | undefined {
    const field = this.get(name);
    return field === undefined ? undefined : this.dateOf(field, dateText(field.value));
  }

  /** Reads a date that stands in or below a field. */
  dateOf(field: Field, value: unknown, ...below: (string | number)[]): ReadDate | undefined {
    const text = asText(value);
    if (text === undefined) return this.wrong(field, "a date", ...below);
    return this.dateAt([...field.key, ...below], text);
  }

  /** Reads a date; an empty key says that it stands in the file's name. */
  dateAt(key: readonly (string | number)[], text: string): ReadDate | undefined {
    const read = readDate(text, this.zone);
    if (typeof read !== "string") return read;
    const name = key.join(".") || "the file's name";
    this.complaints.add(problem(`date-${read}`, { key: name, seen: text.slice(0, 60) }), key);
    return undefined;
  }

  /** A list; one value alone is a list of one. Text is split where `separator` says. */
  list(name: WordName, separator?: string | RegExp): readonly unknown[] {
    const value = this.get(name)?.value;
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.filter((each) => !isNothing(each));
    if (typeof value === "string" && separator !== undefined)
      return value.split(separator).filter((part) => !isNothing(part));
    return [value];
  }

  /** A list of texts, trimmed, without doubles. */
  texts(name: WordName, separator: string | RegExp): readonly string[] {
    return distinct(this.list(name, separator).flatMap((each) => asText(each) ?? []));
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

  /** Says that an address is none, and leaves it out. */
  badUrl(name: WordName, seen: string): undefined {
    const field = this.get(name);
    return field && this.reportAt(field, (key) => problem("field-url", { key, seen: seen.slice(0, 200) }));
  }

  private takeAll(container: string, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) this.take([container, key], inner, 100);
  }

  private take(key: readonly string[], value: unknown, penalty: number): boolean {
    const meaning = meanings.get((key.at(-1) ?? "").toLowerCase());
    if (value === false) this.falseKeys.add((key.at(-1) ?? "").toLowerCase());
    if (meaning === undefined) return false;
    const { name } = meaning;
    // Jekyll's and Pelican's `published: true` is no date.
    if (name === "date" && typeof value === "boolean") return true;
    const rank = meaning.rank + penalty;
    const before = this.fields.get(name) ?? unsaid;
    if (rank === before.rank) this.compare(name, before, { key, value });
    const better = rank < before.rank || (name === "draft" && !isYes(before.value) && isYes(value));
    const stronger = isNothing(before.value) || (better && !isNothing(value));
    if (stronger) this.fields.set(name, { name, key, value, rank });
    return true;
  }

  /** One name in two spellings: where they don't say the same, nobody knows which is meant. */
  private compare(name: WordName, before: Said, after: Said): void {
    const together = after.key.length === 1 || before.key[0] === after.key[0];
    if (!together || isNothing(before.value) || isNothing(after.value)) return;
    if (isDeepStrictEqual(before.value, after.value)) return;
    const word: Word = vocabulary[name];
    const details = { key: after.key.join("."), other: before.key.join(".") };
    this.complaints.add(problem(word.decides ? "field-twice" : "field-repeated", details), after.key);
  }

  private warnOfNearMiss(key: string): void {
    const meant = nearMiss(key);
    if (meant === undefined || this.fields.has(meant.name)) return;
    const word: Word = vocabulary[meant.name];
    const code = word.decides ? "field-misspelt" : "field-unknown";
    this.complaints.add(problem(code, { key, meant: meant.key }), [key]);
  }
}

/** Before any of a word's names is seen. */
const unsaid = { key: [], value: undefined, rank: Number.POSITIVE_INFINITY };

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

function dateText(value: unknown): unknown {
  return member(value, "date") ?? value;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return `\`${String(value).slice(0, 60)}\``;
}
