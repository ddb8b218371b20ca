import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { problem, type Report } from "../problems/index.ts";
import { openUnlinked } from "../regularFile.ts";

/** Docusaurus's list of authors, as it was read. */
export interface AuthorsFile {
  /** Below the content folder. */
  readonly name: string;
  readonly text: string;
}

const names = ["authors.yml", "authors.yaml"];
const largest = 256 * 1024;

/** Where a list of authors may stand, in order. */
export function authorsFiles(content: string): readonly string[] {
  return names.map((name) => join(content, name));
}

/** Reads the content folder's list of authors, if it has one; one that can't be used is told of. */
export function readAuthorsFile(content: string, report: Report): AuthorsFile | undefined {
  for (const name of names) {
    try {
      return { name, text: textOf(join(content, name)) };
    } catch (error) {
      if (isAbsent(error)) continue;
      report(problem("authors-unreadable", { error }, { file: name }));
      return undefined;
    }
  }
  return undefined;
}

/** No link is followed, for it could lead out of the content folder. */
function textOf(path: string): string {
  const file = openUnlinked(path);
  try {
    if (fstatSync(file).size > largest) throw new Error(`it is larger than ${largest / 1024} kB`);
    const bytes = readFileSync(file);
    if (!isUtf8(bytes)) throw new Error("it is not UTF-8");
    return bytes.toString("utf8").replace(/^\uFEFF/, "");
  } finally {
    closeSync(file);
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
