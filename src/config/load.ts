import { dirname, resolve } from "node:path";
import { ProblemError, problem } from "../problems/index.ts";
import type { Checked, CheckedSettings, Checking } from "./check.ts";
import type { Config } from "./config.ts";
import { findSource } from "./find.ts";
import { isFolder } from "./folder.ts";
import { readKept } from "./kept.ts";
import { settingsOf } from "./overlay.ts";
import { resolveConfig } from "./resolve.ts";

/** What the command line says of the configuration; paths start from the working directory. */
export interface Flags {
  /** Where the search for a configuration starts, and where its relative paths do. */
  readonly root?: string | undefined;
  /** The configuration file; otherwise it is searched for. */
  readonly config?: string | undefined;
  readonly content?: string | undefined;
  readonly out?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** A number, or `all`. */
  readonly limit?: string | undefined;
}

/** Where a configuration is loaded from. */
export interface LoadOptions {
  /** The working directory; the process's own if absent. */
  readonly cwd?: string | undefined;
  readonly flags?: Flags | undefined;
}

/** A configuration, and a way to spare the next command its checking. */
export interface Loaded {
  readonly config: Config;
  /** The files that it was read from, absolute: the configuration's own, and the profiles of partners. */
  readonly files: readonly string[];
  /** Keeps the checked settings in `.feedwright/`. Throws what the file system throws. */
  keep(): Promise<void>;
}

/**
 * Finds, reads and checks the configuration. Flags win over the file; a title and an address on
 * the command line need no file.
 * @throws ProblemError with all that is wrong
 */
export async function loadConfig(options: LoadOptions = {}): Promise<Config> {
  return (await load(options)).config;
}

/** As `loadConfig`; settings that were kept from the same file and flags need no checking. */
export async function load({ cwd = process.cwd(), flags = {} }: LoadOptions): Promise<Loaded> {
  const start = startFolder(cwd, flags);
  const file = flags.config === undefined ? findSource(start) : resolve(cwd, flags.config);
  if (file === undefined && (flags.title === undefined || flags.url === undefined))
    throw new ProblemError(problem("config-missing", { from: start, lacking: lacking(flags) }));
  const root = flags.root === undefined && file !== undefined ? dirname(file) : start;
  const given = settingsOf(flags, cwd);
  const kept = readKept(root, file, given);
  const checked = kept?.checked ?? (await checkedAnew({ file, text: kept?.text, given, root, cwd }));
  const partners = await partnersOf(checked.settings, root);
  return {
    config: resolveConfig(checked.settings, partners, root, file),
    files: [...(file === undefined ? [] : [file]), ...checked.files.map(([path]) => path)],
    keep: async () => {
      if (kept === undefined || kept.checked !== undefined) return;
      const { keepSettings } = await import("./keep.ts");
      keepSettings(kept, checked);
    },
  };
}

/** What reads them is loaded only where there are some. */
async function partnersOf(settings: CheckedSettings, root: string): Promise<Config["partners"]> {
  if (settings.partners.length === 0) return [];
  const { resolvePartners } = await import("./resolvePartners.ts");
  return resolvePartners(settings, root);
}

/** The one flag that a site lacks to be one; nothing where there is neither. */
function lacking({ title, url }: Flags): "--title" | "--url" | undefined {
  if (title === undefined && url === undefined) return undefined;
  return title === undefined ? "--title" : "--url";
}

function startFolder(cwd: string, { root: seen }: Flags): string {
  const start = resolve(cwd, seen ?? ".");
  if (seen === undefined || isFolder(start)) return start;
  throw new ProblemError(problem("flag-value", { flag: "--root", seen, expected: "a folder that is there" }));
}

/** The libraries that read and check are loaded only where there is something to check. */
async function checkedAnew(checking: Checking): Promise<Checked> {
  const { check } = await import("./check.ts");
  return await check(checking);
}
