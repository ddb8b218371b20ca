import { atom, atomNamespaces, rssNamespaces } from "../../formats/namespaces.ts";
import type { ProfileLayer } from "./schema.ts";

/** The prefixes that a format's standard elements bring. */
export function standardNamespaces(format: ProfileLayer["format"]): Readonly<Record<string, string>> {
  if (format === "rss") return rssNamespaces;
  return format === "atom" ? { ...atomNamespaces, atom } : {};
}
