import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { SaxesParser } from "saxes";

/** What somebody sees who reads all files of a folder, again and again. */
export class Poller {
  /** How many files were read. */
  read = 0;
  /** What was no whole document. */
  readonly torn: string[] = [];
  /** What was there once and then wasn't. */
  readonly missing: string[] = [];
  readonly #seen = new Set<string>();
  #going = true;

  constructor(private readonly folder: string) {}

  /** Reads until it is stopped. */
  async poll(): Promise<void> {
    while (this.#going) {
      this.once();
      await setImmediate();
    }
  }

  stop(): void {
    this.#going = false;
  }

  once(): void {
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !entry.name.endsWith(".feedwright"))
        this.#seen.add(join(entry.parentPath, entry.name));
    for (const path of this.#seen) this.#look(path);
  }

  #look(path: string): void {
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      this.missing.push(path);
      return;
    }
    this.read++;
    if (!isWhole(path, bytes)) this.torn.push(path);
  }
}

/** Whether bytes are a whole document of what their file's name says. */
export function isWhole(path: string, bytes: Buffer): boolean {
  try {
    if (path.endsWith(".gz")) return isWhole(path.slice(0, -3), gunzipSync(bytes));
    if (path.endsWith(".json")) return JSON.parse(bytes.toString()) !== null;
    if (/\.(?:xml|opml)$/.test(path)) return isXml(bytes.toString());
    return bytes.length > 0;
  } catch {
    return false;
  }
}

function isXml(text: string): boolean {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return true;
}
