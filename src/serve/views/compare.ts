import { previewLink } from "../links.ts";
import { type Entry, keyOf } from "../read/index.ts";
import { sameIn } from "../site.ts";
import { askedFor } from "./item.ts";
import { dateOf, framed, type Page, type View } from "./view.ts";

/** What is compared, as people call it, and how an item has it. */
const rows: readonly (readonly [label: string, value: (entry: Entry, view: View) => string])[] = [
  ["Title", ({ title }) => title],
  ["Id", ({ id }) => id],
  ["Address", ({ url }) => url],
  ["Published", ({ published }, { site }) => dateOf(published, site)?.iso ?? ""],
  ["Updated", ({ updated }, { site }) => dateOf(updated, site)?.iso ?? ""],
  ["Authors", ({ authors }) => authors.join(", ")],
  ["Topics and tags", ({ topics }) => topics.join(", ")],
  ["Language", ({ language }) => language],
  ["Summary", ({ summary }) => summary],
  ["Content", ({ html }) => html],
  ["Picture", ({ image }) => image],
  ["Files", ({ media }) => media.map(({ url, type }) => `${url} (${type})`).join("\n")],
];

/** One item in all of its feed's formats, and what differs between them. */
export function compare(view: View): Page {
  const asked = askedFor(view);
  const of = asked && view.site.feedOf(asked.document);
  if (asked === undefined || of === undefined) return undefined;
  const columns = of.documents.flatMap((document) => {
    const read = view.site.read(document);
    const entry = read && sameIn(read.feed, asked.entry);
    const href = entry && previewLink("item", { path: document.name, id: keyOf(entry) });
    return [{ label: document.label, entry, href }];
  });
  const data = {
    title: asked.entry.title,
    back: previewLink("item", { path: asked.document.name, id: keyOf(asked.entry) }),
    columns: columns.map(({ label, href, entry }) => ({
      label,
      href,
      words: entry?.words.map(({ name, text }) => ({ name, text: short(text) })),
    })),
    rows: rows.map(([label, value]) => {
      const cells = columns.map(({ entry }) => (entry === undefined ? undefined : value(entry, view)));
      const present = cells.filter((cell) => cell !== undefined);
      return {
        label,
        differs: new Set(present).size > 1,
        cells: cells.map((cell) => shownCell(label, cell)),
      };
    }),
  };
  return { template: "compare", data: framed(view, "feed", `Formats of ${asked.entry.title}`, data) };
}

function shownCell(label: string, cell: string | undefined) {
  if (cell === undefined) return { missing: "not in this document" };
  if (cell === "") return { missing: "says nothing" };
  return { text: label === "Content" ? `${cell.length.toLocaleString("en")} characters` : short(cell) };
}

function short(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300).toWellFormed()}…` : text;
}
