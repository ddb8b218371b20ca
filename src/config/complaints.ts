import type { z } from "zod";
import { type Place, type Problem, problem } from "../problems/index.ts";
import { expectsOf, isSecret, keysOf, nodeAt, type SchemaName } from "./jsonSchema.ts";
import type { Setting } from "./overlay.ts";
import type { Source } from "./source.ts";
import { meantKey, meantValue } from "./suggestions.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What was checked: the file's source, what flags set on top of it, and both together. */
export interface Checked {
  readonly source: Source;
  readonly settings: readonly Setting[];
  readonly data: unknown;
  /** Whose words it is written in; the configuration's if absent. */
  readonly schema?: SchemaName | undefined;
}

/** Words what the schema objects to: one problem for each wrong key or value, as the file has them. */
export function complaints(issues: readonly Issue[], checked: Checked): Problem[] {
  return worded(issues, checked).sort(
    ({ place: a }, { place: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  );
}

function worded(issues: readonly Issue[], checked: Checked): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => unknownKey([...issue.path, key], checked));
    const inner = issue.code === "invalid_union" ? insideUnion(issue) : [];
    return inner.length > 0 ? worded(inner, checked) : [wrongValue(issue, checked)];
  });
}

/** The objections of the one alternative that fits in kind: a mapping's or list's own. */
function insideUnion({ errors, path }: Extract<Issue, { code: "invalid_union" }>): Issue[] {
  const fitting = errors.find((each) =>
    each.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys"),
  );
  return (fitting ?? []).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function unknownKey(path: Path, { source, schema }: Checked): Problem {
  const known = keysOf(nodeAt(path.slice(0, -1), schema)).filter((key) => !key.startsWith("$"));
  return problem(
    "config-key-unknown",
    { key: written(path), known, meant: meantKey(path, schema), of: schema ?? "configuration" },
    source.locate(path, "key"),
  );
}

function wrongValue(issue: Issue, checked: Checked): Problem {
  const { path } = issue;
  const { source, settings, data, schema } = checked;
  const key = written(path);
  const flag = settings.find((each) => written(each.path) === key)?.flag;
  const seen = valueAt(data, path);
  const node = nodeAt(path, schema);
  const own = issue.code === "custom" ? issue.params?.expected : undefined;
  const expected = typeof own === "string" ? own : (expectsOf(node) ?? "another value");
  if (seen === undefined) return problem("config-key-missing", { key, expected }, source.locate(path, "key"));
  if (issue.code === "custom" && typeof issue.params?.twin === "string") {
    const { twin, isRival = false } = issue.params;
    return problem("config-key-twice", { key, twin, isRival: isRival === true }, source.locate(path, "key"));
  }
  if (isSecret(node))
    return problem(
      "config-value",
      { key, seen: "not one", expected, meant: undefined },
      fileOnly(source, path),
    );
  const meant = meantValue(path, seen, node);
  if (flag !== undefined) return problem("flag-value", { flag, seen: String(seen), expected, meant });
  return problem(
    "config-value",
    { key, seen: describe(seen), expected, meant },
    source.locate(path, "value"),
  );
}

/** The place of what isn't to be shown. */
function fileOnly(source: Source, path: Path): Place | undefined {
  const place = source.locate(path, "key");
  return place && { file: place.file };
}

/** `site.authors[1].url` */
export function written(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map<PropertyKey, unknown>(Object.entries(value)).get(String(step));
  }, data);
}

function describe(value: unknown): string {
  if (value === null || value === "") return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty mapping" : "a mapping";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return `\`${text.length > 80 ? `${text.slice(0, 80)}…` : text}\``;
}
