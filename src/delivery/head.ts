import { attributes } from "../formats/xml.ts";
import type { ListedDocument, Listing } from "../model.ts";
import { webAddress } from "./addresses.ts";

/** A format's name for people. */
export const formatNames: Readonly<Record<ListedDocument["format"], string>> = {
  rss: "RSS",
  atom: "Atom",
  json: "JSON Feed",
};

/**
 * A browser or reader shows these links as a list to choose from. Of the main feed it has every
 * format; of the others the first one, and none where they are so many that nobody would choose.
 */
const mostListings = 30;

/** A page's links to the feeds, a line each; `addressed` says how an address is written there. */
export function alternates(
  listings: readonly Listing[],
  addressed: (url: string) => string | undefined = webAddress,
): string {
  const [main, ...others] = listings;
  if (main === undefined) return "";
  const further = listings.length > mostListings ? [] : others;
  return [
    ...main.documents.map((document) => link(main, document, addressed)),
    ...further.flatMap((listing) =>
      listing.documents.slice(0, 1).map((one) => link(listing, one, addressed)),
    ),
  ].join("");
}

function link(
  { title, documents }: Listing,
  { format, mediaType, url }: ListedDocument,
  addressed: (url: string) => string | undefined,
): string {
  const href = addressed(url);
  if (href === undefined) return "";
  const name = documents.length > 1 ? `${title} (${formatNames[format]})` : title;
  return `<link${attributes({ rel: "alternate", type: mediaType, title: name, href })}>\n`;
}
