import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { type Problem, problem } from "../problems/index.ts";
import { nodeAt } from "./jsonSchema.ts";
import type { Flags } from "./load.ts";
import type { Source } from "./source.ts";

type Issue = z.core.$ZodIssue;

/** Words what the schema objects to: one problem for each wrong key or value. */
export function complaints(issues: readonly Issue[], source: Source, flags: Flags): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => unknownKey([...issue.path, key], source));
    const inner = issue.code === "invalid_union" ? insideUnion(issue) : [];
    if (inner.length > 0) return complaints(inner, source, flags);
    return [wrongValue(issue.path, source, flags)];
  });
}

/** The objections of the one alternative that fits in kind: a mapping's or list's own. */
function insideUnion({ errors, path }: Extract<Issue, { code: "invalid_union" }>): Issue[] {
  const fitting = errors.find((each) =>
    each.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys"),
  );
  return (fitting ?? []).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function unknownKey(path: readonly PropertyKey[], source: Source): Problem {
  const key = path.join(".");
  const node = nodeAt(path.slice(0, -1));
  const known = Object.keys(
    node?.properties ?? node?.anyOf?.find((each) => each.properties)?.properties ?? {},
  );
  const meant = near(String(path.at(-1)), known);
  return problem("config-key-unknown", { key, known, meant }, source.locate(path, "key"));
}

function wrongValue(path: readonly PropertyKey[], source: Source, flags: Flags): Problem {
  const key = path.map(String).join(".");
  const seen = valueAt(source.data, path);
  const flag = path[0] === "site" && (path[1] === "title" || path[1] === "url") ? path[1] : undefined;
  const given = flag === undefined ? undefined : flags[flag];
  const node = nodeAt(path) ?? nodeAt(path.slice(0, -1));
  const expected = node?.expects ?? nodeAt(path.slice(0, -1))?.expects ?? "another value";
  if (given !== undefined)
    return problem("config-value", { key: `--${flag}`, seen: `\`${given}\``, expected, meant: undefined });
  if (seen === undefined)
    return problem("config-key-missing", { key, expected }, source.locate(path.slice(0, -1), "key"));
  const meant = typeof seen === "string" ? near(seen, choicesOf(node)) : undefined;
  return problem(
    "config-value",
    { key, seen: describe(seen), expected, meant },
    source.locate(path, "value"),
  );
}

function choicesOf(node: ReturnType<typeof nodeAt>): string[] {
  return (node?.enum ?? []).filter((choice): choice is string => typeof choice === "string");
}

/** The name that was meant, if one is near enough: two letters off, or a third of it. */
function near(seen: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(seen.toLowerCase(), known);
  const limit = Math.max(2, Math.floor(candidate.length / 3));
  return distance(seen.toLowerCase(), candidate.toLowerCase()) <= limit ? candidate : undefined;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map<PropertyKey, unknown>(Object.entries(value)).get(String(step));
  }, data);
}

function describe(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : `\`${String(value).slice(0, 80)}\``;
}
