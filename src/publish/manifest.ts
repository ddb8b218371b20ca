import { mkdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { problem, type Report } from "../problems/index.ts";
import { readRegular } from "../regularFile.ts";
import { stage } from "./stage.ts";

/** What the last build published: each feed file's item ids. */
export interface Manifest {
  readonly version: 1;
  /** The output folder, from the root: another one's feeds are compared with nothing. */
  readonly output: string;
  readonly feeds: Readonly<Record<string, readonly string[]>>;
}

/** Where the manifest of a root stands. It can be deleted at any time; only the guards miss it. */
function manifestPath(root: string): string {
  return join(root, ".feedwright", "manifest.json");
}

/** The last build's feeds in an output folder. A missing, broken or foreign manifest knows none. */
export function readManifest(root: string, output: string): Manifest["feeds"] {
  try {
    const data: unknown = JSON.parse(readRegular(manifestPath(root)));
    return isManifest(data) && data.output === relative(root, output) ? data.feeds : {};
  } catch {
    return {};
  }
}

/** Writes the manifest as one step, and only if it differs. Where it can't be written, that is said. */
export function writeManifest(root: string, output: string, feeds: Manifest["feeds"], report: Report): void {
  const path = manifestPath(root);
  const manifest: Manifest = { version: 1, output: relative(root, output), feeds };
  try {
    mkdirSync(dirname(path), { recursive: true });
    stage(path, JSON.stringify(manifest)).commit();
  } catch (error) {
    report(problem("state-unwritable", { error }, { file: path }));
  }
}

function isManifest(data: unknown): data is Manifest {
  if (typeof data !== "object" || data === null || !("version" in data) || data.version !== 1) return false;
  if (!("output" in data) || typeof data.output !== "string") return false;
  if (!("feeds" in data) || typeof data.feeds !== "object" || data.feeds === null) return false;
  return Object.values(data.feeds).every(
    (ids) => Array.isArray(ids) && ids.every((id) => typeof id === "string"),
  );
}
