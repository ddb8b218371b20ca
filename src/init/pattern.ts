import { lowered } from "../parse/index.ts";

/** A generator's pattern in our words, or what of it has none. */
export interface Translated {
  readonly pattern?: string | undefined;
  readonly missing: readonly string[];
}

/**
 * Says another generator's pattern (`/:year/:title/`) with our placeholders.
 * @param words its placeholders, and ours for them; an empty one is left out
 */
export function patternFrom(template: string, words: Readonly<Record<string, string>>): Translated {
  const missing: string[] = [];
  const said = template.replace(/:([a-z_]+)(\[[^\]]*\])?/gi, (whole, name: string, slice = "") => {
    const ours = Object.hasOwn(words, name) && slice === "" ? words[name] : undefined;
    if (ours === undefined) missing.push(whole);
    return ours ? `:${ours}` : "";
  });
  return missing.length > 0 ? { missing } : { pattern: `/${said}`.replace(/\/{2,}/g, "/"), missing };
}

/** The same pattern for files as seen from a folder further down. */
export function patternBelow(pattern: string, folders: readonly string[]): string {
  if (folders.length === 0) return pattern;
  const path = folders.join("/");
  const written = (placeholder: string, names: string) =>
    placeholder.endsWith("_lower") ? lowered(names) : names;
  return pattern
    .replace(
      /:(?:sections|path|stem)(?:_lower)?\b/,
      (placeholder) => `${written(placeholder, path)}/${placeholder}`,
    )
    .replace(/:section(?:_lower)?\b/, (placeholder) => written(placeholder, folders[0] ?? ""))
    .replace(/:categories\b/, [...folders.filter((name) => name !== "_posts"), ":categories"].join("/"));
}
