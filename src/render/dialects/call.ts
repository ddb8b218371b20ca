/** A shortcode, tag or component: what it is called, and what it is given. */
export interface Call {
  readonly name: string;
  readonly values: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const start = /^\s*([A-Za-z_][\w./-]*)\s*\(?/;
const value = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|\`[^\`]*\``;
const argument = new RegExp(`(?:([\\w.:-]{1,40})\\s*=\\s*)?(?:(${value})|([^\\s,"'\`()]+))`, "g");

/** No one gives more; reading it is quadratic at worst. */
const longest = 5000;

/** Reads `name "a" b=c` and `name(a="b", c=1)`; undefined where there is no name. */
export function readCall(text: string): Call | undefined {
  const [opening = "", name] = start.exec(text) ?? [];
  if (name === undefined || text.length > longest) return undefined;
  const values: string[] = [];
  const named = new Map<string, string>();
  for (const [, key, quoted, bare = ""] of text.slice(opening.length).matchAll(argument)) {
    const given = quoted === undefined ? bare : unquoted(quoted);
    if (key === undefined) values.push(given);
    else named.set(key.toLowerCase(), given);
  }
  return { name, values, named };
}

/** What a string in quotes says. */
export function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(["'\\])/g, "$1");
}

/** The first of these names that the call gives something under. */
export function given({ named }: Call, ...names: readonly string[]): string | undefined {
  return names.map((name) => named.get(name)).find((each) => each !== undefined && each !== "");
}
