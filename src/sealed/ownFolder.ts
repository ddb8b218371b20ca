import { lstatSync, mkdirSync } from "node:fs";

/**
 * Makes a folder that is only ours. A link in its place could lead anywhere, and a checkout may bring one.
 * Throws what the file system throws, and where a link stands there.
 */
export function makeOwnFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  if (lstatSync(path).isSymbolicLink()) throw new Error("its folder is a link");
}
