import { createRequire } from "node:module";
import type matter from "gray-matter";
import { ProblemError, problem } from "../problems/index.ts";
import { type Position, parseYaml, positionAt, strayInJson, YamlError } from "../yaml/index.ts";
import type { Head, HeadLanguage } from "./fence.ts";
import { readHeaders } from "./headers.ts";
import { readPlainYaml } from "./plainYaml.ts";
import { indentQuotedLines } from "./tolerance.ts";
import { readToml, TomlSyntaxError } from "./toml.ts";

/** What front matter holds: keys with values, dates still as the text that was written. */
export type Mapping = Readonly<Record<string, unknown>>;

const names: Readonly<Record<HeadLanguage, string>> = {
  yaml: "YAML",
  toml: "TOML",
  json: "JSON",
  headers: "a header",
  none: "front matter",
};

/** Loaded with the first head that isn't plain YAML: on most sites there is none. */
const require = createRequire(import.meta.url);
const grayMatter = (): typeof matter => require("gray-matter");

/** Whatever could run code refuses; `cutHead` lets only YAML, TOML and JSON this far anyway. */
const refuse = { parse: (): never => unexpected("a language that runs code") };
const refusing = { js: refuse, javascript: refuse, coffee: refuse, coffeescript: refuse, cson: refuse };
const readers: Partial<Record<HeadLanguage, (source: string) => unknown>> = {
  yaml: parseTolerantly,
  toml: readToml,
  json: readJson,
};

/**
 * Reads front matter as data: its plain YAML ourselves, which is most of it and twenty times
 * quicker, and the rest through gray-matter with engines that can't execute anything.
 * @returns its keys and values; an empty one has none
 * @throws ProblemError head-syntax, head-shape, at the line of the article's file
 */
export function readFrontMatter(head: Head, path: string): Mapping {
  try {
    if (head.language === "none") return {};
    if (head.language === "headers") return readHeaders(head.source);
    const plain = head.language === "yaml" ? readPlainYaml(head.source) : undefined;
    if (plain !== undefined) return plain;
    return throughGrayMatter(head);
  } catch (error) {
    throw new ProblemError(syntaxProblem(error, head, path));
  }
}

/**
 * gray-matter gets a stand-in between the fences, and the engine the source: its own look for
 * comments takes minutes where there are many blank lines.
 */
function throughGrayMatter({ language, source }: Head): Mapping {
  if (source.trim() === "") return {};
  const engine = { parse: () => mapping(readers[language]?.(source)) };
  return grayMatter()(`---${language}\n.\n---\n`, { engines: { ...refusing, [language]: engine } }).data;
}

function parseTolerantly(source: string): unknown {
  try {
    return parseYaml(source, "texts");
  } catch (error) {
    const indented = indentQuotedLines(source);
    if (indented === undefined) throw error;
    return parseIndented(indented, source);
  }
}

/** What is wrong stands where its line had it before it was indented. */
function parseIndented(indented: string, source: string): unknown {
  try {
    return parseYaml(indented, "texts");
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const { reason, line, column } = error;
    const lengthIn = (text: string) => text.split("\n")[line - 1]?.length ?? 0;
    throw new YamlError(reason, line, Math.max(1, column - lengthIn(indented) + lengthIn(source)));
  }
}

/** JSON is YAML too, and read as that its numbers stay as they were written. Only the depth is limited. */
function readJson(source: string): unknown {
  const data: unknown = JSON.parse(source);
  try {
    return parseYaml(source, "texts");
  } catch {
    return data;
  }
}

function mapping(data: unknown): Mapping {
  if (data === null || data === undefined) return {};
  if (typeof data === "object" && !Array.isArray(data)) return { ...data };
  return unexpected(Array.isArray(data) ? "a list" : `the text \`${String(data).slice(0, 40)}\``);
}

class ShapeError extends Error {}

function unexpected(seen: string): never {
  throw new ShapeError(seen);
}

function syntaxProblem(error: unknown, head: Head, file: string) {
  if (error instanceof ShapeError)
    return problem("head-shape", { seen: error.message }, { file, line: head.line });
  const { reason, line, column } = syntaxError(error, head.source);
  const place = { file, line: head.line + line - 1, column };
  return problem("head-syntax", { language: names[head.language], reason }, place);
}

function syntaxError(error: unknown, source: string): { reason: string; line: number; column: number } {
  if (error instanceof YamlError || error instanceof TomlSyntaxError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(reason)?.[1] ?? strayInJson(source);
  const place = position === undefined ? placeByYaml(source) : positionAt(source, Number(position));
  return { reason: reason.split("\n")[0] ?? "", ...place };
}

/** Where JSON's own reader doesn't say: YAML's, which takes more, stumbles over the same signs. */
function placeByYaml(source: string): Position {
  try {
    parseYaml(source, "texts");
  } catch (error) {
    if (error instanceof YamlError) return { line: error.line, column: error.column };
  }
  return { line: 1, column: 1 };
}
