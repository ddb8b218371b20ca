import { type Problem, problem } from "../problems/index.ts";
import type { Complaints } from "./complaints.ts";
import { meanings, vocabulary, type Word } from "./vocabulary.ts";

/** A line `Name: value` with its further lines; its name in lower case. */
interface Header {
  readonly name: string;
  readonly value: string;
}

/** Reads Pelican's and MultiMarkdown's header lines. Of a name that is given again the first counts, as in Pelican. */
export function readHeaders(source: string): Readonly<Record<string, string>> {
  const data = new Map<string, string>();
  for (const { name, value } of headersIn(source)) if (!data.get(name)) data.set(name, value);
  return Object.fromEntries(data);
}

/** Tells of names that are given again and say something else. */
export function reportRepeated(source: string, complaints: Complaints): void {
  const first = readHeaders(source);
  const times = new Map<string, number>();
  for (const { name, value } of headersIn(source)) {
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    if (before > 0 && value !== "" && value !== first[name]) complaints.add(repeated(name), [name, before]);
  }
}

function repeated(name: string): Problem {
  const meaning = meanings.get(name);
  const word: Word | undefined = meaning && vocabulary[meaning.name];
  return problem(word?.decides ? "field-twice" : "field-repeated", { key: name, other: name });
}

function headersIn(source: string): readonly Header[] {
  const headers: { name: string; value: string }[] = [];
  for (const line of source.split("\n")) {
    const [, key, value = ""] = /^([A-Za-z][\w-]*):(.*)$/.exec(line) ?? [];
    const last = headers.at(-1);
    if (key !== undefined) headers.push({ name: key.toLowerCase(), value: value.trim() });
    else if (last !== undefined && line.trim() !== "") last.value = `${last.value} ${line.trim()}`.trim();
  }
  return headers;
}
