import type { Correction, Credit, Person, PictureReference } from "../model.ts";
import {
  correctionLabel,
  correctionNotes,
  createMarkdown,
  creditLine,
  figure,
  htmlText,
  isCredit,
  readingLine,
} from "../render/index.ts";
import { addressesFrom, noteMarkdown } from "./body/index.ts";
import type { ImportedArticle } from "./imported.ts";

/**
 * An article of a feed that feedwright wrote, as it was before: the lines that feedwright put around
 * its content (reading time, lead picture, corrections, the agency's credit) are taken away, and
 * said by their words instead. Each is known to the character, for the renderer's own functions
 * write what is looked for; what isn't found so stays.
 * @param language the feed's
 */
export function withoutFrame(article: ImportedArticle, language: string | undefined): ImportedArticle {
  const spoken = article.language ?? language;
  const read = withoutReadingLine(article.contentHtml, article.readingMinutes, spoken);
  const opened = withoutFigure(read, article.image);
  const credited = withoutCredit(opened, article);
  const { html, corrections } = withoutCorrections(credited.html, spoken, article.url);
  return {
    ...article,
    ...byline(article, credited.credit),
    contentHtml: html,
    corrections,
    credit: credited.credit,
  };
}

function withoutReadingLine(html: string, minutes: number | undefined, language: string | undefined): string {
  const line = minutes === undefined ? "" : readingLine(minutes, language);
  return html.startsWith(line) ? html.slice(line.length) : html;
}

/** The lead picture before the body; one that the body shows itself loses its caption only. */
function withoutFigure(html: string, image: PictureReference | undefined): string {
  if (image === undefined) return html;
  const whole = figure({ ...image, url: image.src });
  if (html.startsWith(whole)) return html.slice(whole.length);
  const caption = /<figcaption>.*<\/figcaption>/s.exec(whole)?.[0];
  const end = caption === undefined ? -1 : html.indexOf(`${caption}</figure>`);
  const start = end === -1 ? -1 : html.lastIndexOf("<figure><img ", end);
  const picture = html.slice(start + "<figure>".length, end);
  if (caption === undefined || start === -1 || !/^<img [^<>]*>$/.test(picture)) return html;
  return `${html.slice(0, start)}<p>${picture}</p>${html.slice(end + caption.length + "</figure>".length)}`;
}

const lastLine = /<p>(?:<a href="([^"<>]*)">)?([^<>]+)(?:<\/a>)?<\/p>\n$/;

/** The agency's line at the end, where the byline names it too. */
function withoutCredit(html: string, article: ImportedArticle): { html: string; credit: Credit | undefined } {
  const [line = "", address, words = ""] = lastLine.exec(html) ?? [];
  const name = htmlText(words);
  const found = creditNamed(name, address === undefined ? undefined : htmlText(address), article);
  if (found === undefined) return { html, credit: article.credit };
  const isOurs = creditLine(found, {}) === line;
  return { html: isOurs ? html.slice(0, html.length - line.length) : html, credit: found };
}

function creditNamed(line: string, url: string | undefined, article: ImportedArticle): Credit | undefined {
  const { credit, authors, origin } = article;
  if (credit !== undefined) return credit;
  const known = [authors.at(-1)?.name, agencyIn(authors.at(-1))].find((name) => name && isCredit(line, name));
  if (known === undefined) return undefined;
  return { name: known, url: url ?? (origin?.title === known ? origin.url : undefined) };
}

/** In RSS the agency stands beside the last author's name. */
function agencyIn(author: Person | undefined): string | undefined {
  return author === undefined ? undefined : /, ([^,]+)$/.exec(author.name)?.[1];
}

/** The byline without the agency; and no source but the agency, where RSS has it for want of another. */
function byline({ authors, origin }: ImportedArticle, credit: Credit | undefined) {
  if (credit === undefined) return { authors, origin };
  const isAgency = origin?.title === credit.name && origin.url === credit.url;
  return { authors: withoutAgency(authors, credit), origin: isAgency ? undefined : origin };
}

function withoutAgency(authors: readonly Person[], credit: Credit): readonly Person[] {
  const [last, before] = [authors.at(-1), authors.slice(0, -1)];
  if (last === undefined) return authors;
  const suffix = `, ${credit.name}`;
  if (last.name.endsWith(suffix)) return [...before, { ...last, name: last.name.slice(0, -suffix.length) }];
  // Alone it is the author, and what Atom or JSON say of it beyond its credit only an author has.
  const isCredited = last.name === credit.name && last.url === credit.url && last.email === undefined;
  return before.length > 0 && isCredited && credit.url !== undefined ? before : authors;
}

function withoutCorrections(
  html: string,
  language: string | undefined,
  base: string | undefined,
): { html: string; corrections: readonly Correction[] | undefined } {
  const start = html.lastIndexOf("<section>\n<p><strong>");
  const section = start === -1 ? "" : html.slice(start);
  const corrections = notesIn(section, correctionLabel(language));
  const isOurs =
    corrections.length > 0 &&
    correctionNotes(corrections, language, createMarkdown(), addressesFrom(base)) === section;
  return isOurs ? { html: html.slice(0, start), corrections } : { html, corrections: undefined };
}

const note = /<p><strong>([^<>]+?)(?:, <time datetime="([^"]+)">[^<>]*<\/time>)?:<\/strong> (.*)<\/p>\n/g;

function notesIn(section: string, label: string): readonly Correction[] {
  return [...section.matchAll(note)]
    .filter(([, title]) => title === label)
    .map(([, , date, inner = ""]) => {
      const instant = date === undefined ? undefined : Date.parse(date);
      return { date: instant, note: noteMarkdown(inner) };
    });
}
