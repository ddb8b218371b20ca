/** Plain text as Markdown that means just that text, with as few signs more as can be. */

/** Signs that Markdown reads anywhere in a line. `_` inside of a word is none. */
const marks = /[`*[~]|\\(?=[!-/:-@[-`{-~]|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const tag = /<(?=[A-Za-z/!?])/g;
const reference = /&(?=#\d|#x|[A-Za-z][A-Za-z\d]*;)/gi;
/** Addresses that would become links. */
const scheme = /(?<=\b(?:https?|ftp)):(?=\/\/)/gi;
const host = /(?<=\bwww)\.(?=[^\s.])/gi;
const mail = /(?<=[\w.+-])@(?=[\w-]+\.\w)/g;
/** What generators' own markup begins with. */
const brace = /\{(?=[%{:#./]|[ \t]?[a-z][\w-]+=)|(?<==)\{|(?<=\))\{/gi;
const toc = /\](?=\])|(?<=\[_?toc_?)\]/gi;

/** Text within a line: a headline, a paragraph's words. */
export function escapeInline(text: string): string {
  return text
    .replace(reference, "&amp;")
    .replace(tag, "&lt;")
    .replace(marks, "\\$&")
    .replace(scheme, "&#58;")
    .replace(host, "&#46;")
    .replace(mail, "&#64;")
    .replace(brace, "&#123;")
    .replace(toc, "\\]");
}

const lineStart =
  /^([ \t]*)(?:(#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|={1,}[ \t]*$|-{1,}[ \t]*$|:{2,})|(\d{1,9})([.)])(?=[ \t]|$))/gm;
const moduleLine = /^import(?=\s)/gm;

/** Written Markdown text of a block: what its lines begin with must begin no other block. */
export function escapeLineStarts(markdown: string): string {
  return markdown
    .replace(lineStart, (_, space: string, mark?: string, number?: string, sign?: string) =>
      mark === undefined ? `${space}${number}\\${sign}` : `${space}\\${mark}`,
    )
    .replace(moduleLine, "&#105;mport");
}

/** A link's destination; in pointed brackets where its own brackets don't pair. */
export function destination(url: string): string {
  const safe = url.replace(reference, "&amp;").replace(/\\/g, "%5C");
  return /^[^\s<>()]+$/.test(safe) || paired(safe) ? safe : `<${safe.replace(/[<>]/g, encodeURIComponent)}>`;
}

function paired(url: string): boolean {
  return /^[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)+$/.test(url);
}

/** A link's or picture's title, with its quotation marks. */
export function linkTitle(title: string): string {
  return `"${escapeInline(title).replace(/"/g, '\\"')}"`;
}
