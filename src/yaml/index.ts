/**
 * YAML 1.2 for front matter and configuration: text comes in, data goes out; dates stay the text
 * that was written. Another question finds where a key or value stands.
 *
 * What can go wrong: the text is no YAML, names a key twice, or tries to blow up by aliases or depth.
 * Each is a `YamlError` with its line and column, from 1.
 */
import {
  boolCoreTag,
  CORE_SCHEMA,
  FAILSAFE_SCHEMA,
  load,
  mergeTag,
  nullCoreTag,
  parseEvents,
  type Schema,
  YAMLException,
} from "js-yaml";
import { expandedSize } from "./expansion.ts";
import { type Position, positionAt, ValueFinder } from "./locate.ts";

export { strayInJson } from "./json.ts";
export { type Position, positionAt } from "./locate.ts";

/** Values, with aliases written out. */
const largestExpansion = 100_000;

const limits = { maxDepth: 50, maxAliases: 100, maxTotalMergeKeys: 1000 };

/** What becomes of numbers: front matter wants `007` and `1.50` as they are, for they may be ids. */
const schemas = {
  numbers: CORE_SCHEMA.withTags(mergeTag),
  texts: FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag, mergeTag),
} as const satisfies Record<string, Schema>;

/** Text that can't be read as YAML. */
export class YamlError extends Error {
  override readonly name = "YamlError";
  constructor(
    readonly reason: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(reason);
  }
}

/**
 * Reads one YAML document; an empty one is null.
 * @param numbers whether numbers are read, or stay the text that was written
 * @throws YamlError
 */
export function parseYaml(source: string, numbers: keyof typeof schemas = "numbers"): unknown {
  if (/^(?:\s|#.*(?:\n|$))*$/.test(source)) return null;
  const data = loaded(source, schemas[numbers]);
  const alias = source.lastIndexOf("*");
  if (alias !== -1 && expandedSize(data) > largestExpansion) {
    const { line, column } = positionAt(source, alias);
    throw new YamlError("its aliases stand for too much, or for themselves", line, column);
  }
  return data;
}

function loaded(source: string, schema: Schema): unknown {
  try {
    return load(source, { ...limits, schema });
  } catch (error) {
    throw asYamlError(error);
  }
}

/** Where a key stands, or its value. */
export type PlaceInYaml = (
  path: readonly (string | number)[],
  part?: "key" | "value",
) => Position | undefined;

/** Tells any number of places after one reading; nothing where a key isn't there, or the source can't be read. */
export function placesInYaml(source: string): PlaceInYaml {
  const finder = new ValueFinder(source, eventsOf(source));
  return (path, part = "key") => {
    const found = finder.find(path);
    return found && positionAt(source, found[part]);
  };
}

/** JSON may be deeper than YAML is let to be. */
function eventsOf(source: string) {
  try {
    return parseEvents(source, limits);
  } catch {
    return [];
  }
}

function asYamlError(error: unknown): YamlError {
  if (!(error instanceof YAMLException)) return new YamlError("it can't be read", 1, 1);
  const { line = 0, column = 0 } = error.mark ?? {};
  return new YamlError(error.reason, line + 1, column + 1);
}
