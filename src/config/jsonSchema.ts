import { z } from "zod";
import { schema } from "./schema.ts";

/** A node of the configuration's JSON Schema. */
export type SchemaNode = z.core.JSONSchema.BaseSchema;

/** The schema as data, with each key's `expects`. */
export function describedSchema(): SchemaNode {
  return z.toJSONSchema(schema, { io: "input" });
}

/** The schema as editors take it: JSON Schema 2020-12. */
export function publicSchema(): object {
  const plain = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.expects;
    },
  });
  return { ...plain, title: "Configuration of feedwright" };
}

/** The node that a path of keys leads to; list indexes lead to the list's items. */
export function nodeAt(path: readonly PropertyKey[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((node, step) => stepInto(node, step), describedSchema());
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

function stepInto(node: SchemaNode | undefined, step: PropertyKey): SchemaNode | undefined {
  for (const { items, properties } of alternatives(node)) {
    const inner = typeof step === "number" ? items : properties?.[String(step)];
    if (typeof inner === "object" && !Array.isArray(inner)) return inner;
  }
  return undefined;
}

function alternatives(node: SchemaNode | undefined): SchemaNode[] {
  if (node === undefined) return [];
  const others = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter((each) => typeof each === "object");
  return [node, ...others.flatMap((each) => alternatives(each))];
}
