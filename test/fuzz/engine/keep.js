import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";

/** Puts a found input where `corpus.test.ts` tries it from now on; gives its place. */
export function keep(target, input) {
  const folder = `test/fuzz/corpus/${target}`;
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${createHash("sha256").update(input).digest("hex").slice(0, 12)}`;
  writeFileSync(file, input);
  return file;
}
