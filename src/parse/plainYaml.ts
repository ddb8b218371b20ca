/** What most front matter is made of: texts, truth values, and lists and maps of them. */
type Scalar = string | boolean | null;
type ScalarMap = Record<string, Scalar>;
type Value = Scalar | (Scalar | ScalarMap)[] | ScalarMap;

/** Thrown inside this file only: the source says something that is not plain for sure. */
const notPlain = Symbol("not plain");

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
    return new Reader(source).read();
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** What an ASCII sign may begin or go on with. */
const [beginsKey, inKey, beginsText] = [1, 2, 4];
const roles = new Uint8Array(128);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  roles[letter.charCodeAt(0)] = beginsKey | inKey | beginsText;
for (const digit of "0123456789") roles[digit.charCodeAt(0)] = inKey | beginsText;
for (const sign of "/(.") roles[sign.charCodeAt(0)] = beginsText;
roles["_".charCodeAt(0)] = beginsKey | inKey;
roles["-".charCodeAt(0)] = inKey;

function hasRole(code: number, role: number): boolean {
  return ((roles[code] ?? 0) & role) !== 0;
}

const [LF, blank, doubleQuote, hash, singleQuote, hyphen, colon, bracket] = [10, 32, 34, 35, 39, 45, 58, 91];

/** Walks down the lines, one at a time. */
class Reader {
  /** Where the line after this one begins. */
  private after = 0;
  private more = true;
  private indent = 0;
  /** Whether the line begins a list's item; its key then stands at `inner`. */
  private dash = false;
  private inner = 0;
  private key: string | undefined;
  private text = "";

  constructor(private readonly source: string) {
    this.advance();
  }

  read(): Record<string, Value> | undefined {
    if (!this.more) return undefined;
    const data: Record<string, Value> = {};
    while (this.more) {
      if (this.indent !== 0 || this.dash) throw notPlain;
      const { key, text } = this;
      this.advance();
      put(data, key, text === "" ? this.block() : value(text));
    }
    return data;
  }

  /** What stands below a key without value: a list, a map, or nothing. */
  private block(): Value {
    if (!this.more || (this.indent === 0 && !this.dash)) return null;
    return this.dash ? this.list(this.indent) : this.map(this.indent);
  }

  private list(indent: number): (Scalar | ScalarMap)[] {
    const items: (Scalar | ScalarMap)[] = [];
    while (this.more && this.dash && this.indent === indent) items.push(this.item());
    this.expectOutside(indent);
    return items;
  }

  private item(): Scalar | ScalarMap {
    if (this.key !== undefined) return this.itemMap();
    const item = scalar(this.text);
    this.advance();
    return item;
  }

  private itemMap(): ScalarMap {
    const { inner } = this;
    const map: ScalarMap = {};
    do this.entry(map);
    while (this.more && !this.dash && this.indent === inner);
    return map;
  }

  private map(indent: number): ScalarMap {
    const map: ScalarMap = {};
    while (this.more && this.indent === indent) {
      if (this.dash) throw notPlain;
      this.entry(map);
    }
    this.expectOutside(1);
    return map;
  }

  private entry(map: ScalarMap): void {
    put(map, this.key, scalar(this.text));
    this.advance();
  }

  /** A block ends where a line stands at the left margin again. */
  private expectOutside(indent: number): void {
    if (this.more && (this.indent !== 0 || (this.dash && indent === 0))) throw notPlain;
  }

  /** Goes to the next line that says something, and takes it apart. */
  private advance(): void {
    const { source } = this;
    const start = this.pastComments();
    this.more = start < source.length;
    if (!this.more) return;
    const end = this.endOfLine(start);
    this.after = end + 1;
    let at = this.pastBlanks(start);
    this.indent = at - start;
    this.dash = source.charCodeAt(at) === hyphen && source.charCodeAt(at + 1) === blank;
    if (this.dash) at = this.pastBlanks(at + 1);
    this.inner = at - start;
    const endOfKey = this.endOfKey(at);
    this.key = endOfKey === -1 ? undefined : source.slice(at, endOfKey);
    if (endOfKey !== -1) at = this.pastBlanks(endOfKey + 1);
    this.text = source.slice(at, this.withoutBlanksBehind(at, end));
    if (this.key === undefined && (this.text === "" || !this.dash)) throw notPlain;
  }

  /** Past blank lines, and comments at the left margin. */
  private pastComments(): number {
    let at = this.after;
    for (; at < this.source.length; at++) {
      const code = this.source.charCodeAt(at);
      if (code === hash) at = this.endOfLine(at);
      else if (code !== LF) break;
    }
    return at;
  }

  private endOfLine(from: number): number {
    const end = this.source.indexOf("\n", from);
    return end === -1 ? this.source.length : end;
  }

  private pastBlanks(from: number): number {
    let at = from;
    while (this.source.charCodeAt(at) === blank) at++;
    return at;
  }

  private withoutBlanksBehind(start: number, end: number): number {
    let at = end;
    while (at > start && this.source.charCodeAt(at - 1) === blank) at--;
    return at;
  }

  /** Where the colon is behind the key that begins here; -1 where none does. */
  private endOfKey(from: number): number {
    const { source } = this;
    if (!hasRole(source.charCodeAt(from), beginsKey)) return -1;
    let at = from + 1;
    while (hasRole(source.charCodeAt(at), inKey)) at++;
    if (source.charCodeAt(at) !== colon) return -1;
    const behind = source.charCodeAt(at + 1);
    return behind === blank || behind === LF || at + 1 === source.length ? at : -1;
  }
}

function put<Each>(map: Record<string, Each>, key: string | undefined, value: Each): void {
  if (key === undefined || !isPlainKey(key) || Object.hasOwn(map, key)) throw notPlain;
  map[key] = value;
}

function isPlainKey(key: string): boolean {
  return key.length > 5 ? key !== "__proto__" : !reservedKey.test(key);
}

function value(text: string): Value {
  return text.charCodeAt(0) === bracket ? flowList(text) : scalar(text);
}

/** Hard blanks too, which `trim` takes for blanks, and YAML for text. */
const strangeInList = /[[\]{}#&*!|>%@`]|[^\S ]|:(?:[ ,]|$)/;

/** `[a, "b", 3]` of values without signs that mean something in a list. */
function flowList(text: string): Scalar[] {
  const inside = text.slice(1, -1);
  if (!text.endsWith("]") || strangeInList.test(inside)) throw notPlain;
  const items: Scalar[] = [];
  if (inside.trim() === "") return items;
  for (let start = 0, comma = 0; comma !== -1; start = comma + 1) {
    comma = inside.indexOf(",", start);
    items.push(scalar(inside.slice(start, comma === -1 ? undefined : comma).trim()));
  }
  return items;
}

const letterOrDigit = /^[\p{L}\p{N}]/u;

function scalar(text: string): Scalar {
  const first = text.charCodeAt(0);
  if (first === doubleQuote || first === singleQuote) return inQuotes(text);
  if (!hasRole(first, beginsText) && (first < 128 || !letterOrDigit.test(text))) throw notPlain;
  if (text.includes(": ") || text.includes(" #") || text.endsWith(":")) throw notPlain;
  return text.length > 5 ? text : word(text);
}

/** The words that YAML knows are the library's, in any but their usual spelling. */
function word(text: string): Scalar {
  if (text === "true" || text === "false") return text === "true";
  if (/^(?:true|false|null)$/i.test(text)) throw notPlain;
  return text;
}

function inQuotes(text: string): string {
  const quote = text.charAt(0);
  if (text.length < 2 || !text.endsWith(quote)) throw notPlain;
  const inside = text.slice(1, -1);
  if (!inside.includes(quote) && !inside.includes("\\")) return inside;
  return quote === "'" ? inSingle(inside) : inDouble(inside);
}

/** A quote in single quotes is doubled. */
function inSingle(inside: string): string {
  if (inside.replaceAll("''", "").includes("'")) throw notPlain;
  return inside.replaceAll("''", "'");
}

/** Of the escapes in double quotes, those of a quote and of a backslash itself. */
function inDouble(inside: string): string {
  if (!/^(?:[^"\\]|\\["\\])*$/.test(inside)) throw notPlain;
  return inside.replace(/\\(.)/g, "$1");
}
