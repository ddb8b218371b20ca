import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ProblemError, problem } from "../problems/index.ts";
import { complaints } from "./complaints.ts";
import type { Config } from "./index.ts";
import { type CheckedConfig, schema } from "./schema.ts";
import { findSource, noSource, readSource, type Source } from "./source.ts";

/** What the command line says of the configuration; paths are relative to the working directory. */
export interface Flags {
  readonly root?: string | undefined;
  readonly config?: string | undefined;
  readonly content?: string | undefined;
  readonly out?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

export interface LoadOptions {
  /** Absolute: where the search for a configuration starts, upwards. */
  readonly cwd: string;
  readonly flags?: Flags | undefined;
}

/** Where articles are looked for when nothing says where: the generators' own folders. */
const contentFolders = ["articles", "content", "_posts", "src/content", "src/posts", "posts", "blog"];

/**
 * Finds, reads and checks the configuration. Flags win over the file.
 * @throws ProblemError with all that is wrong
 */
export async function loadConfig({ cwd, flags = {} }: LoadOptions): Promise<Config> {
  const start = resolve(cwd, flags.root ?? ".");
  const path = flags.config === undefined ? findSource(start) : resolve(cwd, flags.config);
  const told = flags.title !== undefined && flags.url !== undefined;
  if (path === undefined && !told) throw new ProblemError(problem("config-missing", { from: start }));
  const source = path === undefined ? noSource : await readSource(path, cwd);
  const checked = check(source, flags);
  const root = flags.root === undefined && path !== undefined ? dirname(path) : start;
  return resolved(checked, { root, file: path, cwd, flags });
}

function check(source: Source, flags: Flags): CheckedConfig {
  const checked = schema.safeParse(withFlags(source.data, flags));
  if (checked.success) return checked.data;
  throw new ProblemError(...complaints(checked.error.issues, source, flags));
}

function withFlags(data: Readonly<Record<string, unknown>>, { title, url }: Flags): Record<string, unknown> {
  const { site = {} } = data;
  const given = { ...(title !== undefined && { title }), ...(url !== undefined && { url }) };
  const mapping = typeof site === "object" && site !== null && !Array.isArray(site);
  return { ...data, site: mapping ? { ...site, ...given } : site };
}

function resolved(
  { site: { author, ...site }, ...checked }: CheckedConfig,
  { root, file, cwd, flags }: { root: string; file: string | undefined; cwd: string; flags: Flags },
): Config {
  const content = checked.content ?? defaultContent(root);
  return {
    ...checked,
    root,
    file,
    content: flags.content === undefined ? resolve(root, content) : resolve(cwd, flags.content),
    output: flags.out === undefined ? resolve(root, checked.output) : resolve(cwd, flags.out),
    site: { ...site, authors: author },
  };
}

/** The first of the known folders, or the root itself when the command stands in a content folder. */
function defaultContent(root: string): string {
  const isFolder = (name: string) =>
    statSync(join(root, name), { throwIfNoEntry: false })?.isDirectory() === true;
  return contentFolders.find(isFolder) ?? (existsSync(root) ? "." : "articles");
}
