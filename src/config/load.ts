import { dirname, resolve } from "node:path";
import { ProblemError, problem } from "../problems/index.ts";
import { complaints } from "./complaints.ts";
import type { Config } from "./config.ts";
import { overlay, settingsOf } from "./overlay.ts";
import { isFolder, resolveConfig } from "./resolve.ts";
import { type Settings, schema } from "./schema.ts";
import { findSource, noSource, readSource, type Source } from "./source.ts";

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

/**
 * Finds, reads and checks the configuration. Flags win over the file; a title and an address on
 * the command line need no file.
 * @throws ProblemError with all that is wrong
 */
export async function loadConfig({ cwd = process.cwd(), flags = {} }: LoadOptions = {}): Promise<Config> {
  const start = startFolder(cwd, flags);
  const file = flags.config === undefined ? findSource(start) : resolve(cwd, flags.config);
  if (file === undefined && (flags.title === undefined || flags.url === undefined))
    throw new ProblemError(problem("config-missing", { from: start }));
  const source = file === undefined ? noSource : await readSource(file, cwd);
  const root = flags.root === undefined && file !== undefined ? dirname(file) : start;
  return resolveConfig(check(source, flags, cwd), root, file);
}

function startFolder(cwd: string, { root: seen }: Flags): string {
  const start = resolve(cwd, seen ?? ".");
  if (seen === undefined || isFolder(start)) return start;
  throw new ProblemError(problem("flag-value", { flag: "--root", seen, expected: "a folder that is there" }));
}

function check(source: Source, flags: Flags, cwd: string): Settings {
  const settings = settingsOf(flags, cwd);
  const data = overlay(source.data, settings);
  const checked = schema.safeParse(data);
  if (checked.success) return checked.data;
  throw new ProblemError(...complaints(checked.error.issues, { source, settings, data }));
}
