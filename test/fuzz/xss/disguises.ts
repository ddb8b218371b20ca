import type { Random } from "../engine/random.ts";

type Disguise = (text: string, random: Random) => string;

/** Changes one match of a pattern, any of them. */
const one =
  (pattern: RegExp, change: (found: string, random: Random) => string): Disguise =>
  (text, random) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return text;
    const { 0: match, index } = random.from(found);
    return text.slice(0, index) + change(match, random) + text.slice(index + match.length);
  };

const code = (sign: string) => sign.codePointAt(0) ?? 0;
const blank = ["\t", "\n", "\f", "\r", "\v", " ", "/", "\0", "\u00A0", "\u200B"];

/** Ways to write the same so that a filter takes it for something else. */
export const disguises: readonly Disguise[] = [
  // Letters: capitals, references with and without their end, and with noughts in front.
  one(/[a-z]/gi, (sign) => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase())),
  one(/[\w:()]/g, (sign) => `&#${code(sign)};`),
  one(/[\w:()]/g, (sign) => `&#x${code(sign).toString(16).toUpperCase()}`),
  one(/[\w:()]/g, (sign) => `&#${String(code(sign)).padStart(9, "0")};`),
  one(
    /[:()\t\n]/g,
    (sign) =>
      ({ ":": "&colon;", "(": "&lpar;", ")": "&rpar;", "\t": "&Tab;", "\n": "&NewLine;" })[sign] ?? sign,
  ),
  one(/[sk]/gi, (sign) => (/s/i.test(sign) ? "\u017F" : "\u212A")),
  one(/[\w:]/g, (sign) => `%${code(sign).toString(16)}`),
  one(/[<>"'`]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign] ?? "&grave;"),
  one(/</g, () => "\uFF1C"),
  // Blanks, and what passes for one.
  one(/\s/g, (_, random) => random.from(blank)),
  one(/[\w=:]/g, (sign, random) => sign + random.from(blank)),
  one(/script|javascript|onerror|onload/gi, (word, random) => {
    const at = 1 + random.below(word.length - 1);
    return (
      word.slice(0, at) + random.from(["\0", "<!---->", "\n", "\t", "\uFEFF", "&#0;", "<b>"]) + word.slice(at)
    );
  }),
  // Quotes that are missing, wrong, doubled or not ended.
  one(/["']/g, (quote) => (quote === '"' ? "'" : '"')),
  one(/["']/g, () => ""),
  one(/["']/g, () => "`"),
  one(/["']/g, (quote) => quote + quote),
  one(/=(?=[\w/])/g, () => '="'),
  one(/=(?=[\w/])/g, () => "=`"),
  // Tags that are not ended, ended twice, or begun twice.
  one(/>/g, () => ""),
  one(/>/g, () => "/>"),
  one(/<(?=\w)/g, () => "<<"),
  one(/<(?=\w)/g, () => "</"),
  one(/<\/?\w+/g, (tag) => `${tag} x='>'`),
  one(
    /<\w+/g,
    (tag, random) =>
      `${tag} ${random.from(["onerror=X()", "style=x:expression(X())", "href=javascript:X()", "id=body name=body", "srcdoc='<script>X()</script>'"])}`,
  ),
  one(/<\w+/g, (tag) => tag.replace("<", "<svg:")),
];
