/** Writing text into HTML that will itself travel in XML. */

// What XML 1.0 can't carry even as a reference; lone surrogates are seen to by toWellFormed.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const needsCleaning = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Text with line ends as LF and without the characters that XML forbids. */
export function cleanText(text: string): string {
  if (!needsCleaning.test(text)) return text;
  return wellFormed(text.replace(/\r\n?/g, "\n").replace(forbidden, ""));
}

/** Pairs of surrogates stay, lone ones go. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "");
}

/** Text as an element's content. */
export function escapeText(text: string): string {
  return escapeClean(cleanText(text));
}

/** The same of a text that is clean already. */
export function escapeClean(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

const special = /[&<>\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Whether a text is clean and its own escaped form, as most are: one look instead of two. */
export function isPlain(text: string): boolean {
  return !special.test(text);
}

/** Text as the value of a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, "&quot;");
}
