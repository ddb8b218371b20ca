import { previewLink, shownAddress } from "../links.ts";
import { keyOf } from "../read/index.ts";
import { factsOf, framed, type Page, tabsOf, teaserOf, type View } from "./view.ts";

const perPage = 50;

/** A document as a reader shows it: its items, newest first as it has them. */
export function feed(view: View): Page {
  const { site, query } = view;
  const document = site.document(query.get("path"));
  const read = document && site.read(document);
  const of = document && site.feedOf(document);
  if (document === undefined || of === undefined) return undefined;
  const { name, label } = document;
  const number = Math.max(1, Math.floor(Number(query.get("page") ?? 1)) || 1);
  const entries = read?.feed.entries ?? [];
  const link = (page: number) => previewLink("feed", { path: name, page });
  const shown = entries.slice((number - 1) * perPage, number * perPage);
  const title = read?.feed.title || of.label;
  const data = {
    feed: {
      title,
      description: read?.feed.description,
      icon: read?.feed.icon ? shownAddress(read.feed.icon, site.config) : undefined,
      label,
    },
    tabs: tabsOf(of, name, (path) => previewLink("feed", { path })),
    facts: read && factsOf(read),
    entries: shown.map((entry) =>
      teaserOf(entry, view, previewLink("item", { path: name, id: keyOf(entry) })),
    ),
    newer: number > 1 ? link(number - 1) : undefined,
    older: entries.length > number * perPage ? link(number + 1) : undefined,
  };
  return { template: "feed", data: framed(view, "feed", title, data) };
}
