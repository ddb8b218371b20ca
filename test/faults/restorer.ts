import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Gives a folder back what it has now, again and again. */
export function restorer(root: string): () => void {
  const kept = mkdtempSync(join(tmpdir(), "feedwright-restored-"));
  onTestFinished(() => rmSync(kept, { recursive: true }));
  cpSync(root, kept, { recursive: true, preserveTimestamps: true });
  return () => {
    rmSync(root, { recursive: true });
    cpSync(kept, root, { recursive: true, preserveTimestamps: true });
  };
}
