import { doesNotThrow } from "../../config/values.ts";
import { isBindable } from "../../formats/namespaces.ts";
import { nearest } from "../../near.ts";
import { isPattern } from "./dates.ts";
import { records } from "./fields.ts";
import { filters } from "./filters.ts";
import { standardNamespaces } from "./namespaces.ts";
import { ruleNames } from "./rules.ts";
import type { ProfileLayer } from "./schema.ts";
import { type Call, expressionsIn, parseTemplate, pathsIn, TemplateError } from "./template.ts";
import { type Bound, type Found, fieldAt, fieldNames, listAt, type Scope, textsOf } from "./walk.ts";

/** What is wrong with a profile's own words, beside their kind, which the schema sees to. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
  readonly meant?: string | undefined;
}

/**
 * What is wrong with a profile, or with one of those that it is made of.
 * @param layer whose words are looked at
 * @param whole the profile that it is part of: what it declares, all may use
 */
export function faultsIn(layer: ProfileLayer, whole: ProfileLayer): Fault[] {
  return [
    ...[...textsOf(layer)].flatMap((found) => faultsOf(found, whole)),
    ...requiredFaults(layer),
    ...ruleFaults(layer, whole),
    ...shapeFaults(layer, whole),
    ...namespaceFaults(layer, whole),
    ...attributeFaults(layer, whole),
  ];
}

function faultsOf({ is, path, text, scope, bound }: Found, whole: ProfileLayer): Fault[] {
  const told = (fault: Omit<Fault, "path">) => ({ path, ...fault });
  if (is === "element" || is === "attribute") return prefixFault(text, is, whole).map(told);
  const faults = templateFaults(is === "list" ? `\${${text}}` : text, scope, bound, whole);
  if (is === "list" && faults.length === 0 && listAt(text, scope, bound) === undefined)
    return [told({ reason: `\`${text}\` is no list` })];
  return faults.map(told);
}

type Reason = Omit<Fault, "path">;

function templateFaults(source: string, scope: Scope, bound: Bound, whole: ProfileLayer): Reason[] {
  try {
    const template = parseTemplate(source);
    return [
      ...pathsIn(template).flatMap((path) => pathFault(path, scope, bound, whole)),
      ...expressionsIn(template).flatMap(({ calls }) => calls.flatMap(callFault)),
    ];
  } catch (error) {
    if (error instanceof TemplateError) return [{ reason: error.message }];
    throw error;
  }
}

function pathFault(path: readonly string[], scope: Scope, bound: Bound, whole: ProfileLayer): Reason[] {
  const name = path.join(".");
  const [first, second = "", ...others] = path;
  if (first === "extra" && scope === "item" && second !== "") return [];
  if (first === "values") {
    const declared = Object.keys(whole.values ?? {});
    if (declared.includes(second) && others.length === 0) return [];
    return [
      unknown(
        "value",
        name,
        declared.map((each) => `values.${each}`),
      ),
    ];
  }
  const found = fieldAt(path, scope, bound);
  if (!found) return [unknown("field", name, fieldNames(scope, bound))];
  const [step, ...further] = found.rest;
  if (step === undefined) return [];
  const known: readonly string[] =
    Object.entries(records).find(([kind]) => kind === found.field.kind)?.[1] ?? [];
  if (known.includes(step) && further.length === 0) return [];
  const before = path.slice(0, path.length - found.rest.length).join(".");
  return [
    unknown(
      "field",
      name,
      known.map((each) => `${before}.${each}`),
    ),
  ];
}

function unknown(kind: string, seen: string, known: readonly string[]): Reason {
  return { reason: `\`${seen}\` is no ${kind} here`, meant: nearest(seen, known) };
}

function callFault({ filter: name, args }: Call): Reason[] {
  const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!filter) return [unknown("filter", name, Object.keys(filters))];
  if (args.length < filter.least || args.length > filter.most)
    return [
      { reason: `\`${name}\` is given ${args.length} things, and is used as in \`\${${filter.example}}\`` },
    ];
  const [first, zone] = args;
  if (name === "date" && typeof first === "string" && !isPattern(first))
    return [
      { reason: `\`${first}\` has nothing of a date in it: it is used as in \`\${${filter.example}}\`` },
    ];
  if (name === "matches" && !doesNotThrow(() => new RegExp(String(first), "u")))
    return [{ reason: `\`${String(first)}\` is no regular expression` }];
  if (
    name === "date" &&
    zone &&
    !doesNotThrow(() => new Intl.DateTimeFormat("en", { timeZone: String(zone) }))
  )
    return [{ reason: `\`${String(zone)}\` is no time zone` }];
  return [];
}

function prefixFault(name: string, is: "element" | "attribute", whole: ProfileLayer): Reason[] {
  const [prefix, local] = name.split(":");
  if (local === undefined || prefix === undefined) return [];
  if (prefix === "xmlns") return [{ reason: "`namespaces` has to name it instead" }];
  if (is === "attribute" && prefix === "xml") return [];
  const known = Object.keys({ ...standardNamespaces(whole.format), ...whole.namespaces });
  if (known.includes(prefix)) return [];
  return [{ reason: `the prefix \`${prefix}\` is declared nowhere: \`namespaces\` has to name it` }];
}

function requiredFaults({ require = [] }: ProfileLayer): Fault[] {
  return require.flatMap((field, index) =>
    pathFault(field.split("."), "item", new Map(), {}).map((fault) => ({
      path: ["require", index],
      ...fault,
    })),
  );
}

/** One of the profile that it extends can be changed without saying again what it looks at. */
function ruleFaults({ rules = {} }: ProfileLayer, { rules: all = {} }: ProfileLayer): Fault[] {
  const own = Object.entries(all).flatMap(([name, { check }]) => (check === undefined ? [] : [name]));
  const known = [...ruleNames, ...own];
  return Object.keys(rules).flatMap((name) => {
    return known.includes(name) ? [] : [{ path: ["rules", name], ...unknown("rule", name, known) }];
  });
}

/** Elements are for XML, members for JSON; a document of one's own has to say what it is made of. */
function shapeFaults(layer: ProfileLayer, { format = "rss", channel }: ProfileLayer): Fault[] {
  const isJson = format === "json" || format === "json-feed";
  const misplaced = isJson ? "elements" : "members";
  const parts = ["channel", "item", "deletion"] as const;
  const faults: Fault[] = parts.flatMap((name) => {
    if (layer[name]?.[misplaced] === undefined) return [];
    const reason = `\`${format}\` has ${isJson ? "`members`" : "`elements`"} instead`;
    return [{ path: [name, misplaced], reason }];
  });
  const only = { document: "xml", into: "json" } as const;
  for (const name of ["document", "into"] as const)
    if (layer[name] !== undefined && format !== only[name])
      faults.push({ path: [name], reason: `it is for the format \`${only[name]}\` alone` });
  if (layer.into !== undefined && isTaken(layer.into, channel?.members ?? {}))
    faults.push({ path: ["into"], reason: "`channel.members` has something else there" });
  return faults;
}

/** Whether a path of members leads to one that is there, or through one that has no members. */
function isTaken(path: string, members: object): boolean {
  let around: unknown = members;
  for (const name of path.split(".")) {
    if (typeof around !== "object" || around === null || Array.isArray(around)) return true;
    const inner: unknown = new Map<string, unknown>(Object.entries(around)).get(name);
    if (inner === undefined) return false;
    around = inner;
  }
  return true;
}

function namespaceFaults({ namespaces = {} }: ProfileLayer, { format }: ProfileLayer): Fault[] {
  const standard = standardNamespaces(format);
  return Object.entries(namespaces).flatMap(([prefix, uri]) => {
    const told = (reason: string) => [{ path: ["namespaces", prefix], reason }];
    if (!isBindable(prefix, uri)) return told("the address can be no namespace's");
    const known = Object.hasOwn(standard, prefix) ? standard[prefix] : uri;
    return known === uri ? [] : told(`the prefix is the format's own, for ${known}`);
  });
}

/** What an element has already would stand there twice. */
function attributeFaults(layer: ProfileLayer, { format, root }: ProfileLayer): Fault[] {
  const isStandard = format === "rss" || format === "atom";
  const taken = isStandard ? ["version", "xmlns", "xml:lang"] : [];
  return (["root", "channel", "item"] as const).flatMap((part) =>
    Object.keys(layer[part]?.attributes ?? {}).flatMap((name) => {
      const isTwin = part === "channel" && format === "atom" && Object.hasOwn(root?.attributes ?? {}, name);
      if (!taken.includes(name) && !isTwin) return [];
      return [{ path: [part, "attributes", name], reason: "the element has that attribute already" }];
    }),
  );
}
