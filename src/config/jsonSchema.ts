import { z } from "zod";
import { element } from "../partners/profile/elements.ts";
import { profileSchema } from "../partners/profile/schema.ts";
import { schema } from "./schema.ts";

/** A node of the configuration's JSON Schema. */
export type SchemaNode = z.core.JSONSchema.BaseSchema;

/** The schemas of what users write: the configuration, a partner's profile, and an element in that. */
const schemas = { configuration: schema, profile: profileSchema, element } as const;

type AnySchema = keyof typeof schemas;

/** Those that have a file of their own. */
export type SchemaName = keyof typeof titles;

/** They take milliseconds to describe, and each problem asks several times. */
const described = new Map<AnySchema, SchemaNode>();

/** A schema as data, with each key's `expects`. */
export function describedSchema(name: AnySchema = "configuration"): SchemaNode {
  const before = described.get(name);
  if (before !== undefined) return before;
  const root: SchemaNode = z.toJSONSchema(schemas[name], { io: "input" });
  const whole = followed(root, root) ?? root;
  described.set(name, whole);
  return whole;
}

const titles = {
  configuration: "Configuration of feedwright",
  profile: "A partner's profile for feedwright",
} as const;

/** A schema as editors take it: JSON Schema 2020-12. */
export function publicSchema(name: SchemaName = "configuration"): object {
  const plain = z.toJSONSchema(schemas[name], {
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.expects;
      delete jsonSchema.isSecret;
    },
  });
  return { ...plain, title: titles[name] };
}

/** The node that a path of keys leads to; list indexes lead to the list's items. */
export function nodeAt(path: readonly PropertyKey[], name?: SchemaName): SchemaNode | undefined {
  const root = describedSchema(name);
  return path.reduce<SchemaNode | undefined>(
    (node, step) => followed(stepInto(node, step, root), root),
    root,
  );
}

/** What stands in itself is written once, and referred to. */
function followed(node: SchemaNode | undefined, root: SchemaNode): SchemaNode | undefined {
  const named = /^#\/\$defs\/(.+)$/.exec(node?.$ref ?? "")?.[1];
  const target = named === undefined ? undefined : root.$defs?.[named];
  return target === undefined ? node : { ...target, ...node };
}

/** The keys that a mapping at this node may have. */
export function keysOf(node: SchemaNode | undefined): string[] {
  return alternatives(node).flatMap(({ properties = {} }) => Object.keys(properties));
}

/** What a node takes, in words. */
export function expectsOf(node: SchemaNode | undefined): string | undefined {
  return typeof node?.expects === "string" ? node.expects : undefined;
}

/** Whether a node takes values of a kind. */
export function takes(node: SchemaNode | undefined, type: SchemaNode["type"]): boolean {
  return alternatives(node).some((each) => each.type === type);
}

/** The texts that a node lets choose from. */
export function choicesOf(node: SchemaNode | undefined): string[] {
  const values = alternatives(node).flatMap(({ enum: several = [], const: one }) => [...several, one]);
  return values.filter((value) => typeof value === "string");
}

function stepInto(node: SchemaNode | undefined, step: PropertyKey, root: SchemaNode): SchemaNode | undefined {
  for (const one of alternatives(node)) {
    const { items, properties, additionalProperties } = followed(one, root) ?? one;
    const inner = typeof step === "number" ? items : (properties?.[String(step)] ?? additionalProperties);
    if (typeof inner === "object" && !Array.isArray(inner)) return inner;
  }
  return undefined;
}

/** What a list at this node may have in it. */
export function itemsOf(node: SchemaNode | undefined): SchemaNode[] {
  return alternatives(node).flatMap(({ items }) =>
    typeof items === "object" && !Array.isArray(items) ? [items] : [],
  );
}

/** Whether what stands there isn't to be told. */
export function isSecret(node: SchemaNode | undefined): boolean {
  return node?.isSecret === true;
}

function alternatives(node: SchemaNode | undefined): SchemaNode[] {
  if (node === undefined) return [];
  const others = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter((each) => typeof each === "object");
  return [node, ...others.flatMap((each) => alternatives(each))];
}
