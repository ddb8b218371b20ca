import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadProfile } from "../../src/config/profiles.ts";
import { noSource } from "../../src/config/source.ts";
import type { Profile } from "../../src/partners/profile/schema.ts";

const folder = join(import.meta.dirname, "../..");

/** The profiles that come with feedwright, and the examples of its documents: their files' paths. */
export const profileFiles: readonly string[] = ["profiles", "docs/examples/partners"].flatMap((inner) =>
  readdirSync(join(folder, inner))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${inner}/${name}`),
);

const mention = { source: noSource, path: [], folder, cwd: folder };
const loaded = new Map<string, Profile>();
for (const profile of profileFiles) loaded.set(profile, (await loadProfile({ ...mention, profile })).profile);

/** A profile's file, as a configuration that names it would have it. */
export function profileAt(path: string): Profile {
  const profile = loaded.get(path);
  if (!profile) throw new Error(`there is no ${path}`);
  return profile;
}
