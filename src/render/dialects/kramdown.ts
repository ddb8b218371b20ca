const attribute = String.raw`(?:[.#][\w:-]+|[\w-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[\w./%-]+))`;
const more = String.raw`(?:[\s,]\s*${attribute}){0,20}\s*`;
/** goldmark, Pandoc and others begin with a name too; a formula's `{i=1}` has a shorter one. */
const named = String.raw`\{[ \t]*(?=[A-Za-z][\w-]+=)${attribute}${more}\}`;
/** `{: .note #id key="value"}`, and as goldmark and others have it, `{.note}`. */
const unnamed = String.raw`\{(?::[ \t]*(?:${attribute}${more})?|[ \t]*(?=[.#])${attribute}${more})\}`;
const list = `(?:${unnamed}|${named})`;

const contents = /^[ \t]*(?:[*+-]|\d+\.)[ \t]+\S[^\n]*\n[ \t]*\{:[ \t]*toc\b[^{}\n]*\}[ \t]*\r?$/gim;
const contentsMark = /^[ \t]*(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\}|\{:toc\})[ \t]*\r?$/gim;
const belowHeading = new RegExp(`^([ \\t>]*#{1,6}[ \\t][^\\n]*?)\\r?\\n[ \\t>]*(${list})[ \\t]*\\r?$`, "gm");
const heading = /^[ \t>]*#{1,6}[^\S\n][^\n]*\}[ \t#]*\r?$/gm;
const ownLine = new RegExp(`^[ \\t>]*(${list})[ \\t]*\\r?$`, "gm");
const span = new RegExp(`(?<=[)\\]*_>\\uE001])${unnamed}|(?<=[)\\]])[ \\t]?${named}`, "g");
const extension = /\{::?\/?(?:comment|nomarkdown|options)\b[^{}\n]*\}|\{:\/\}/g;

/** Takes away attribute lists and the marks of a table of contents; an id stays, as a heading's own or as an anchor. */
export function withoutAttributes(source: string): string {
  return source
    .replace(contents, "")
    .replace(contentsMark, "")
    .replace(extension, "")
    .replace(belowHeading, "$1 $2")
    .replace(heading, headingWithId)
    .replace(ownLine, (_, attributes: string) => anchor(attributes))
    .replace(span, "");
}

const endList = new RegExp(`[ \\t]*(${list})[ \\t#]*\\r?$`);

function headingWithId(line: string): string {
  const start = line.lastIndexOf("{");
  const [, attributes] = endList.exec(line.slice(start)) ?? [];
  if (attributes === undefined) return line;
  const [, signs = "", text = ""] = /^([ \t>]*#{1,6}\s+)(.*)$/s.exec(line.slice(0, start).trimEnd()) ?? [];
  const id = idIn(attributes);
  return `${signs}${id === undefined ? "" : `<a data-heading-id="${id}"></a>`}${text}`;
}

function anchor(attributes: string): string {
  const id = idIn(attributes);
  return id === undefined ? "" : `<a id="${id}"></a>`;
}

function idIn(attributes: string): string | undefined {
  const [, short, long] = /[{\s:,]#([\w:-]+)|[{\s,]id=["']?([\w:-]+)/.exec(attributes) ?? [];
  return short ?? long;
}
