import { closeSync, readSync } from "node:fs";
import { join } from "node:path";
import { openRegular } from "../regularFile.ts";
import type { LastPublished } from "./manifest.ts";

/** What files of feedwright say of themselves, in their first part. */
const marks = new RegExp(
  [
    "<generator>feedwright</generator>",
    '"_feedwright":',
    "(?:# |<!-- )Written by feedwright",
    '<meta name="generator" content="feedwright">',
  ].join("|"),
);
const firstPart = 64 * 1024;

/**
 * Tells which files of an output folder are feedwright's own. Only those are ever written over: another generator may
 * write there, too, and its `rss.xml` is not ours.
 */
export class Ownership {
  readonly #named: ReadonlySet<string>;
  /** Whether no notes tell, as in a fresh checkout, and a feed that stands there is ours: then all of it is. */
  readonly #isAdopted: boolean;

  /** @param documents where this build's documents stand, below the output folder */
  constructor(
    private readonly output: string,
    { ids, others, media, placing }: LastPublished,
    documents: readonly string[],
  ) {
    this.#named = new Set([...Object.keys(ids), ...others, ...media, ...placing]);
    this.#isAdopted = this.#named.size === 0 && documents.some((path) => this.#isMarked(path));
  }

  /** Whether notes name it. */
  names(path: string): boolean {
    return this.#named.has(path);
  }

  owns(path: string): boolean {
    const document = path.replace(/\.(?:gz|br)$/, "");
    return (
      this.#isAdopted ||
      this.names(path) ||
      this.#isMarked(path) ||
      (document !== path && this.owns(document))
    );
  }

  #isMarked(path: string): boolean {
    try {
      const file = openRegular(join(this.output, path));
      try {
        const bytes = Buffer.alloc(firstPart);
        const read = readSync(file, bytes);
        // Where nothing is, nothing can be lost.
        return read === 0 || marks.test(bytes.toString("utf8", 0, read));
      } finally {
        closeSync(file);
      }
    } catch {
      return false;
    }
  }
}
