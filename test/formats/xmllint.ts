import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

function installed(): boolean {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Whether documents can't be held against their schemas here; says so. */
export function lacksXmllint(what: string): boolean {
  const skipped = !installed() && process.env.FEEDWRIGHT_REQUIRE_TOOLS !== "1";
  if (skipped)
    console.warn(`${what} isn't held against its schema: xmllint isn't installed (libxml2-utils).`);
  return skipped;
}

/** What xmllint says against a document by a schema of `test/schemas/`; empty where nothing is. */
export function complaints(schema: `${string}.rng`, xml: string): string {
  const file = fileURLToPath(new URL(`../schemas/${schema}`, import.meta.url));
  try {
    execFileSync("xmllint", ["--noout", "--nonet", "--relaxng", file, "-"], { input: xml, stdio: "pipe" });
    return "";
  } catch (error) {
    return String(error);
  }
}
