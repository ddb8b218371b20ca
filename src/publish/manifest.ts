import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stage } from "./stage.ts";

/** What the last build published: each feed file's item ids. */
export interface Manifest {
  readonly version: 1;
  readonly feeds: Readonly<Record<string, readonly string[]>>;
}

const empty: Manifest = { version: 1, feeds: {} };

/** Where the manifest of a root stands. It can be deleted at any time; only the guards miss it. */
export function manifestPath(root: string): string {
  return join(root, ".feedwright", "manifest.json");
}

/** Reads the last build's manifest. A missing, broken or foreign one is none. */
export function readManifest(root: string): Manifest {
  try {
    const data: unknown = JSON.parse(readFileSync(manifestPath(root), "utf8"));
    return isManifest(data) ? data : empty;
  } catch {
    return empty;
  }
}

/** Writes the manifest as one step, and only if it differs. */
export function writeManifest(root: string, manifest: Manifest): void {
  const path = manifestPath(root);
  mkdirSync(dirname(path), { recursive: true });
  stage(path, JSON.stringify(manifest)).commit();
}

function isManifest(data: unknown): data is Manifest {
  if (typeof data !== "object" || data === null || !("version" in data) || data.version !== 1) return false;
  if (!("feeds" in data) || typeof data.feeds !== "object" || data.feeds === null) return false;
  return Object.values(data.feeds).every(
    (ids) => Array.isArray(ids) && ids.every((id) => typeof id === "string"),
  );
}
