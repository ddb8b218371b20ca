import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { SaxesParser } from "saxes";

/** A file of the output folder, and what changes when it is written again. */
export interface Output {
  readonly path: string;
  readonly bytes: string;
  readonly written: string;
}

/** All files of an output folder, hidden ones too, by path. */
export function outputsOf(folder: string): Output[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => outputOf(folder, entry));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function outputOf(folder: string, { parentPath, name }: Dirent): Output {
  const file = join(parentPath, name);
  const { mtimeMs, ino } = statSync(file);
  const path = relative(folder, file).split(sep).join("/");
  return { path, bytes: readFileSync(file, "latin1"), written: `${mtimeMs} ${ino}` };
}

/** A file's text. */
export function textOf({ bytes }: Output): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** What a strict XML parser says against a document. */
export function xmlFault(source: string): string | undefined {
  let fault: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", ({ message }) => {
    fault ??= message;
  });
  parser.write(source).close();
  return fault;
}
