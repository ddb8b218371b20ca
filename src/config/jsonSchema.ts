import { z } from "zod";
import { schema } from "./schema.ts";

/** A node of the configuration's JSON Schema, as far as its readers look. */
export interface SchemaNode {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly expects?: string | undefined;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly items?: SchemaNode | undefined;
  readonly anyOf?: readonly SchemaNode[] | undefined;
}

/** The schema as data, with each key's `expects`. */
export function describedSchema(): SchemaNode {
  return z.toJSONSchema(schema, { io: "input" });
}

/** The schema as editors take it: JSON Schema 2020-12. */
export function publicSchema(): object {
  const title = "Configuration of feedwright";
  const plain = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.expects;
    },
  });
  return { ...plain, title };
}

/** The node that a path of keys leads to; list indexes lead to the list's items. */
export function nodeAt(path: readonly PropertyKey[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((node, step) => stepInto(node, step), describedSchema());
}

function stepInto(node: SchemaNode | undefined, step: PropertyKey): SchemaNode | undefined {
  for (const each of [node, ...(node?.anyOf ?? [])]) {
    const inner = typeof step === "number" ? each?.items : each?.properties?.[String(step)];
    if (inner !== undefined) return inner;
  }
  return undefined;
}
