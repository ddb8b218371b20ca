import { clockOf } from "../../pages/times.ts";
import type { Feed } from "../documents.ts";
import { previewLink } from "../links.ts";
import { framed, type Page, type View } from "./view.ts";

/** In the order in which they are looked for. */
const headings = [
  ["main", "All articles"],
  ["partner", "Partners"],
  ["named", "Selections"],
  ["topic", "Topics"],
  ["author", "Authors"],
  ["tag", "Tags"],
  ["language", "Languages"],
  ["archive", "Archives"],
] as const satisfies readonly (readonly [kind: Feed["kind"], heading: string])[];

/** Of a thousand tags' feeds, a page shows as many; the others are found by a word. */
const most = 60;
const mostHeld = 10;

/** All feeds, and what waits for its moment. */
export function overview(view: View): Page {
  const { site, query } = view;
  const find = (query.get("find") ?? "").trim();
  const found = site.feeds.filter(({ label, folder }) =>
    `${label} ${folder}`.toLowerCase().includes(find.toLowerCase()),
  );
  const groups = headings.flatMap(([kind, heading]) => {
    const alike = found.filter((feed) => feed.kind === kind);
    const more = Math.max(0, alike.length - most);
    return alike.length === 0 ? [] : [{ heading, feeds: alike.slice(0, most).map(shown), more }];
  });
  const hasMany = site.feeds.length > 20;
  const data = {
    find,
    groups,
    hasMany,
    waiting: waitingOf(view),
    summary: summaryOf(view),
    pages: pagesOf(view),
  };
  return { template: "overview", data: framed(view, "", "Feeds", data) };
}

function shown({ label, documents }: Feed) {
  const [first] = documents;
  return {
    label,
    items: first?.items,
    href: previewLink("feed", { path: first?.name ?? "" }),
    documents: documents.map((each) => ({
      label: each.label,
      href: previewLink("feed", { path: each.name }),
    })),
    isPartner: first?.partner !== undefined,
  };
}

/** What is held back until a moment, soonest first. */
function waitingOf({ site }: View) {
  const shown = clockOf(site.config.site.timezone);
  return (site.result?.heldBack ?? [])
    .flatMap(({ until, title, file, reason }) =>
      until === undefined ? [] : [{ until, title, file, reason }],
    )
    .sort((a, b) => a.until - b.until)
    .slice(0, mostHeld)
    .map(({ until, title, file, reason }) => ({ title, file, reason, date: shown(until, "en") }));
}

function summaryOf({ site: { result } }: View) {
  if (result === undefined) return undefined;
  const { articles, published, rejected, heldBack } = result;
  return { articles, published, rejected, heldBack: heldBack.length };
}

/** The pages' front, where there are pages. */
function pagesOf({ site: { result } }: View): string | undefined {
  return result?.files.some(({ kind, path }) => kind === "page" && path === "index.html") ? "/" : undefined;
}
