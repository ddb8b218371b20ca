import { readFileSync } from "node:fs";

/** What decides, beside our own code, what becomes of an article. */
const packages = [
  "gray-matter",
  "htmlparser2",
  "image-size",
  "js-yaml",
  "liquidjs",
  "marked",
  "marked-footnote",
  "marked-gfm-heading-id",
  "mrmime",
  "smol-toml",
  "temporal-polyfill",
] as const;

/**
 * Which program this is: what another one kept is of no use. Our code goes by its digest, which the
 * bundler writes, so that a developer's change counts too; Node brings the data of zones and languages.
 */
export function thisProgram(): string {
  const own = read(new URL("../digest.txt", import.meta.url)) ?? "source";
  return [own, process.version, process.arch, ...packages.map((name) => `${name}@${versionOf(name)}`)].join(
    " ",
  );
}

/** The version of a package, looked for where Node would: in each `node_modules` from here up. */
function versionOf(name: string): string {
  for (let folder = new URL("../..", import.meta.url); ; ) {
    const text = read(new URL(`node_modules/${name}/package.json`, folder));
    const version = text && /"version":\s*"([^"]*)"/.exec(text)?.[1];
    if (version) return version;
    const above = new URL("..", folder);
    if (above.href === folder.href) return "unknown";
    folder = above;
  }
}

function read(url: URL): string | undefined {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return undefined;
  }
}
