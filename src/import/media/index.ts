/**
 * The pictures and recordings of imported articles: fetched, kept beside the articles, and named by
 * their paths. Sources are not to be trusted: see `fetch.ts` for what is refused.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { problem, type Report } from "../../problems/index.ts";
import { stagingName } from "../../stagingName.ts";
import type { Composed } from "../write/compose.ts";
import { type FetchLimits, fetchFile, Refused } from "./fetch.ts";
import { mediaIn, withPaths } from "./mentions.ts";
import { mediaPath } from "./path.ts";

/** What limits fetching. */
export interface MediaOptions extends Partial<FetchLimits> {
  /** Bytes of all files together. */
  readonly total?: number | undefined;
}

interface Setting extends MediaOptions {
  readonly into: string;
  readonly content: string;
  readonly site: string | undefined;
  readonly report: Report;
}

const defaults: FetchLimits = {
  bytes: 200 * 1024 * 1024,
  milliseconds: 60_000,
  redirects: 5,
  privateHosts: new Set(),
};
const usualTotal = 20 * 1024 * 1024 * 1024;

export class Media {
  fetched = 0;
  #bytes = 0;
  /** Address to where its file is, below the content folder; nothing where it was refused. */
  readonly #known = new Map<string, string | undefined>();

  constructor(private readonly setting: Setting) {}

  /**
   * The same article with its media fetched, and named by their paths from it.
   * @param path where it will be, without its ending
   */
  async localised(composed: Composed, path: string): Promise<Composed> {
    const { content, into } = this.setting;
    const folder = dirname(join(into, path));
    const paths = new Map<string, string>();
    for (const url of mediaIn(composed)) {
      const found = await this.#pathOf(url);
      if (found !== undefined) paths.set(url, fromFolder(folder, join(content, found)));
    }
    return paths.size === 0 ? composed : withPaths(composed, paths);
  }

  async #pathOf(url: string): Promise<string | undefined> {
    if (!this.#known.has(url)) this.#known.set(url, await this.#fetch(url));
    return this.#known.get(url);
  }

  async #fetch(url: string): Promise<string | undefined> {
    const { content, site, report, total = usualTotal } = this.setting;
    const limits = { ...defaults, ...this.setting };
    const staging = join(content, stagingName());
    try {
      const known = mediaPath(url, site, undefined);
      if (known !== undefined && existsSync(join(content, known))) return known;
      mkdirSync(content, { recursive: true });
      const left = total - this.#bytes;
      const { type, bytes } = await fetchFile(url, staging, {
        ...limits,
        bytes: Math.min(limits.bytes, left),
      });
      this.#bytes += bytes;
      const path = mediaPath(url, site, type);
      if (path === undefined) throw new Refused(`it is of the type ${type}`);
      this.#place(staging, join(content, path));
      return path;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      report(problem("import-media", { url, reason }));
      return undefined;
    } finally {
      rmSync(staging, { force: true });
    }
  }

  /** What is there already stays: it may be an editor's. */
  #place(staging: string, target: string): void {
    if (existsSync(target)) return;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(staging, target);
    this.fetched++;
  }
}

/** As a reference in the article: percent-encoded, with `/` between folders. */
function fromFolder(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).map(encodeURIComponent).join("/");
  return path.startsWith("..") ? path : `./${path}`;
}
