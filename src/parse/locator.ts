import type { Place } from "../problems/index.ts";
import { type Position, placesInYaml } from "../yaml/index.ts";
import type { Head } from "./fence.ts";
import { indentQuotedLines } from "./tolerance.ts";
import { withoutLongTexts } from "./toml.ts";

/** A key's path through mappings and lists. */
export type KeyPath = readonly (string | number)[];

/** Where a key of the front matter stands in its file. */
export type Locate = (key: KeyPath) => Place;

/** Finds where keys stand. Costs a second reading of the front matter, once and only where problems ask. */
export function locator(head: Head, path: string): Locate {
  let find: ((key: KeyPath) => Position) | undefined;
  return (key) => {
    find ??= finderIn(head);
    const { line, column } = find(key);
    return { file: path, line: head.line + line - 1, column };
  };
}

function finderIn({ language, source }: Head): (key: KeyPath) => Position {
  if (language === "toml") return (key) => locateInToml(source, key);
  if (language === "headers") return (key) => locateInHeaders(source, key);
  const places = placesInYaml(indentQuotedLines(source) ?? source);
  return (key) => locateInTree(places, key);
}

/** YAML and JSON: the key, or what is above it where it isn't there itself. */
function locateInTree(places: (key: KeyPath) => Position | undefined, key: KeyPath): Position {
  if (key.length === 0) return { line: 1, column: 1 };
  return places(key) ?? locateInTree(places, key.slice(0, -1));
}

const tomlKey = /^(\[{0,2})((?:[\w\-. \t]|"[^"]*"|'[^']*')+)[\]=]/;

/** TOML: the table or key that goes furthest down the path. */
function locateInToml(source: string, path: KeyPath): Position {
  const entries = new Map<string, number>();
  let table: KeyPath = [];
  let best = { line: 1, column: 1, depth: 0 };
  for (const [index, text] of withoutLongTexts(source).split("\n").entries()) {
    const [, brackets = "", key = ""] = tomlKey.exec(text.trimStart()) ?? [];
    const names = [...key.matchAll(/"([^"]*)"|'([^']*)'|[\w-]+/g)].map(([bare, a, b]) => a ?? b ?? bare);
    if (brackets === "[[") entries.set(key, (entries.get(key) ?? -1) + 1);
    const at = brackets === "" ? [...table, ...names] : [...names, ...countOf(entries.get(key))];
    if (brackets !== "") table = at;
    const leads = names.length > 0 && at.every((step, depth) => String(step) === String(path[depth]));
    if (leads && at.length > best.depth)
      best = { line: index + 1, column: text.search(/\S/) + 1, depth: at.length };
  }
  return best;
}

function countOf(index: number | undefined): KeyPath {
  return index === undefined ? [] : [index];
}

/** A header, or its second or later line of that name. */
function locateInHeaders(source: string, [name = "", nth = 0]: KeyPath): Position {
  const named = source
    .split("\n")
    .flatMap((line, index) => (/^([\w-]+):/.exec(line)?.[1]?.toLowerCase() === name ? [index + 1] : []));
  return { line: named[Number(nth)] ?? named[0] ?? 1, column: 1 };
}
