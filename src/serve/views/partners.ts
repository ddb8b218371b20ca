import type { Document } from "../documents.ts";
import { previewLink } from "../links.ts";
import { type Entry, keyOf } from "../read/index.ts";
import { type Read, sameIn } from "../site.ts";
import { askedFor, shownEntry } from "./item.ts";
import { factsOf, framed, type Page, shownProblem, type View } from "./view.ts";

/** As many stories as a table holds that is still looked at. */
const most = 50;

/** Which partner has which story; or one story as each partner gets it, side by side. */
export function partners(view: View): Page {
  const asked = askedFor(view);
  return asked ? sideBySide(asked.entry, asked, view) : table(view);
}

function table(view: View): Page {
  const { site } = view;
  const main = site.main?.documents[0];
  const read = main && site.read(main);
  const reads = readsOf(view);
  const stories = read?.feed.entries.slice(0, most) ?? [];
  const data = {
    partners: reads.map(({ document, read: each }) => ({
      label: document.label,
      href: previewLink("feed", { path: document.name }),
      items: document.items,
      faults: each?.feed.faults.length ?? 0,
    })),
    stories: stories.map((entry) => ({
      title: entry.title,
      href: previewLink("partners", { path: main?.name ?? "", id: keyOf(entry) }),
      cells: reads.map(({ document, read: each }) => ({
        ...stateOf(entry, document, each, view),
        partner: document.label,
      })),
    })),
  };
  return { template: "partners", data: framed(view, "partners", "Partners", data) };
}

/** Whether a partner has a story; where not, which of its rules it breaks. */
function stateOf(entry: Entry, { partner }: Document, read: Read | undefined, view: View) {
  const problem = view.origins.problemsOf(entry).find((each) => each.partner === partner?.name);
  const isThere = read !== undefined && sameIn(read.feed, entry) !== undefined;
  return { isThere, problem: problem?.message };
}

function sideBySide(entry: Entry, read: Read, view: View): Page {
  const { site, placing, origins } = view;
  const own = {
    label: read.document.label,
    name: "",
    shown: shownEntry(entry, read, view),
    facts: factsOf(read),
    problems: [],
  };
  const others = readsOf(view).map(({ document, read: each }) => {
    const same = each && sameIn(each.feed, entry);
    const problems = origins.problemsOf(entry).filter(({ partner }) => partner === document.partner?.name);
    return {
      label: document.label,
      name: document.partner?.name ?? "",
      facts: each && factsOf(each),
      shown: same && each ? { ...shownEntry(same, each, view), words: same.words.length } : undefined,
      href: same && previewLink("item", { path: document.name, id: keyOf(same) }),
      problems: problems.map((problem) => shownProblem(problem, site, placing)),
    };
  });
  const data = {
    title: entry.title,
    back: previewLink("item", { path: read.document.name, id: keyOf(entry) }),
    columns: [own, ...others],
  };
  return {
    template: "sideBySide",
    data: framed(view, "partners", `Partners' versions of ${entry.title}`, data),
  };
}

function readsOf({ site }: View) {
  return site.documents.flatMap((document) =>
    document.partner ? [{ document, read: site.read(document) }] : [],
  );
}
