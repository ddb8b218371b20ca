import { type Filler, isFixed } from "../fill.ts";
import { holds, isEmpty, isList, type Value } from "../profile/value.ts";

/**
 * A profile's members, filled. One is left out where what was to be filled in it is empty; what is
 * fixed stays, unless nothing else is said around it.
 */
export function filledMembers(members: unknown, filler: Filler): Readonly<Record<string, unknown>> {
  const filled = filledValue(members, filler);
  return typeof filled === "object" && filled !== null ? { ...filled } : {};
}

function filledValue(value: unknown, filler: Filler): unknown {
  if (typeof value === "string")
    return isFixed(value) ? filler.text(value) : plain(filler.value(value), filler);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return filledList(value, filler);
  const { $if: condition, $unless: exception, $each: list, ...rest }: Record<string, unknown> = { ...value };
  if (typeof list === "string") return repeated(list, { condition, exception, rest }, filler);
  return allowed(condition, exception, filler) ? filledObject(rest, filler) : undefined;
}

interface Repetition {
  readonly condition: unknown;
  readonly exception: unknown;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** A list; with `$key`, an object whose members go by it. */
function repeated(list: string, { condition, exception, rest }: Repetition, filler: Filler): unknown {
  const { $key: key, $value: value, ...members } = rest;
  const pairs = filler.each(list).flatMap((each) => {
    if (!allowed(condition, exception, each)) return [];
    const filled = filledValue(value === undefined ? members : value, each);
    if (filled === undefined) return [];
    return [[typeof key === "string" ? each.text(key) : "", filled] as const];
  });
  if (pairs.length === 0) return undefined;
  return typeof key === "string" ? Object.fromEntries(pairs) : pairs.map(([, filled]) => filled);
}

function allowed(condition: unknown, exception: unknown, filler: Filler): boolean {
  const is = (source: unknown) => typeof source === "string" && holds(filler.value(source));
  return (condition === undefined || is(condition)) && !is(exception);
}

function filledList(list: readonly unknown[], filler: Filler): unknown {
  const filled = list.map((each) => filledValue(each, filler)).filter((each) => each !== undefined);
  return list.length > 0 && filled.length === 0 ? undefined : filled;
}

function filledObject(object: Readonly<Record<string, unknown>>, filler: Filler): unknown {
  if (Object.hasOwn(object, "$value")) return filledValue(object.$value, filler);
  const filled = Object.entries(object).map(([name, value]) => [name, filledValue(value, filler)] as const);
  const isAsked = Object.values(object).some((value) => hasFields(value));
  const said = filled.filter(([, value]) => value !== undefined);
  if (isAsked && said.every(([name]) => !hasFields(object[name]))) return undefined;
  return Object.fromEntries(said);
}

/** Whether something is to be filled in. */
function hasFields(value: unknown): boolean {
  if (typeof value === "string") return !isFixed(value);
  return typeof value === "object" && value !== null && Object.values(value).some((each) => hasFields(each));
}

/** As JSON has it: numbers and yes or no stay such, all else is text or a list of it. */
function plain(value: Value, filler: Filler): unknown {
  if (isEmpty(value)) return undefined;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (isList(value)) return value.map((each) => plain(each, filler)).filter((each) => each !== undefined);
  return filler.asText(value);
}
