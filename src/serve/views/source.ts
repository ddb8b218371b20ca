import { escapeText } from "../../render/escape.ts";
import { previewLink } from "../links.ts";
import { factsOf, framed, type Page, tabsOf, type View } from "./view.ts";

/** As many lines as a browser shows at once without waiting. */
const perPage = 2000;
/** A line of JSON may hold a whole article. */
const longest = 20_000;

/** A document as it was written, with its lines' numbers, and what is wrong with it at its line. */
export function source(view: View): Page {
  const { site, query } = view;
  const document = site.document(query.get("path"));
  const read = document && site.read(document);
  const of = document && site.feedOf(document);
  if (read === undefined || of === undefined) return undefined;
  const { name } = read.document;
  const lines = read.text.replace(/\n$/, "").split("\n");
  const line = Math.min(Math.max(1, Math.floor(Number(query.get("line") ?? 1)) || 1), lines.length);
  const first = Math.floor((line - 1) / perPage) * perPage;
  const faults = new Map(read.feed.faults.map((fault) => [fault.line, fault.message]));
  const paint = /\.json$/.test(name) ? paintJson : paintXml;
  const link = (to: number) => previewLink("source", { path: name, line: to });
  const data = {
    name,
    tabs: tabsOf(of, name, (path) => previewLink("source", { path })),
    facts: factsOf(read),
    read: previewLink("feed", { path: name }),
    lines: lines.slice(first, first + perPage).map((text, at) => ({
      number: first + at + 1,
      html: paint(text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text),
      fault: faults.get(first + at + 1),
      isMarked: query.has("line") && first + at + 1 === line && line > 1,
    })),
    before: first > 0 ? link(first) : undefined,
    after: first + perPage < lines.length ? link(first + perPage + 1) : undefined,
    total: lines.length,
  };
  return { template: "source", data: framed(view, "feed", `Source of ${name}`, data) };
}

const tag = /(&lt;[/?]?[\w:.-]+)((?:(?!&gt;).)*?)([/?]?&gt;)/g;
const attribute = /([\w:.-]+)=("[^"]*")/g;
const mark = /&lt;!\[CDATA\[|\]\]&gt;|&lt;!--|--&gt;/g;

function paintXml(line: string): string {
  return escapeText(line)
    .replace(tag, (_, begin: string, attributes: string, end: string) => {
      const painted = attributes.replace(attribute, `${painting("a", "$1")}=${painting("v", "$2")}`);
      return painting("t", begin) + painted + painting("t", end);
    })
    .replace(mark, painting("m", "$&"));
}

function paintJson(line: string): string {
  const [, indent = "", key = "", rest = line] = /^(\s*)("(?:[^"\\]|\\.)*")(:.*)$/s.exec(line) ?? [];
  return key === "" ? escapeText(line) : indent + painting("t", escapeText(key)) + escapeText(rest);
}

function painting(name: string, html: string): string {
  return `<span class="${name}">${html}</span>`;
}
