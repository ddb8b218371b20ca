import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder, gone again after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file and the folders that it needs. */
export function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The paths of all files below a folder, hidden ones too. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .sort();
}

/** What tells whether anyone touched a file. */
export function identityOf(path: string) {
  const { ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return { ino, mtimeNs, ctimeNs };
}
