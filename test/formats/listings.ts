import type { ListedDocument, Listing } from "../../src/model.ts";

const mediaTypes = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
} as const;

/** A feed's file in a folder. */
export function listed(format: ListedDocument["format"], folder = ""): ListedDocument {
  const path = `${folder}${format}.xml`;
  return { format, path, url: `https://news.example/${path}`, mediaType: mediaTypes[format] };
}

/** A publication's main feed. */
export const mainListing: Listing = {
  kind: "main",
  label: "The Example",
  title: "The Example",
  description: "News & views",
  language: "en",
  documents: [listed("rss"), listed("atom"), listed("json")],
};

/** A feed of some of its articles. */
export function listing(kind: Listing["kind"], label: string, parts: Partial<Listing> = {}): Listing {
  const documents = [listed("rss", `${label.toLowerCase()}/`)];
  return { kind, label, title: `The Example: ${label}`, language: "en", documents, ...parts };
}
