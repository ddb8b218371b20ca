import type { Data } from "../../pages/engine.ts";
import { clockOf } from "../../pages/times.ts";
import type { Problem } from "../../problems/index.ts";
import { escapeText } from "../../render/escape.ts";
import type { Feed } from "../documents.ts";
import { previewLink, servedAt, shownAddress } from "../links.ts";
import type { Origins } from "../origins.ts";
import type { Entry } from "../read/index.ts";
import type { Site } from "../site.ts";

/** What a page is made of: the site, what was asked for, how problems' places are shown. */
export interface View {
  readonly site: Site;
  readonly origins: Origins;
  readonly query: URLSearchParams;
  readonly placing: Placing;
}

/** Shows where problems stand. */
export interface Placing {
  /** `articles/a.md:3:1` */
  placeOf(problem: Problem, base: string): string;
  /** The lines around it, with numbers. */
  frameOf(problem: Problem, from: { readonly base: string; readonly content: string }): readonly string[];
}

/** A page: its template, and what that is given. Nothing where there is no such thing. */
export type Page = { readonly template: string; readonly data: Data } | undefined;

/** What each page has in common. */
export function framed(view: View, current: string, title: string, more: Data = {}): Data {
  const { site } = view;
  const count = site.problems.length;
  const partners = site.documents.some(({ partner }) => partner !== undefined);
  const link = (label: string, page: string, count?: number) => ({
    label,
    href: previewLink(page),
    isCurrent: page === current,
    count,
  });
  return {
    page: { title: `${title} – ${site.config.site.title}`, heading: title },
    site: { title: site.config.site.title, url: site.config.site.url },
    nav: [
      link("Feeds", ""),
      ...(partners ? [link("Partners", "partners")] : []),
      link("Problems", "problems", count > 0 ? count : undefined),
    ],
    alert: current === "problems" ? undefined : alertOf(view),
    ...more,
  };
}

/** What the head of each page says where something is wrong. */
function alertOf({ site, placing }: View) {
  const gravest = site.problems.find(({ severity }) => severity !== "warning");
  if (gravest === undefined) return undefined;
  const isFatal = site.problems.some(({ severity }) => severity === "fatal");
  const others = site.problems.length - 1;
  return {
    ...shownProblem(gravest, site, placing),
    says: isFatal ? "Nothing was written: what is shown is the last build." : undefined,
    others: others > 0 ? `and ${others} more` : undefined,
    href: previewLink("problems"),
  };
}

/** A problem as pages show it. */
export function shownProblem(
  problem: Problem,
  { base, config }: Pick<Site, "base" | "config">,
  placing: Placing,
) {
  const { severity, message, hint, code, partner } = problem;
  return {
    severity: severity === "warning" ? "warning" : "error",
    message: worded(message),
    hint: worded(hint),
    code,
    partner,
    place: placing.placeOf(problem, base),
    frame: placing.frameOf(problem, { base, content: config.content }),
  };
}

/** A message as HTML: what stands in backticks was written by somebody, or is to be. */
function worded(message: string): string {
  return escapeText(message).replace(/`([^`]+)`/g, "<code>$1</code>");
}

/** An item as lists show it. */
export function teaserOf(entry: Entry, view: View, href: string) {
  const { site } = view;
  const { title, summary, authors, topics, media } = entry;
  return {
    title: title || "(without a title)",
    summary: textOf(summary),
    authors: authors.join(", "),
    topic: topics[0],
    date: dateOf(entry.published ?? entry.updated, site),
    image: entry.image === "" ? undefined : shownAddress(entry.image, site.config),
    media: media.length > 0 ? media.map(({ type }) => type || "file").join(", ") : undefined,
    problems: view.origins.problemsOf(entry).length,
    href,
  };
}

export function dateOf(instant: number | undefined, { config }: Site) {
  return instant === undefined ? undefined : clockOf(config.site.timezone)(instant, "en");
}

/** HTML as text, where a format says a summary in it. */
export function textOf(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return text.length > 400 ? `${text.slice(0, 400).toWellFormed()}…` : text;
}

/** The feed's documents as tabs. */
export function tabsOf(feed: Feed, current: string, href: (name: string) => string) {
  return feed.documents.map(({ name, label }) => ({ label, href: href(name), isCurrent: name === current }));
}

/** What a document is, in a line below its title. */
export function factsOf({ document, feed }: NonNullable<ReturnType<Site["read"]>>) {
  const { name, bytes, mediaType } = document;
  return {
    format: feed.format,
    items: feed.entries.length,
    bytes,
    size: bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`,
    mediaType,
    raw: name.includes("•") || name.startsWith("..") ? undefined : servedAt(name),
    name,
    source: previewLink("source", { path: name }),
    faults: feed.faults.map(({ message, line, column }) => ({
      message,
      line,
      column,
      href: `${previewLink("source", { path: name, line })}#L${line}`,
    })),
  };
}
