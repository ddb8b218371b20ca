import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder of the package that is no code: it stands beside the code's own folder, however deep the code stands in that. */
export function packageFolder(name: "preview" | "profiles" | "theme"): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const isPackage = existsSync(join(folder, "profiles", "standard.yaml"));
    if (isPackage || folder === dirname(folder)) return join(folder, name);
  }
}
