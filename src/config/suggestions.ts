import { meantLanguage } from "../language.ts";
import { nearest } from "../near.ts";
import {
  choicesOf,
  describedSchema,
  itemsOf,
  keysOf,
  nodeAt,
  type SchemaName,
  type SchemaNode,
  takes,
} from "./jsonSchema.ts";
import { isPermalink, isSiteAddress, placeholdersIn, placeholderWords } from "./values.ts";

type Path = readonly PropertyKey[];

/** What was meant by an unknown key: one that belongs elsewhere, or one that is spelt nearly so. */
export function meantKey(path: Path, schema?: SchemaName): string | undefined {
  const name = String(path.at(-1));
  const around = path.slice(0, -1);
  const near = nearest(name, keysOf(nodeAt(around, schema)));
  const other = schema === undefined ? elsewhere(name) : undefined;
  // `limits` among the feeds' keys is their `limit`, although all articles have `limits`.
  return other === name ? (near ?? other) : (other ?? near);
}

function elsewhere(name: string): string | undefined {
  const sections = [[], ...keysOf(describedSchema()).map((section) => [section])];
  const home = sections.find((section) => keysOf(nodeAt(section)).includes(name));
  return home && [...home, name].join(".");
}

/** What was meant by a wrong value, as it would be written; nothing where that can't be told. */
export function meantValue(path: Path, seen: unknown, node: SchemaNode | undefined): string | undefined {
  const name = path.filter((step) => typeof step === "string").join(".");
  const named = name.endsWith("languages") || name.endsWith(".language") ? meantLanguage : byName[name];
  if (typeof seen === "number" || typeof seen === "boolean")
    return takesAnyText(node) && named === undefined ? JSON.stringify(String(seen)) : undefined;
  if (typeof seen !== "string") return undefined;
  if (takes(node, "integer") && /^[1-9]\d*$/.test(seen)) return seen;
  if (takes(node, "array") && !takes(node, "string")) return listOf(seen, node);
  return named?.(seen) ?? nearest(seen, choicesOf(node)) ?? fullAddress(seen, node);
}

/** A list of the one that was given, if it can be in it. */
function listOf(seen: string, node: SchemaNode | undefined): string | undefined {
  const [items] = itemsOf(node);
  const choices = choicesOf(items);
  const isFit =
    choices.length === 0 ? items?.format !== "uri" || isSiteAddress(seen) : choices.includes(seen);
  const one = isFit ? seen : (nearest(seen, choices) ?? fullAddress(seen, items));
  return one && `[${/^[\w./:-]+$/.test(one) ? one : JSON.stringify(one)}]`;
}

function takesAnyText(node: SchemaNode | undefined): boolean {
  return (
    takes(node, "string") &&
    choicesOf(node).length === 0 &&
    node?.format === undefined &&
    node?.pattern === undefined
  );
}

/** Known to every machine, but listed under the names that they had before. */
const renamedZones = ["UTC", "Europe/Kyiv", "Asia/Kolkata", "Asia/Ho_Chi_Minh", "Asia/Kathmandu"];

const byName: Readonly<Record<string, (seen: string) => string | undefined>> = {
  "site.timezone": (seen) => nearest(seen, [...renamedZones, ...Intl.supportedValuesOf("timeZone")]),
  "site.language": meantLanguage,
  permalink: (seen) => {
    const mended = placeholdersIn(seen).reduce(
      (pattern, name) => {
        return pattern.replaceAll(`:${name}`, `:${nearest(name, placeholderWords) ?? name}`);
      },
      seen.replace(/^\/*/, "/"),
    );
    return mended !== seen && isPermalink(mended) ? mended : undefined;
  },
};

/** `example.com` for `https://example.com`. */
function fullAddress(seen: string, node: SchemaNode | undefined): string | undefined {
  const full = `https://${seen}`;
  return node?.format === "uri" && /^[\w.-]+\.[a-z]{2,}(?:\/|$)/i.test(seen) && isSiteAddress(full)
    ? full
    : undefined;
}
