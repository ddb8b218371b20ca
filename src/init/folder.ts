import { readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { readRegular } from "../regularFile.ts";
import { parseYaml } from "../yaml/index.ts";
import { type Files, Module } from "./literals/module.ts";
import { parseModule } from "./literals/parser.ts";

const largest = 1024 * 1024;

/** A folder that somebody else's files are read from: as data, never run, and nothing outside of it. */
export class Folder implements Files {
  readonly #root: string;
  readonly #modules = new Map<string, Module | undefined>();

  /** @param root absolute */
  constructor(readonly root: string) {
    this.#root = realpathSync(root);
  }

  /** The first of these that is there. */
  first(...paths: readonly string[]): string | undefined {
    return paths.find((path) => this.isFile(path));
  }

  isFile(path: string): boolean {
    return this.#stats(path)?.isFile() ?? false;
  }

  isFolder(path: string): boolean {
    return this.#stats(path)?.isDirectory() ?? false;
  }

  /** The names in a folder below, in order; none where it isn't there. */
  names(path: string): readonly string[] {
    return this.isFolder(path) && this.#isInside(path) ? readdirSync(join(this.root, path)).sort() : [];
  }

  /** A file's text; nothing where there is none, it is too large, or it stands elsewhere. */
  text(path: string): string | undefined {
    const size = this.#stats(path)?.size ?? Number.POSITIVE_INFINITY;
    if (size > largest || !this.#isInside(path)) return undefined;
    try {
      return readRegular(join(this.root, path)).replace(/^\uFEFF/, "");
    } catch {
      return undefined;
    }
  }

  /** A file of data: TOML, YAML or JSON, by its ending. Nothing where it can't be read. */
  async data(path: string | undefined): Promise<unknown> {
    const text = path === undefined ? undefined : this.text(path);
    if (path === undefined || text === undefined) return undefined;
    try {
      if (!path.endsWith(".toml")) return parseYaml(text);
      const { parse } = await import("smol-toml");
      return parse(text);
    } catch {
      return undefined;
    }
  }

  /** A JavaScript or TypeScript file, to be looked at and not run. */
  async module(path: string): Promise<Module | undefined> {
    await parseModule.load();
    return this.moduleAt(path);
  }

  /** The same, once what parses is loaded. */
  moduleAt(path: string): Module | undefined {
    if (this.#modules.has(path)) return this.#modules.get(path);
    const text = this.#modules.size < most ? this.text(path) : undefined;
    const program = text === undefined ? undefined : parseModule(text, /\.[mc]?ts$/.test(path));
    const module = program && new Module(program, posix.dirname(path), this);
    this.#modules.set(path, module);
    return module;
  }

  json(path: string): unknown {
    try {
      return JSON.parse(this.text(path) ?? "");
    } catch {
      return undefined;
    }
  }

  /** Nothing where a file stands in a folder's place on the way, either. */
  #stats(path: string): Stats | undefined {
    try {
      return statSync(join(this.root, path));
    } catch {
      return undefined;
    }
  }

  #isInside(path: string): boolean {
    try {
      return `${realpathSync(join(this.root, path))}${sep}`.startsWith(`${this.#root}${sep}`);
    } catch {
      return false;
    }
  }
}

/** Modules of one site; a configuration that imports more isn't one to read so. */
const most = 50;
