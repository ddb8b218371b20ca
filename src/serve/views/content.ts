import { originsIn } from "../../pages/body.ts";
import { shownAddress } from "../links.ts";
import { askedFor } from "./item.ts";
import type { Page, View } from "./view.ts";

const tags = /<[a-z][^<>]*>/gi;
const sources = /( (?:src|poster)=")([^"]*)(")/g;

/** An item's content, alone: whatever it says, its page lets nothing run. Pictures that were built are taken from here. */
export function content(view: View): Page {
  const asked = askedFor(view);
  if (asked === undefined) return undefined;
  const { config } = view.site;
  const html = asked.entry.html.replace(tags, (tag) =>
    tag.replace(sources, (all, before: string, address: string, after: string) => {
      const shown = shownAddress(address.replaceAll("&amp;", "&"), config);
      return shown?.startsWith("/") ? before + shown + after : all;
    }),
  );
  const language = asked.entry.language || config.site.language;
  return { template: "content", data: { html, language, title: asked.entry.title || "An item" } };
}

/** What a content's page may fetch: what the content shows, and frames of hosts that the configuration names. */
export function contentPolicy(html: string, embeds: readonly string[]): string {
  const fetched = ["'self'", ...originsIn(html)].join(" ");
  const frames = embeds.map((host) => `https://${host}`).join(" ") || "'none'";
  return [
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    "default-src 'none'",
    "style-src 'self'",
    `img-src ${fetched}`,
    `media-src ${fetched}`,
    `frame-src ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}
