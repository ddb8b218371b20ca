import { matchingBraces } from "./braces.ts";

const statement =
  /^(?:import\s*(?:[{*"'\uE000]|[\w$]+(?:\s+from\s|\s*,\s*[{*]))|export\s+(?:const|let|var|default|function|async|class|type|\{|\*))/gm;
const plainImport = /^import\s+(?:[\w$*{}\s,]{1,300}?\sfrom\s+)?["'][^"'\n]{1,200}["'];?[ \t]*\r?$/gm;
const imported = /^import\s+(\w+)\s+from\s+["']([^"'\n]+)["']/gm;

/** A text without the imports that pages carry for their components. */
export function withoutImports(source: string): string {
  return source.replace(plainImport, "");
}

/** An MDX text without its import and export statements, which end at a blank line outside of braces. */
export function withoutModules(source: string): string {
  const braces = matchingBraces(source);
  let text = "";
  let from = 0;
  for (const { index } of source.matchAll(statement)) {
    if (index < from) continue;
    text += source.slice(from, index);
    from = endOf(source, index, braces);
  }
  return text + source.slice(from);
}

/** What a picture or another file was imported as, and where it is. */
export function importedFiles(source: string): ReadonlyMap<string, string> {
  const found = [...source.matchAll(imported)].map(([, name = "", path = ""]) => [name, path] as const);
  return new Map(found.filter(([, path]) => /\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mp3)$/i.test(path)));
}

function endOf(source: string, start: number, braces: ReadonlyMap<number, number>): number {
  const stop = /\{|\n[ \t]*\r?(?:\n|$(?![\s\S]))/g;
  stop.lastIndex = start;
  for (let found = stop.exec(source); found; found = stop.exec(source)) {
    if (found[0] !== "{") return found.index;
    stop.lastIndex = (braces.get(found.index) ?? found.index) + 1;
  }
  return source.length;
}
