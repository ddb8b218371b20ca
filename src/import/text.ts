import { escapeText, foldText, htmlText } from "../render/index.ts";

/** A text that is said to be plain and may be HTML all the same, as in RSS: its words alone. */
export function plainOf(html: string | undefined): string | undefined {
  return html === undefined ? undefined : foldText(htmlText(html)) || undefined;
}

/** Plain text as one line. */
export function lineOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : foldText(text) || undefined;
}

/** Plain text as HTML: blank lines separate its paragraphs, other line ends break its lines. */
export function htmlOfText(text: string): string {
  const paragraphs = text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n\s*/);
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${paragraph.split("\n").map(escapeText).join("<br>")}</p>\n`)
    .join("");
}

/** Content that may be either: as HTML, where it has any, else as the plain text that it is. */
export function htmlOfEither(content: string): string {
  return /<[a-z!/][^>]*>/i.test(content) ? content : htmlOfText(htmlText(content));
}
