import type { Encoding } from "../compress.ts";
import type { Offer } from "../offer.ts";
import { firstLine } from "../own.ts";
import { linksAt, type Place, placesOf, quoted } from "../places.ts";
import { base, commonHeaders, pageHeaders, type Served, servedFiles } from "../served.ts";

/** Locations for a server block of nginx. */
export function nginxFragment(offer: Offer, encodings: readonly Encoding[]): string {
  const locations = servedFiles(offer).flatMap((file) => {
    return placesOf(file, offer, "$uri").map((place) => location(place, file, offer, encodings));
  });
  return `${firstLine("how nginx serves the feeds. For the site's server block: include …/nginx.conf;")}
# What add_header says in that block, as for HSTS, is not inherited by these locations.
${locations.join("")}${pages(offer)}`;
}

/** `/a/` comes here as `/a/index.html`. */
function pages(offer: Offer): string {
  const lines = pageHeaders(offer).map(([name, value]) => `    add_header ${name} "${value}";\n`);
  if (lines.length === 0) return "";
  return `\nlocation ~ "^${quoted(base(offer))}(?:.*/)?[^/]*\\.html?$" {\n    charset utf-8;\n${lines.join("")}}\n`;
}

function location(
  place: Place,
  { contentType }: Served,
  offer: Offer,
  encodings: readonly Encoding[],
): string {
  const headers = [...commonHeaders(offer), ...linksAt(place, offer).map((link) => ["Link", link] as const)];
  const lines = [
    "types { }",
    // Not by `charset`, which passes over what is compressed already.
    `default_type "${contentType}";`,
    ...headers.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`),
    // Any: the one type that there is has its charset behind it, and so is in no list.
    ...(encodings.includes("gzip") ? ["gzip_static on;"] : ["gzip on;", "gzip_types *;"]),
    ...(encodings.includes("br") ? ["brotli_static on; # of the module ngx_brotli"] : []),
    "gzip_vary on;",
  ];
  const where = place.by === "pattern" ? `~ "${place.path}"` : `= "${place.path}"`;
  return `\nlocation ${where} {\n${lines.map((line) => `    ${line}\n`).join("")}}\n`;
}
