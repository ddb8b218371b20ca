import type { Aside } from "./aside.ts";
import { boxEnd, boxStart, isBox } from "./boxes.ts";
import { type Call, given, readCall } from "./call.ts";
import { spoken } from "./expression.ts";
import { hole } from "./holes.ts";
import { isKnown, show } from "./known.ts";
import type { Page } from "./page.ts";

// What a mark holds ends where another begins, so that no sign is looked at twice.
const shortcode = String.raw`\{\{([<%])((?:[^>%{]|[>%](?!\}\})|\{(?!\{))*)[>%]\}\}`;
const tag = String.raw`\{%((?:[^%{]|%(?!\})|\{(?![{%]))*)%\}`;
// GitHub's ${{ … }} and a formula's _{{…}} are no expressions.
const expression = String.raw`(?:(?<![$\\^_]|[^}]\})\{\{|(?<=[*_])\{\{(?=\s))(?!\s*\})([^{}]*)\}\}`;
const marks = new RegExp(`${shortcode}|${tag}|${expression}`, "g");

const closers = /\{\{[<%]\s*\/\s*([\w./-]+)|\{%-?\s*end_?([\w-]+)/g;
const silent = /^(?:assign|set|endset|extends|import|from|continue|else|elsif|elif|tablerow|cycle|break)$/;
const conditions = /^(?:if|ifchanged|unless|case|when|with|markdown|block|renderTemplate|filter|paginate)$/;
const sitePrefix = /(?:\{\{-?\s*site\.(?:base)?url\s*-?\}\}){1,3}\/?(?=\{%-?\s*(?:post_url|link)\s)/g;

/** Reads the tags of Jekyll, Nunjucks, Zola and Hugo, and writes what they show. */
export function withoutTags(source: string, page: Page, aside: Aside): string {
  const text = source.replace(sitePrefix, "");
  const reader = new TagReader(text, page);
  return text.replace(
    marks,
    (mark, kind: string, inShortcode: string, inTag: string, inside: string, at: number) => {
      const alone = isAlone(text, at, at + mark.length);
      if (inside !== undefined) return set(reader.expression(aside.back(trimmed(inside))), alone);
      return set(
        reader.tag(aside.back(trimmed(inShortcode ?? inTag)), kind ? `{{${kind}` : "{%", alone),
        alone,
      );
    },
  );
}

/** HTML that stands alone is a block of its own. */
function set(shown: string, alone: boolean): string {
  return alone && shown.startsWith("<f") ? `${shown}\n\n` : shown;
}

class TagReader {
  readonly #page: Page;
  readonly #paired: ReadonlySet<string>;
  /** What closes each block that is open. */
  readonly #open: { readonly name: string; readonly end: string }[] = [];

  constructor(text: string, page: Page) {
    this.#page = page;
    this.#paired = new Set([...text.matchAll(closers)].map(([, hugo, liquid]) => hugo ?? liquid ?? ""));
  }

  expression(inside: string): string {
    const value = spoken(inside, this.#page);
    if (value === undefined) this.#page.leaveOut(`{{ ${inside} }}`);
    return value ?? hole;
  }

  tag(inside: string, opening: string, alone: boolean): string {
    const [, closed] = /^(?:\/\s*|end_?)([\w./-]*)/.exec(inside) ?? [];
    if (closed !== undefined) return this.#close(closed);
    const call = readCall(inside);
    if (!call) return "";
    if (this.#isPair(call, inside, opening)) return this.#begin(call, opening, alone);
    return this.#show(call, opening);
  }

  #isPair({ name }: Call, inside: string, opening: string): boolean {
    if (inside.endsWith("/")) return false;
    return this.#paired.has(name) || (opening === "{%" && /^\w+\(/.test(inside));
  }

  #begin(call: Call, opening: string, alone: boolean): string {
    const box = alone && isBox(call.name);
    this.#open.push({ name: call.name, end: box ? boxEnd(call.name) : "" });
    if (box) return boxStart(call.name, given(call, "title"));
    const shown = conditions.test(call.name) ? undefined : show(call, this.#page);
    if (shown === undefined && isKnown(call)) this.#page.leaveOut(nameOf(call, opening));
    return shown ?? "";
  }

  /** Zola's `{% end %}` closes the last block, every other mark the last one of its name. */
  #close(name: string): string {
    const index =
      name === "" ? this.#open.length - 1 : this.#open.findLastIndex((each) => each.name === name);
    return this.#open.splice(index === -1 ? this.#open.length : index).at(0)?.end ?? "";
  }

  #show(call: Call, opening: string): string {
    if (silent.test(call.name) || conditions.test(call.name)) return "";
    const shown = show(call, this.#page);
    if (shown === undefined) this.#page.leaveOut(nameOf(call, opening));
    return shown ?? hole;
  }
}

function nameOf({ name }: Call, opening: string): string {
  const closing = opening === "{%" ? "%}" : opening === "{{<" ? ">}}" : "%}}";
  return `${opening} ${name} ${closing}`;
}

function trimmed(inside: string): string {
  return inside.replace(/^-|-$/g, "").trim();
}

function isAlone(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (text[before] === " " || text[before] === "\t") before--;
  let after = end;
  while (/[ \t\r]/.test(text[after] ?? "")) after++;
  return (before < 0 || text[before] === "\n") && (after >= text.length || text[after] === "\n");
}
