import type { Folder } from "../folder.ts";
import type { Module } from "../literals/module.ts";
import { below, type Told, told, toldUrl } from "../site.ts";

const endings = ["js", "mjs", "ts", "mts", "cjs", "cts"];

/** A configuration that is a program, and what it exports as far as that is plain. */
export interface Script {
  readonly from: string;
  readonly module: Module | undefined;
  readonly data: unknown;
}

/** The first of these names that is there with an ending of JavaScript or TypeScript. */
export async function scriptIn(
  folder: Folder,
  base: string,
  ...names: readonly string[]
): Promise<Script | undefined> {
  const from = folder.first(
    ...names.flatMap((name) => endings.map((ending) => below(base, `${name}.${ending}`))),
  );
  if (from === undefined) return undefined;
  const module = await folder.module(from);
  return { from, module, data: module?.exported() };
}

/** What sites call such things in their own constants. */
const meant = {
  title: /^(?:site_?)?(?:title|name)$/i,
  description: /^(?:site_?)?(?:description|desc|tagline)$/i,
  url: /^(?:site_?|base_?|host_?)?(?:url|origin|hostname|website|site|domain)$/i,
  language: /^(?:site_?)?(?:lang|language|locale)$/i,
  author: /^(?:site_?)?author(?:_?name)?$/i,
  timezone: /^(?:site_?)?time_?zone$/i,
} as const;

export type Constants = { readonly [name in keyof typeof meant]?: Told | undefined };

/**
 * What the first of some programs say of a site in constants of their own: `SITE_TITLE`, or members of
 * `SITE`, `siteConfig` and the like.
 */
export async function constantsIn(folder: Folder, files: readonly string[]): Promise<Constants> {
  const found: Partial<Record<keyof typeof meant, Told>> = {};
  for (const file of files) {
    const module = await folder.module(file);
    for (const [name, value] of module?.constants() ?? []) {
      if (typeof value === "string") take(name, value);
      else if (
        /^(?:site|config|meta|metadata)|(?:config|site|meta)$/i.test(name) &&
        typeof value === "object"
      )
        for (const [key, inner] of Object.entries(value ?? {})) take(key, inner);
    }
    function take(name: string, value: unknown): void {
      for (const [word, pattern] of Object.entries(meant)) {
        if (!isWord(word) || !pattern.test(name)) continue;
        const said = word === "url" ? toldUrl(value, file) : told(value, file);
        if (said !== undefined) found[word] ??= said;
      }
    }
  }
  return found;
}

function isWord(name: string): name is keyof typeof meant {
  return name in meant;
}

/** The programs in a folder, by these names with any ending of theirs. */
export function programsIn(folder: Folder, path: string, ...names: readonly string[]): readonly string[] {
  const there = folder.names(path).filter((file) => endings.some((ending) => file.endsWith(`.${ending}`)));
  const stem = (file: string) => file.replace(/\.\w+$/, "");
  return there
    .filter((file) => names.length === 0 || names.includes(stem(file)))
    .sort((a, b) => names.indexOf(stem(a)) - names.indexOf(stem(b)))
    .map((file) => below(path, file));
}
