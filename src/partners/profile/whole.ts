import { merged } from "./merge.ts";
import type { Profile, ProfileLayer } from "./schema.ts";

/** What a profile lacks to be one. */
export interface Lack {
  readonly path: readonly string[];
  readonly expected: string;
}

/** Profiles on top of each other, the one that the others start from first. */
export function mergedLayers(layers: readonly ProfileLayer[]): ProfileLayer {
  return layers.reduce(merged, {});
}

/**
 * A profile that has all that it needs, or what it lacks.
 * @param name what it is called if it doesn't say
 */
export function wholeProfile(profile: ProfileLayer, name: string): Profile | Lack[] {
  const { format } = profile;
  const lacks: Lack[] = [];
  const need = (there: unknown, path: readonly string[], expected: string) => {
    if (there === undefined) lacks.push({ path, expected });
  };
  need(format, ["format"], "`rss`, `atom`, `json-feed`, `json` or `xml`");
  if (format === "xml") {
    need(profile.document, ["document"], "what stands around the items");
    need(profile.item?.element, ["item", "element"], "the element of an item");
  }
  if (format === "json") need(profile.item?.members, ["item", "members"], "an item's members");
  if (format === undefined || lacks.length > 0) return lacks;
  return { ...profile, format, name: profile.name ?? name, title: profile.title ?? profile.name ?? name };
}
