import { languageTag } from "../../language.ts";
import type { PictureReference } from "../../model.ts";
import { problem, type Report } from "../../problems/index.ts";
import { createMarkdown, deriveSummary, mediaType, plainText, type sanitise } from "../../render/index.ts";
import { escapeInline } from "../body/escape.ts";
import { type Bounds, bodyOf, cleanHtml } from "../body/index.ts";
import { instantOf } from "../dates.ts";
import type { About, ImportedArticle } from "../imported.ts";
import { withoutFrame } from "../own.ts";
import { type AddressBook, addressValues } from "./addressValues.ts";
import {
  correctionValues,
  enclosureValues,
  type FrontMatter,
  linkValues,
  peopleValue,
  pictureValue,
} from "./frontMatter.ts";
import { leftOut } from "./leftOut.ts";

/** An article as it will be written. */
export interface Composed {
  readonly front: FrontMatter;
  readonly body: string;
}

/** What articles are composed for. */
export interface Target extends AddressBook {
  /** The site's language, which articles needn't name. */
  readonly language: string;
  readonly about: About;
  readonly bounds: Bounds;
  readonly report: Report;
}

const markdown = createMarkdown();

/** Makes front matter and body of an article; nothing where its content can't be read, which is told. */
export function compose(given: ImportedArticle, target: Target): Composed | undefined {
  const { about, bounds, report } = target;
  const article = withShortLists(about.isOwn ? withoutFrame(given, about.language) : given, target);
  const base = article.base ?? article.url ?? about.url ?? target.site;
  const clean = cleaned(article, base, target);
  if (clean === undefined) return undefined;
  const title = article.title ?? untitled(article, clean.facts, report);
  const content = { html: clean.html, title: line(title), base, bounds, exact: about.isOwn };
  const { markdown: body, whole, refused } = bodyOf(content);
  if (refused !== undefined) {
    report(problem("import-unrenderable", { reason: refused.message }, article.place));
    return undefined;
  }
  if (!whole) report(problem("import-body", {}, article.place));
  return { front: frontMatter({ ...article, title }, clean.facts, target), body };
}

/** Of a longer list than a build takes, the rest is left out, and told. */
function withShortLists(article: ImportedArticle, { bounds, report }: Target): ImportedArticle {
  const most = bounds.limits.entries;
  const lists = (["tags", "authors", "contributors", "enclosures", "links", "corrections"] as const).filter(
    (name) => (article[name]?.length ?? 0) > most,
  );
  if (lists.length === 0) return article;
  const what = lists.map((name) => `all ${name} after the first ${most}`).join(", ");
  report(problem("import-left-out", { what }, article.place));
  return { ...article, ...Object.fromEntries(lists.map((name) => [name, article[name]?.slice(0, most)])) };
}

type Facts = ReturnType<typeof sanitise>["facts"];

function cleaned(
  { contentHtml, place }: ImportedArticle,
  base: string | undefined,
  { bounds, report }: Target,
) {
  const lost: string[] = [];
  try {
    const clean = cleanHtml(contentHtml, base, bounds.embeds, (address) => lost.push(address));
    const what = leftOut(contentHtml, clean.html, lost);
    if (what !== undefined) report(problem("import-left-out", { what }, place));
    return clean;
  } catch (error) {
    const reason = error instanceof Error ? error.name : "";
    report(problem("import-unrenderable", { reason: reasons.get(reason) ?? "it is too complex" }, place));
    return undefined;
  }
}

const reasons: ReadonlyMap<string, string> = new Map([["TooDeep", "its elements nest too deep"]]);

function untitled({ summary, place }: ImportedArticle, facts: Facts, report: Report): string {
  const words = (facts.beginning || summary || "Untitled").slice(0, 80);
  const title = words.length < 80 ? words : `${words.replace(/\s+\S*$/, "")}…`;
  report(problem("import-untitled", { title }, place));
  return title;
}

function frontMatter(article: ImportedArticle, facts: Facts, target: Target): FrontMatter {
  const { date, updated, links = [], origin, credit, comments } = article;
  const isLater = updated !== undefined && (date === undefined || instantOf(updated) > instantOf(date));
  return {
    title: line(article.title ?? ""),
    id: article.id,
    date,
    updated: isLater ? updated : undefined,
    draft: article.held === "draft" ? true : undefined,
    status: article.held === "hidden" ? "hidden" : undefined,
    ...addressValues(article, target),
    topic: article.topic,
    tags: distinct(article.tags),
    language: languageValue(article, target),
    authors: peopleValue(article.authors),
    contributors: peopleValue(article.contributors),
    summary: summaryValue(article.summary, facts),
    image: pictureValue(ownImage(article.image, facts, target.about.isOwn), line),
    enclosures: enclosureValues(article.enclosures),
    credit:
      credit && (credit.url === undefined ? line(credit.name) : { name: line(credit.name), url: credit.url }),
    corrections: correctionValues(article.corrections),
    source: origin && { title: line(origin.title), url: origin.url },
    via: links.find(({ rel }) => rel === "via")?.url,
    related: linkValues(links),
    comments,
    rights: article.rights && line(article.rights),
    extra: article.extra,
  };
}

/** Plain text as a line of front matter, where Markdown may stand. */
function line(text: string): string {
  const attempts = [text, escapeInline(text)];
  const fits = attempts.find((each) => plainText(each, markdown) === text);
  return fits ?? text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** A summary that the body gives anyway follows the body when that is edited. */
function summaryValue(summary: string | undefined, facts: Facts): string | undefined {
  // The mark that a text is cut at doesn't come along.
  const { images, text, beginning } = facts;
  const derived = deriveSummary({ images, text, beginning });
  return summary === undefined || summary === derived ? undefined : line(summary);
}

/**
 * The body's first picture is the lead picture anyway, unless the source knows more of it.
 * @param exact whether what the source doesn't say counts as well
 */
function ownImage(
  image: PictureReference | undefined,
  facts: Facts,
  exact: boolean,
): PictureReference | undefined {
  if (image === undefined) return undefined;
  const first = facts.images.find(({ width = 2, height = 2 }) => width > 1 && height > 1);
  const { src, type, length, caption, credit, alt, width, height } = image;
  const usual = type === undefined || type === mediaType(src);
  const known = { ...image, type: usual ? undefined : type };
  if (first?.url !== src || length !== undefined || caption || credit || !usual) return known;
  const same = (ours: unknown, theirs: unknown) => ours === theirs || (!exact && ours === undefined);
  return same(alt, first.alt) && same(width, first.width) && same(height, first.height) ? undefined : known;
}

function languageValue({ language }: ImportedArticle, { about, language: site }: Target): string | undefined {
  const said = (language ?? about.language)?.replaceAll("_", "-");
  const tag = said === undefined || said.length > 60 ? undefined : languageTag(said);
  return tag === site ? undefined : tag;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
