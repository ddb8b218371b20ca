import type { Correction, Credit, Instant, Picture } from "../model.ts";
import { type Addresses, writeAttributes } from "./attributes.ts";
import { escapeText } from "./escape.ts";
import type { Facts } from "./facts.ts";
import { sanitise } from "./html.ts";
import type { Markdown } from "./markdown.ts";
import { correctionLabel, dayWords, readingTimeWords } from "./wordings.ts";

/** The lead picture as a figure, with its caption and credit. */
export function figure(picture: Picture): string {
  const attributes = new Map([
    ["src", picture.url],
    ["alt", picture.alt ?? ""],
  ]);
  if (picture.width) attributes.set("width", String(picture.width));
  if (picture.height) attributes.set("height", String(picture.height));
  return `<figure><img${writeAttributes(attributes)}>${caption(picture)}</figure>\n`;
}

/** The body's own lead picture as a figure, where it stands alone in a paragraph and has no words yet. */
export function withCaption(html: string, picture: Picture): string {
  const words = caption(picture);
  const source = writeAttributes(new Map([["src", picture.url]]));
  const start = `<p><img${source}`;
  const at = html.indexOf(start);
  const end = html.indexOf(">", at + start.length);
  if (words === "" || at === -1 || !html.startsWith("</p>", end + 1)) return html;
  const image = html.slice(at + "<p>".length, end + 1);
  return `${html.slice(0, at)}<figure>${image}${words}</figure>${html.slice(end + 1 + "</p>".length)}`;
}

function caption({ caption, credit }: Picture): string {
  const text = [caption, credit && `(${credit})`].filter(Boolean).join(" ");
  return text && `<figcaption>${escapeText(text)}</figcaption>`;
}

/** How long the article takes, as its page says below the headline. */
export function readingLine(minutes: number, language: string | undefined): string {
  return `<p>${escapeText(readingTimeWords(language, minutes))}</p>\n`;
}

/** What was put right, as a section of its own. */
export function correctionNotes(
  corrections: readonly Correction[],
  language: string | undefined,
  markdown: Markdown,
  addresses: Addresses,
): string {
  if (corrections.length === 0) return "";
  const notes = corrections.map(({ date, note }) => {
    const opening = `<p><strong>${correctionTitle(date, language)}:</strong> `;
    return `${sanitise(opening + markdown.line(note), addresses).html}\n`;
  });
  return `<section>\n${notes.join("")}</section>\n`;
}

function correctionTitle(date: Instant | undefined, language: string | undefined): string {
  const label = correctionLabel(language);
  if (date === undefined) return label;
  const iso = new Date(date).toISOString().replace(".000Z", "Z");
  return `${label}, <time datetime="${iso}">${dayWords(language, date)}</time>`;
}

/** The agency's credit as the last line, unless the body ends with it already. */
export function creditLine(credit: Credit | undefined, facts: Pick<Facts, "lastParagraph">): string {
  if (!credit || isCredit(facts.lastParagraph ?? "", credit.name)) return "";
  const name = escapeText(credit.name);
  const link = credit.url && `<a${writeAttributes(new Map([["href", credit.url]]))}>${name}</a>`;
  return `<p>${link || name}</p>\n`;
}

/** "(AFP)", "© AFP" and "— AFP" are the same line. */
export function isCredit(line: string, name: string): boolean {
  return line.length < name.length + 10 && letters(line) === letters(name);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
