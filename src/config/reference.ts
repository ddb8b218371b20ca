import { describedSchema, expectsOf, publicSchema, type SchemaNode } from "./jsonSchema.ts";

/** The text of `feedwright.schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(publicSchema(), null, 2)}\n`;
}

/** The table of keys in `docs/configuration.md`. */
export function keysTable(): string {
  const rows = rowsOf(describedSchema(), "");
  return ["| Key | Takes | Default | Meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** A mapping's own row says nothing that those of its keys don't. */
function rowsOf({ properties = {}, required = [] }: SchemaNode, prefix: string): string[] {
  return Object.entries(properties).flatMap(([name, node]) => {
    if (typeof node !== "object") return [];
    const key = `${prefix}${name}`;
    if (node.properties !== undefined) return rowsOf(node, `${key}.`);
    const usual = required.includes(name) ? "required" : defaultOf(node);
    return [`| \`${key}\` | ${expectsOf(node) ?? ""} | ${usual} | ${node.description ?? ""} |`];
  });
}

function defaultOf({ default: value }: SchemaNode): string {
  if (value === undefined) return "";
  return `\`${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}\``;
}
