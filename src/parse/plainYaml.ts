/** What most front matter is made of: texts, truth values, and lists and maps of them. */
type Scalar = string | boolean | null;
type ScalarMap = Record<string, Scalar>;
type Value = Scalar | (Scalar | ScalarMap)[] | ScalarMap;

/** Thrown inside this file only: the source says something that is not plain for sure. */
const notPlain = Symbol("not plain");

/** What stands before a line's value. */
const opening = /^( *)(- +)?(?:([A-Za-z_][\w-]*):(?: +|$))?/;
/** What YAML forbids, even in comments, or takes for a blank or a line's end. */
const strange = /[^\P{C}\n\p{Cf}]|[\u2028\u2029\uFEFF]/u;
/** Most texts are seen to hold nothing strange by this, which asks for no character's class. */
const foreign = /[^\n -~\u00A1-\u0377\u0400-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]/;
const reservedKey = /^(?:true|false|null|y|n|yes|no|on|off)$/i;

/**
 * Reads the plain subset of YAML 1.2: `key: value` lines, block lists, and maps of one level, with
 * one-line values. It knows what it doesn't know: for anything else it gives nothing, and the
 * library reads the source. What it does give is what the library would give.
 */
export function readPlainYaml(source: string): Record<string, Value> | undefined {
  if (foreign.test(source) && strange.test(source)) return undefined;
  try {
    const lines = source.split("\n").filter((text) => text !== "" && !text.startsWith("#"));
    return new Reader(lines.map(lineOf)).read();
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

interface Line {
  readonly indent: number;
  /** Whether it begins a list's item; its key then stands at `inner`. */
  readonly dash: boolean;
  readonly inner: number;
  readonly key: string | undefined;
  readonly text: string;
}

class Reader {
  private at = 0;

  constructor(private readonly lines: readonly Line[]) {}

  read(): Record<string, Value> | undefined {
    const data: Record<string, Value> = {};
    let empty = true;
    for (let next = this.peek(); next !== undefined; next = this.peek()) {
      if (next.indent !== 0 || next.dash || next.key === undefined) throw notPlain;
      this.at++;
      put(data, next.key, next.text === "" ? this.block() : value(next.text));
      empty = false;
    }
    return empty ? undefined : data;
  }

  /** What stands below a key without value: a list, a map, or nothing. */
  private block(): Value {
    const first = this.peek();
    if (first === undefined || (first.indent === 0 && !first.dash)) return null;
    return first.dash ? this.list(first.indent) : this.map(first.indent);
  }

  private list(indent: number): (Scalar | ScalarMap)[] {
    const items: (Scalar | ScalarMap)[] = [];
    for (let next = this.peek(); next?.dash && next.indent === indent; next = this.peek()) {
      this.at++;
      if (next.key === undefined) items.push(scalar(next.text));
      else items.push(this.itemMap(next));
    }
    this.expectOutside(indent);
    return items;
  }

  private itemMap(first: Line): ScalarMap {
    const map: ScalarMap = {};
    put(map, first.key ?? "", scalar(first.text));
    for (
      let next = this.peek();
      next !== undefined && !next.dash && next.indent === first.inner;
      next = this.peek()
    ) {
      this.entry(map, next);
    }
    return map;
  }

  private map(indent: number): ScalarMap {
    const map: ScalarMap = {};
    for (let next = this.peek(); next !== undefined && next.indent === indent; next = this.peek())
      this.entry(map, next);
    this.expectOutside(1);
    return map;
  }

  private entry(map: ScalarMap, next: Line): void {
    if (next.dash || next.key === undefined) throw notPlain;
    this.at++;
    put(map, next.key, scalar(next.text));
  }

  /** A block ends where a line stands at the left margin again. */
  private expectOutside(indent: number): void {
    const next = this.peek();
    if (next !== undefined && (next.indent !== 0 || (next.dash && indent === 0))) throw notPlain;
  }

  private peek(): Line | undefined {
    return this.lines[this.at];
  }
}

function lineOf(line: string): Line {
  const [before, indent = "", dash = "", key] = opening.exec(line) ?? fail();
  const text = withoutBlanksBehind(line.slice(before.length));
  if (key === undefined && (text === "" || dash === "")) throw notPlain;
  return { indent: indent.length, dash: dash !== "", inner: indent.length + dash.length, key, text };
}

function withoutBlanksBehind(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  return text.slice(0, end);
}

function put<Each>(map: Record<string, Each>, key: string, value: Each): void {
  if (Object.hasOwn(map, key) || key === "__proto__" || reservedKey.test(key)) throw notPlain;
  map[key] = value;
}

function value(text: string): Value {
  return text.startsWith("[") ? flowList(text) : scalar(text);
}

/** `[a, "b", 3]` of values without signs that mean something in a list. */
function flowList(text: string): Scalar[] {
  if (!text.endsWith("]")) throw notPlain;
  const inside = text.slice(1, -1);
  if (/^ *$/.test(inside)) return [];
  return inside.split(",").map((part) => {
    if (/[[\]{}#&*!|>%@`]|:(?: |$)/.test(part)) throw notPlain;
    return scalar(withoutBlanksBehind(part.replace(/^ +/, "")));
  });
}

const plainStart = /^[\p{L}\p{N}/(.]/u;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
const date = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]*\d(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/;

function scalar(text: string): Scalar {
  if (text.startsWith('"') || text.startsWith("'")) return inQuotes(text);
  if (date.test(text)) return text;
  if (!plainStart.test(text) || text.includes(": ") || text.includes(" #") || text.endsWith(":"))
    throw notPlain;
  if (text === "true" || text === "false") return text === "true";
  // The words that YAML knows are the library's.
  if (/^(?:true|false|null)$/i.test(text)) throw notPlain;
  return text;
}

function inQuotes(text: string): string {
  const [, double, single] = quoted.exec(text) ?? fail();
  return double ?? single ?? "";
}

function fail(): never {
  throw notPlain;
}
