import { textIn } from "../../pages/body.ts";
import { fileNameAt, previewLink, shownAddress, webAddress } from "../links.ts";
import { type Entry, keyOf } from "../read/index.ts";
import { etagOf } from "../respond.ts";
import { type Read, type Site, sameIn } from "../site.ts";
import { dateOf, framed, type Page, shownProblem, tabsOf, textOf, type View } from "./view.ts";

/** What was asked for: a document, and one of its items. */
export interface Asked extends Read {
  readonly entry: Entry;
  readonly at: number;
}

/** The item that a query names, by its document and its id. */
export function askedFor({ site, query }: View): Asked | undefined {
  const document = site.document(query.get("path"));
  const read = document && site.read(document);
  const id = query.get("id");
  const at = read?.feed.entries.findIndex((entry) => keyOf(entry) === id) ?? -1;
  const entry = read?.feed.entries[at];
  return read && entry && { ...read, entry, at };
}

/** One item, as a reader opens it. */
export function item(view: View): Page {
  const asked = askedFor(view);
  const of = asked && view.site.feedOf(asked.document);
  if (asked === undefined || of === undefined) return undefined;
  const { document, entry, at, feed } = asked;
  const { site } = view;
  const linkTo = (each: Entry | undefined) =>
    each && { title: each.title, href: previewLink("item", { path: document.name, id: keyOf(each) }) };
  const data = {
    article: shownEntry(entry, asked, view),
    feed: { title: feed.title || of.label, href: previewLink("feed", { path: document.name }) },
    // Each format has its own word for an id: what is the same story is told by its address.
    tabs: tabsOf(of, document.name, (path) =>
      previewLink("item", { path, id: idElsewhere(path, entry, site) }),
    ),
    views: viewsOf(entry, asked, view),
    words: entry.words.map(({ name, text }) => ({
      name,
      text: text.length > 600 ? `${text.slice(0, 600).toWellFormed()}…` : text,
    })),
    newer: linkTo(feed.entries[at - 1]),
    older: linkTo(feed.entries[at + 1]),
  };
  return { template: "item", data: framed(view, "feed", entry.title || "Item", data) };
}

function idElsewhere(path: string, entry: Entry, site: Site): string {
  const document = site.document(path);
  const read = document && site.read(document);
  const same = read && sameIn(read.feed, entry);
  return keyOf(same ?? entry);
}

/** Other ways to look at it. */
function viewsOf(entry: Entry, { document }: Read, { site }: View) {
  const query = { path: document.name, id: keyOf(entry) };
  const hasPartners = site.documents.some(({ partner }) => partner !== undefined);
  const hasFormats = (site.feedOf(document)?.documents.length ?? 0) > 1;
  return [
    ...(hasFormats ? [{ label: "Compare formats", href: previewLink("compare", query) }] : []),
    ...(hasPartners ? [{ label: "At partners", href: previewLink("partners", query) }] : []),
    {
      label: `Source, line ${entry.line}`,
      href: `${previewLink("source", { path: document.name, line: entry.line })}#L${entry.line}`,
    },
  ];
}

/** An item as pages show it whole. Its content has a page of its own, in which nothing runs. */
export function shownEntry(entry: Entry, { document }: Pick<Read, "document">, view: View) {
  const { site, placing } = view;
  const { title, summary, authors, topics, html, url, id, language } = entry;
  const image = entry.image === "" ? undefined : shownAddress(entry.image, site.config);
  return {
    title: title || "(without a title)",
    summary: textIn(html).includes(textOf(summary).replace(/…$/, "")) ? undefined : textOf(summary),
    authors: authors.join(", "),
    topics,
    published: dateOf(entry.published, site),
    updated: entry.updated === entry.published ? undefined : dateOf(entry.updated, site),
    image: entry.image !== "" && !html.includes(entry.image) ? image : undefined,
    media: entry.media.flatMap(({ url: from, type }) => {
      const href = shownAddress(from, site.config);
      return href === undefined ? [] : [{ href, type, kind: type.split("/")[0], name: fileNameAt(href) }];
    }),
    content:
      html === ""
        ? undefined
        : previewLink("content", {
            path: document.name,
            id: keyOf(entry),
            v: etagOf(Buffer.from(html)).slice(1, 9),
          }),
    url: webAddress(url),
    id,
    language,
    problems: view.origins.problemsOf(entry).map((each) => shownProblem(each, site, placing)),
  };
}
