import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { marked, type Token } from "marked";

/** A fenced block of a document, as ```` ```yaml feedwright.yaml ````. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  /** What stands behind the language. */
  readonly info: readonly string[];
  readonly text: string;
}

/** What is done in one folder: blocks in their order. */
export interface Course {
  readonly file: string;
  readonly line: number;
  /** What the folder holds at first: a folder of `sites/`, `empty`, or `repository`. */
  readonly site: string;
  readonly blocks: readonly Block[];
}

/** The documents whose blocks have to work. */
export const documents: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !name.startsWith("api/"))
    .map((name) => join("docs", name))
    .sort(),
];

export function textOf(file: string): string {
  return readFileSync(file, "utf8");
}

const opening = /^ {0,3}(`{3,}|~{3,})\s*(\S*)\s*(.*)$/;
const start = /^<!-- samples: ([\w-]+) -->$/;

/** A document's blocks, by the folder in which they are tried: the document's own, or from `<!-- samples: … -->` on a new one. */
export function coursesOf(file: string, text = textOf(file)): Course[] {
  const courses: Course[] = [];
  let [site, from, blocks]: [string, number, Block[]] = ["newsroom", 1, []];
  const close = () => {
    if (blocks.length > 0) courses.push({ file, line: from, site, blocks });
  };
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const named = start.exec(lines[at] ?? "")?.[1];
    if (named !== undefined) {
      close();
      [site, from, blocks] = [named, at + 1, []];
    }
    const [, fence, language = "", info = ""] = opening.exec(lines[at] ?? "") ?? [];
    if (fence === undefined) continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
    const until = end < 0 ? lines.length : end;
    const inside = lines.slice(at + 1, until).map((line) => `${line}\n`);
    blocks.push({
      file,
      line: at + 1,
      language,
      info: info.split(/\s+/).filter(Boolean),
      text: inside.join(""),
    });
    at = until;
  }
  close();
  return courses;
}

export const courses: readonly Course[] = documents.flatMap((file) => coursesOf(file));
export const blocks: readonly Block[] = courses.flatMap((course) => course.blocks);

export function placeOf({ file, line }: Pick<Block, "file" | "line">): string {
  return `${file}:${line}`;
}

/** The file that a block is: named behind the language, or by a comment in its first line. */
export function nameOf({ info, text }: Block): string | undefined {
  const written = /^(?:#|\/\/|;) (\S+\.\w+)\n/.exec(text)?.[1];
  return written ?? info.find((word) => /^[\w./-]*\.\w+$/.test(word) || word.includes("/"));
}

/** A document without its blocks. */
export function proseOf(file: string): string {
  return textOf(file).replace(/^ {0,3}(```+|~~~+)[\s\S]*?^ {0,3}\1[ \t]*$/gm, "");
}

/** How many blocks of code a Markdown parser sees in a text: fenced ones, and those that are only indented. */
export function counted(text: string): { fenced: number; indented: number } {
  const code: Token[] = [];
  marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === "code") code.push(token);
  });
  const indented = code.filter((token) => "codeBlockStyle" in token && token.codeBlockStyle === "indented");
  return { fenced: code.length - indented.length, indented: indented.length };
}

/** The rows of a document's tables, cells as written. */
export function rows(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split(/ *\| */).slice(1, -1));
}

/** The words of a command line, as a shell has them. */
export function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
