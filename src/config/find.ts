import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** In this order; the first that a folder has is read. */
const names = ["yaml", "yml", "json", "mjs", "js", "ts"].map((ending) => `feedwright.${ending}`);

/** The configuration file in a folder. */
export function findSourceIn(folder: string): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}

/** The configuration file in a folder or the nearest above it. */
export function findSource(folder: string): string | undefined {
  const found = findSourceIn(folder);
  const above = dirname(folder);
  return found ?? (above === folder ? undefined : findSource(above));
}
