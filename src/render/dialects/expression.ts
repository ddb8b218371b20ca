import { urlFrom } from "../../url.ts";
import { readCall, unquoted } from "./call.ts";
import { show } from "./known.ts";
import { type Page, pageValue } from "./page.ts";

const quoted = /^(?:"[^"]*"|'[^']*')$/;
/** Filters that make an address of a path, or change nothing that matters here. */
const harmless =
  /^(?:relative_url|url|escape|safe|strip|string|uri_escape|cgi_escape|xml_escape|prepend:\s*site\.(?:base)?url)$/;

/** What `{{ … }}` says; undefined where only its own generator can know. */
export function spoken(expression: string, page: Page): string | undefined {
  const [first = "", ...filters] = expression.split("|").map((each) => each.trim());
  const value = plainValue(first, page);
  if (value === undefined) return undefined;
  return filters.reduce<string | undefined>((text, filter) => filtered(text, filter, page), value);
}

function plainValue(text: string, page: Page): string | undefined {
  if (quoted.test(text)) return unquoted(text);
  const site = new URL(page.siteUrl);
  if (text === "site.url" || text === "config.base_url") return site.origin;
  if (text === "site.baseurl") return site.pathname.replace(/\/$/, "");
  if (/^[\w.-]+$/.test(text)) return pageValue(text, page);
  const call = /^[\w:]+\s*\(/.test(text) ? readCall(text) : undefined;
  return call && show(call, page);
}

function filtered(text: string | undefined, filter: string, page: Page): string | undefined {
  if (text === undefined) return undefined;
  if (filter === "absolute_url") return onSite(text, page);
  if (!harmless.test(filter)) return undefined;
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return text;
  return /url$/.test(filter) ? new URL(onSite(text, page)).pathname + rest(text) : text;
}

function onSite(path: string, { siteUrl }: Page): string {
  const inside = path.replace(/^\/+/, "");
  return urlFrom(inside, siteUrl)?.href ?? siteUrl;
}

function rest(path: string): string {
  return /[?#].*$/s.exec(path)?.[0] ?? "";
}
