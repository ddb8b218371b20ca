import type { ElementRule } from "./elements.ts";
import { channelFields, deletionFields, type Field, idFields, itemFields, records } from "./fields.ts";
import type { ProfileLayer } from "./schema.ts";

type Path = readonly (string | number)[];

/** What kind of thing the templates of a place tell of. */
export type Scope = "channel" | "item" | "deletion" | "id";

/** A list whose members are told of one by one: what each goes by, and the field that it is of. */
export type Bound = ReadonlyMap<string, Field<never>>;

/** A text of a profile that says what is written: a template, a repetition's list, or a name. */
export interface Found {
  readonly is: "template" | "list" | "element" | "attribute";
  readonly path: Path;
  readonly text: string;
  readonly scope: Scope;
  readonly bound: Bound;
}

const none: Bound = new Map();

/** Every text of a profile that has a meaning of its own. */
export function* textsOf(profile: ProfileLayer): Generator<Found> {
  if (profile.id !== undefined) yield template(["id"], profile.id, "id");
  if (profile.only !== undefined) yield template(["only"], profile.only, "item");
  for (const [name, { check }] of Object.entries(profile.rules ?? {}))
    if (check !== undefined) yield template(["rules", name, "check"], check, "item");
  yield* attributesOf(profile.root?.attributes, ["root"], "channel", none);
  for (const [index, frame] of (profile.document ?? []).entries()) {
    const path = ["document", index];
    yield { is: "element", path: [...path, "element"], text: frame.element, scope: "channel", bound: none };
    yield* partOf(frame, path, "channel");
  }
  for (const name of ["channel", "item", "deletion"] as const) {
    const part = profile[name];
    if (part === undefined) continue;
    if ("element" in part && part.element !== undefined)
      yield { is: "element", path: [name, "element"], text: part.element, scope: name, bound: none };
    yield* partOf(part, [name], name);
  }
}

function template(path: Path, text: string, scope: Scope): Found {
  return { is: "template", path, text, scope, bound: none };
}

interface Part {
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly elements?: readonly ElementRule[] | undefined;
  readonly members?: unknown;
}

function* partOf({ attributes, elements, members }: Part, path: Path, scope: Scope): Generator<Found> {
  yield* attributesOf(attributes, path, scope, none);
  yield* elementsOf(elements, [...path, "elements"], scope, none);
  if (members !== undefined) yield* membersOf(members, [...path, "members"], scope, none);
}

function* attributesOf(
  attributes: Readonly<Record<string, string>> | undefined,
  above: Path,
  scope: Scope,
  bound: Bound,
): Generator<Found> {
  for (const [name, text] of Object.entries(attributes ?? {})) {
    const path = [...above, "attributes", name];
    yield { is: "attribute", path, text: name, scope, bound };
    yield { is: "template", path, text, scope, bound };
  }
}

function* elementsOf(
  elements: readonly ElementRule[] | undefined,
  above: Path,
  scope: Scope,
  outer: Bound,
): Generator<Found> {
  for (const [index, rule] of (elements ?? []).entries()) {
    const path = [...above, index];
    yield { is: "element", path: [...path, "element"], text: rule.element, scope, bound: outer };
    if (rule.each !== undefined)
      yield { is: "list", path: [...path, "each"], text: rule.each, scope, bound: outer };
    const bound = rule.each === undefined ? outer : binding(rule.each, scope, outer);
    for (const name of ["if", "unless", "text", "cdata"] as const) {
      const text = rule[name];
      if (text !== undefined) yield { is: "template", path: [...path, name], text, scope, bound };
    }
    yield* attributesOf(rule.attributes, path, scope, bound);
    yield* elementsOf(rule.elements, [...path, "elements"], scope, bound);
  }
}

function* membersOf(value: unknown, path: Path, scope: Scope, outer: Bound): Generator<Found> {
  if (typeof value === "string") yield { is: "template", path, text: value, scope, bound: outer };
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* membersOf(each, [...path, index], scope, outer);
    return;
  }
  const { $each: list, ...rest }: Record<string, unknown> = { ...value };
  const repeats = typeof list === "string";
  if (repeats) yield { is: "list", path: [...path, "$each"], text: list, scope, bound: outer };
  const bound = repeats ? binding(list, scope, outer) : outer;
  for (const [name, each] of Object.entries(rest)) yield* membersOf(each, [...path, name], scope, bound);
}

/** What stands in a repetition of a list knows its members by their name. */
function binding(each: string, scope: Scope, outer: Bound): Bound {
  const field = listAt(each, scope, outer);
  return field?.one === undefined ? outer : new Map([...outer, [field.one, field]]);
}

/** Of front matter nothing is known: its lists' members go by `it`. */
const unknownList: Field<never> = { kind: "text", one: "it", says: "", read: () => undefined };

/** The list that a repetition is of; nothing where its field is none. What has parts is a list of one. */
export function listAt(each: string, scope: Scope, bound: Bound): Field<never> | undefined {
  const path = each.split("|", 1)[0]?.trim().split(".") ?? [];
  if (path[0] === "extra" && scope === "item") return unknownList;
  const { field, isMember, rest } = fieldAt(path, scope, bound) ?? {};
  const repeats = field !== undefined && (field.one !== undefined || Object.hasOwn(records, field.kind));
  return repeats && !isMember && rest?.length === 0 ? field : undefined;
}

/** The field that a path begins with, and the steps that go on from there. */
export function fieldAt(path: readonly string[], scope: Scope, bound: Bound) {
  const [first = "", second = "", ...rest] = path;
  const named = bound.get(first);
  if (named) return { field: named, rest: path.slice(1), isMember: true };
  const field: Field<never> | undefined =
    first === "channel" ? own(channelFields, second) : own(scopes[scope], first);
  return field && { field, rest: first === "channel" ? rest : path.slice(1), isMember: false };
}

const scopes: Readonly<Record<Scope, Readonly<Record<string, Field<never>>>>> = {
  channel: {},
  item: itemFields,
  deletion: deletionFields,
  id: idFields,
};

function own<Type>(table: Readonly<Record<string, Type>>, name: string): Type | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The fields that a place's templates may begin with. */
export function fieldNames(scope: Scope, bound: Bound): string[] {
  const channel = Object.keys(channelFields).map((name) => `channel.${name}`);
  return [...bound.keys(), ...Object.keys(scopes[scope]), ...channel];
}
