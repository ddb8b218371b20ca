import { describedSchema, expectsOf, publicSchema, type SchemaName, type SchemaNode } from "./jsonSchema.ts";

/** The text of `feedwright.schema.json`, or of `profiles/profile.schema.json`. */
export function schemaText(name?: SchemaName): string {
  return `${JSON.stringify(publicSchema(name), null, 2)}\n`;
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
    const { items, additionalProperties: others } = node;
    if (node.properties !== undefined) return rowsOf(node, `${key}.`);
    if (typeof items === "object" && !Array.isArray(items) && items.properties !== undefined)
      return rowsOf(items, `${key}[].`);
    if (typeof others === "object" && others.properties !== undefined) return rowsOf(others, `${key}.*.`);
    const usual = required.includes(name) ? "required" : defaultOf(node);
    return [`| \`${key}\` | ${expectsOf(node) ?? ""} | ${usual} | ${node.description ?? ""} |`];
  });
}

function defaultOf({ default: value }: SchemaNode): string {
  if (value === undefined) return "";
  return `\`${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}\``;
}

/** The tables of a profile's keys, and of an element's in it, in `docs/partners.md`. */
export function profileTable(name: "profile" | "element"): string {
  const rows = rowsOf(describedSchema(name), "").map((row) => row.replace(/ \| (?:required)? \| /, " | "));
  return ["| Key | Takes | Meaning |", "| --- | --- | --- |", ...rows].join("\n");
}
