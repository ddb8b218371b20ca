import { isUtf8 } from "node:buffer";
import { ProblemError, problem } from "../problems/index.ts";

/** How an article's front matter is written. `headers` are Pelican's `Name: value` lines; `none`: it begins with a heading. */
export type HeadLanguage = "yaml" | "toml" | "json" | "headers" | "none";

/** An article's front matter, cut out of its file. */
export interface Head {
  readonly language: HeadLanguage;
  /** The front matter without its fences, lines ended by LF. */
  readonly source: string;
  /** The line of the file, from 1, on which `source` begins. */
  readonly line: number;
  /** Where the body starts in the file, in bytes. */
  readonly bodyOffset: number;
}

const LF = 10;
const CR = 13;
/** What fences are made of. */
const [dash, plus, dot, brace] = [0x2d, 0x2b, 0x2e, 0x7b];
const languages: ReadonlyMap<string, HeadLanguage> = new Map([
  ["", "yaml"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["toml", "toml"],
  ["json", "json"],
]);

/**
 * Cuts the front matter out of a file's first bytes.
 *
 * A byte order mark, CRLF and blank lines before the opening fence are fine. Front matter stands
 * between `---` lines (YAML, or the language named behind the first), between `+++` lines (TOML),
 * in a bare JSON object, or in Pelican's header lines up to a blank one. A file that begins with a
 * heading has none: its name may still tell the date.
 * @param whole whether `bytes` is all that the file has
 * @returns nothing where more bytes are needed
 * @throws ProblemError head-missing, head-unclosed, head-fence, head-language, not-utf8
 */
export function cutHead(bytes: Buffer, whole: boolean, path: string): Head | undefined {
  const start = skipBlank(bytes);
  const line = 1 + linesIn(bytes, 0, start);
  const cutter = new Cutter(bytes, whole, path, start, line);
  if (bytes.length - start < 4 && !whole) return undefined;
  if (isMark(bytes, start, dash)) return cutter.fenced("---");
  if (isMark(bytes, start, plus)) return cutter.fenced("+++");
  return bytes[start] === brace ? cutter.json() : cutter.headers();
}

/** Whether a byte stands three times in a row. */
function isMark(bytes: Buffer, at: number, byte: number): boolean {
  return bytes[at] === byte && bytes[at + 1] === byte && bytes[at + 2] === byte;
}

/** A byte order mark, and lines with nothing on them. */
function skipBlank(bytes: Buffer): number {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let lineStart = from;
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === LF) lineStart = i + 1;
    else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) break;
  }
  return lineStart;
}

// Loops of our own: over the few bytes of a head they are quicker than a call into the library.
function linesIn(bytes: Buffer, from: number, to: number): number {
  let found = 0;
  for (let at = from; at < to; at++)
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) found++;
  return found;
}

/** One file's bytes, and the four ways to find a front matter's end in them. */
class Cutter {
  constructor(
    private readonly bytes: Buffer,
    private readonly whole: boolean,
    private readonly path: string,
    private readonly start: number,
    private readonly line: number,
  ) {}

  fenced(fence: "---" | "+++"): Head | undefined {
    const opened = this.endOfLine(this.start);
    if (opened === undefined) return this.whole ? this.refuse("head-unclosed", { fence }) : undefined;
    const name = this.bytes.toString("utf8", this.start + 3, opened).trim();
    const language = fence === "+++" && name === "" ? "toml" : languages.get(name.toLowerCase());
    if (language === undefined) return this.unknownLanguage(fence, name);
    const close = this.closing(fence, opened);
    if (close === undefined) return this.whole ? this.refuse("head-unclosed", { fence }) : undefined;
    return this.head(language, opened + 1, close.start, this.line + 1, close.end);
  }

  /** A bare object, as Hugo has it: ends where its braces do. */
  json(): Head | undefined {
    const text = this.bytes.toString("latin1", this.start);
    if (!/^\{\s*["}]/.test(text)) return this.whole || text.length > 80 ? this.missing() : undefined;
    const length = lengthOfObject(text);
    if (length === undefined) return this.whole ? this.refuse("head-unclosed", { fence: "{" }) : undefined;
    const end = this.start + length;
    const endOfLine = this.endOfLine(end) ?? this.endOfFile();
    if (endOfLine === undefined) return undefined;
    return this.head("json", this.start, end, this.line, Math.min(endOfLine + 1, this.bytes.length));
  }

  /** Pelican's and MultiMarkdown's: `Name: value` lines up to the first blank one. */
  headers(): Head | undefined {
    const text = this.bytes.toString("utf8", this.start);
    if (text.startsWith("# ")) return this.head("none", this.start, this.start, this.line, this.start);
    const block = /^(?:[A-Za-z][\w-]*:[^\n]*\n?(?:[ \t]+\S[^\n]*\n?)*)+/.exec(text)?.[0] ?? "";
    if (!this.whole && /^(?:[A-Za-z][\w-]*|[ \t\r]*)$/.test(text.slice(block.length))) return undefined;
    if (!/^(?:title|date):/im.test(block)) return this.missing();
    const end = this.start + Buffer.byteLength(block);
    return this.head("headers", this.start, end, this.line, end);
  }

  private head(language: HeadLanguage, from: number, to: number, line: number, bodyOffset: number): Head {
    const source = this.bytes.toString("utf8", from, Math.max(from, to));
    if (source.includes("\uFFFD") && !isUtf8(this.bytes.subarray(from, to))) this.refuse("not-utf8", {});
    const unixLines = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
    return { language, source: unixLines, line, bodyOffset };
  }

  /** The line that closes a fence: from its first byte to behind its line end. */
  private closing(fence: "---" | "+++", opened: number): { start: number; end: number } | undefined {
    const byte = fence === "---" ? dash : plus;
    for (let at = opened; at < this.bytes.length; at++) {
      if (this.bytes[at] !== LF) continue;
      const closes = isMark(this.bytes, at + 1, byte);
      // YAML's own end of document, which Jekyll takes as a fence.
      if (!closes && (byte !== dash || !isMark(this.bytes, at + 1, dot))) continue;
      const end = this.endOfLine(at + 1) ?? this.endOfFile();
      if (end === undefined) return undefined;
      const seen = this.bytes.toString("utf8", at + 1, end).trimEnd();
      if (closes && seen !== fence)
        this.refuse("head-fence", { fence, seen }, linesIn(this.bytes, this.start, at + 1));
      if (closes || seen === "...") return { start: at + 1, end: Math.min(end + 1, this.bytes.length) };
    }
    return undefined;
  }

  private endOfLine(from: number): number | undefined {
    for (let at = from; at < this.bytes.length; at++) if (this.bytes[at] === LF) return at;
    return undefined;
  }

  private endOfFile(): number | undefined {
    return this.whole ? this.bytes.length : undefined;
  }

  private unknownLanguage(fence: string, name: string): never {
    if (/^[-+]/.test(name)) return this.missing();
    return this.refuse("head-language", { fence, name });
  }

  private missing(): never {
    const utf16 = /^(?:\xFF\xFE|\xFE\xFF)/.test(this.bytes.toString("latin1", 0, 2));
    return this.refuse(utf16 ? "not-utf8" : "head-missing", {});
  }

  private refuse(
    code: "head-missing" | "head-unclosed" | "head-fence" | "head-language" | "not-utf8",
    details: { fence?: string; name?: string; seen?: string },
    linesDown = 0,
  ): never {
    const all = { fence: "---", name: "", seen: "", ...details };
    throw new ProblemError(problem(code, all, { file: this.path, line: this.line + linesDown, column: 1 }));
  }
}

/** The length of the JSON object that `text` begins with; nothing where it doesn't end. */
function lengthOfObject(text: string): number | undefined {
  const token = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}]/gs;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === "{") depth++;
    else if (found[0] === "}" && --depth === 0) return token.lastIndex;
  }
  return undefined;
}
