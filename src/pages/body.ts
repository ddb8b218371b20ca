import { escapeAttribute } from "../render/escape.ts";
import { urlFrom } from "../url.ts";
import type { Here } from "./here.ts";

/** A tag of sanitised HTML: what could end it too early is escaped in its attributes. */
const tags = /<[a-z][^<>]*>/g;
const addresses = /( (?:href|src|poster|srcset|cite|longdesc)=")([^"]*)"/g;

/**
 * Sanitised HTML, whose addresses are absolute, as a page has it: what is on the site is found from the page, so
 * that a copy of the site at another address is whole.
 */
export function onPage(html: string, { path, siteUrl, address }: Here): string {
  const [site, own] = [escapeAttribute(siteUrl), `${escapeAttribute(address)}#`];
  const up = "../".repeat(path.split("/").length - 1);
  const relative = (given: string) => {
    if (given.startsWith(own)) return given.slice(own.length - 1);
    if (!given.startsWith(site)) return given;
    const rest = up + given.slice(site.length);
    return /^(?:$|\/|[^/?#]*:)/.test(rest) ? `./${rest}` : rest;
  };
  return scrolling(html).replace(tags, (tag) =>
    tag.replace(addresses, (_, before: string, value: string) => {
      return `${before}${before.startsWith(" srcset") ? value.split(", ").map(relative).join(", ") : relative(value)}"`;
    }),
  );
}

/** What may be wider than a page can be scrolled by keys, too. A text's own `<` is escaped. */
function scrolling(html: string): string {
  return html
    .replace(/<pre(?=[ >])/g, '<pre tabindex="0"')
    .replace(/<table(?=[ >])/g, '<div class="scroll" tabindex="0"><table')
    .replaceAll("</table>", "</table></div>");
}

/** The origins that pictures and recordings in sanitised HTML are fetched from. */
export function originsIn(html: string): string[] {
  const origins = new Set<string>();
  for (const [tag] of html.matchAll(tags))
    for (const [, name = "", value = ""] of tag.matchAll(/ (src|poster|srcset)="([^"]*)"/g))
      for (const each of name === "srcset" ? value.split(", ") : [value]) {
        const url = urlFrom(each.split(" ", 1)[0] ?? "");
        if (url?.protocol === "https:" || url?.protocol === "http:") origins.add(url.origin);
      }
  return [...origins].sort();
}

/** What sanitised HTML says, white space folded. */
export function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
