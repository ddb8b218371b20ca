import type { Encoding } from "../compress.ts";
import type { Offer } from "../offer.ts";
import { firstLine } from "../own.ts";
import { linksAt, type Place, placesOf, quoted } from "../places.ts";
import { base, commonHeaders, pageHeaders, type Served, servedFiles } from "../served.ts";

/** Directives for a site block of Caddy 2. */
export function caddyFragment(offer: Offer, encodings: readonly Encoding[]): string {
  const places = servedFiles(offer).flatMap((file) => {
    return placesOf(file, offer, "{http.request.uri.path}").map((place) => ({ place, file }));
  });
  const blocks = places.map(({ place, file }, at) =>
    block(`@feedwright${at}`, place, file, offer, encodings),
  );
  return `${firstLine("how Caddy serves the feeds. For the site's block: import …/Caddyfile")}\n${blocks.join("")}${pages(offer)}`;
}

/** An index is found at its folder's path. */
function pages(offer: Offer): string {
  const lines = pageHeaders(offer).map(([name, value]) => `\t${name} "${value}"\n`);
  if (lines.length === 0) return "";
  const path = `^${quoted(base(offer))}(?:.*/)?(?:[^/]*\\.html?)?$`;
  return `\n@feedwrightpages path_regexp ${path}\nheader @feedwrightpages {\n${lines.join("")}}\n`;
}

function block(
  name: string,
  place: Place,
  { contentType }: Served,
  offer: Offer,
  encodings: readonly Encoding[],
): string {
  const lines = [
    ...[["Content-Type", contentType] as const, ...commonHeaders(offer)].map((pair) => {
      return `\t${pair[0]} "${pair[1]}"`;
    }),
    ...linksAt(place, offer).map((link) => `\t+Link \`${link}\``),
  ];
  const packed = ["br", "gzip"].filter((encoding) => encodings.some((one) => one === encoding));
  const server = `file_server ${name} {\n\tprecompressed ${packed.join(" ")}\n}\n`;
  return `
${name} {
	${place.by === "pattern" ? "path_regexp" : "path"} ${place.path}${place.except ? `\n\tnot path_regexp ${place.except}` : ""}
	file
}
header ${name} {
${lines.join("\n")}
}
${packed.length === 0 ? "" : server}`;
}
