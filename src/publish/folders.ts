import { mkdirSync, rmdirSync } from "node:fs";
import { dirname } from "node:path";

/** Folders that a build made for its files; where nothing comes of them they go again. */
export class Folders {
  private readonly made: string[] = [];

  make(folder: string): void {
    const first = mkdirSync(folder, { recursive: true });
    if (first === undefined) return;
    for (let each = folder; each.length >= first.length; each = dirname(each)) this.made.push(each);
  }

  /** Deepest first; one that has something in it stays. */
  removeEmpty(): void {
    for (const folder of this.made.splice(0).sort((a, b) => b.length - a.length)) {
      try {
        rmdirSync(folder);
      } catch {
        // in use
      }
    }
  }
}
