import { existsSync } from "node:fs";
import { join } from "node:path";
import { ProblemError, problem } from "../problems/index.ts";
import type { Input } from "./input.ts";

/** What can be imported. */
export const sourceFormats = ["rss", "atom", "json", "wxr", "ghost", "substack", "page", "text"] as const;

export type SourceFormat = (typeof sourceFormats)[number];

/**
 * Tells what a source is by how it begins.
 * @throws ProblemError import-format-unknown
 */
export function recognise(input: Input): SourceFormat {
  const format = input.isFolder ? folderFormat(input.path) : fileFormat(input.beginning);
  if (format !== undefined) return format;
  throw new ProblemError(problem("import-format-unknown", {}, { file: input.name }));
}

function folderFormat(path: string): SourceFormat | undefined {
  return existsSync(join(path, "posts.csv")) ? "substack" : undefined;
}

function fileFormat(bytes: Buffer): SourceFormat | undefined {
  if (bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04") return "substack";
  const isWide = /^(?:feff|fffe|003c|3c00)/.test(bytes.toString("hex", 0, 2));
  const text = bytes.toString("latin1").replace(isWide ? /\0|^(?:þÿ|ÿþ)/g : /^ï»¿/, "");
  if (/^\s*</.test(text)) return markupFormat(text);
  if (/^\s*\{/.test(text)) return jsonFormat(text);
  return text.includes("\0") || text.trim() === "" ? undefined : "text";
}

function markupFormat(text: string): SourceFormat | undefined {
  const root = /<(?![?!])([\w:.-]+)([^>]*)/.exec(text.replace(/<!--[\s\S]*?-->/g, ""));
  const [, name = "", attributes = ""] = root ?? [];
  const local = name.replace(/^.*:/, "").toLowerCase();
  if (local === "rss") return /wordpress\.org\/export\//.test(attributes) ? "wxr" : "rss";
  if (name === "rdf:RDF" || local === "rdf") return "rss";
  if (local === "feed" || local === "entry") return "atom";
  return root === null ? undefined : "page";
}

function jsonFormat(text: string): SourceFormat | undefined {
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\//.test(text)) return "json";
  if (/"posts"\s*:\s*\[|^\s*\{\s*"(?:db|meta|data)"\s*:/.test(text)) return "ghost";
  return /"items"\s*:\s*\[/.test(text) ? "json" : undefined;
}
