import { htmlParser } from "../../render/index.ts";

const inline = new Set(
  `a abbr audio b bdi bdo cite code data del dfn em i img ins kbd mark picture q rp rt ruby s samp small
  source span strong sub sup time track u var video wbr`.split(/\s+/),
);

/**
 * Whether two pieces of sanitised HTML say the same: white space between blocks and how much of it
 * stands in a line mean nothing, nor do the order of attributes and the ids that a renderer gives headings without one.
 */
export function sayTheSame(rendered: string, expected: string): boolean {
  if (rendered === expected) return true;
  const [ours, theirs] = [tokensOf(rendered), tokensOf(expected)];
  return ours.length === theirs.length && ours.every((token, at) => isSame(token, theirs[at] ?? ""));
}

function isSame(ours: string, theirs: string): boolean {
  return (
    ours === theirs ||
    (/^<h[1-6]>$/.test(theirs) && ours.startsWith(theirs.slice(0, -1)) && / id="[^"]*">$/.test(ours))
  );
}

function tokensOf(html: string): readonly string[] {
  const tokens: string[] = [];
  let text = "";
  let preformatted = 0;
  const say = (edge: boolean) => {
    const folded = preformatted > 0 ? text : text.replace(/[ \t\n\r\f]+/g, " ");
    const atEdge = tokens.length === 0 || isBlockTag(tokens.at(-1) ?? "");
    const start = preformatted === 0 && atEdge ? folded.trimStart() : folded;
    const said = edge ? (preformatted > 0 ? start.replace(/\n$/, "") : start.trimEnd()) : start;
    if (said !== "") tokens.push(said);
    text = "";
  };
  const parser = htmlParser({
    onopentag: (name, attributes) => {
      say(!inline.has(name));
      const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
      tokens.push(`<${name}${pairs.sort().join("")}>`);
      if (name === "pre") preformatted++;
    },
    onclosetag: (name) => {
      say(!inline.has(name) || (preformatted > 0 && name === "code"));
      tokens.push(`</${name}>`);
      if (name === "pre") preformatted--;
    },
    ontext: (data) => {
      text += data;
    },
  });
  parser.end(html);
  say(true);
  return tokens;
}

function isBlockTag(token: string): boolean {
  const name = /^<\/?([a-z\d]+)/.exec(token)?.[1];
  return name !== undefined && !inline.has(name);
}
