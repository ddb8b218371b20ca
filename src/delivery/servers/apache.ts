import { type Encoding, suffixes } from "../compress.ts";
import type { Offer } from "../offer.ts";
import { firstLine } from "../own.ts";
import { placesOf, quoted } from "../places.ts";
import {
  base,
  commonHeaders,
  hubLinks,
  isPushed,
  pageHeaders,
  type Served,
  selfLink,
  servedFiles,
} from "../served.ts";

/** A `.htaccess` for Apache 2.4. */
export function apacheFile(offer: Offer, encodings: readonly Encoding[]): string {
  const files = servedFiles(offer);
  return `${firstLine("how Apache serves the feeds")}
${encodings.length === 0 ? "" : rewriting(files, encodings)}${files.map((file) => section(file, offer, encodings)).join("")}${pages(offer)}`;
}

function pages(offer: Offer): string {
  const lines = pageHeaders(offer).map(([name, value]) => `    Header set ${name} "${value}"\n`);
  if (lines.length === 0) return "";
  return `\n<FilesMatch "\\.html?$">\n${lines.join("")}</FilesMatch>\nErrorDocument 404 ${base(offer)}404.html\n`;
}

/** Brotli first, as it is smaller. */
function rewriting(files: readonly Served[], encodings: readonly Encoding[]): string {
  const names = files.map(({ name }) => quoted(name)).join("|");
  const rules = (["br", "gzip"] as const)
    .filter((encoding) => encodings.includes(encoding))
    .map((encoding) => {
      const suffix = suffixes[encoding];
      return `    RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b
    RewriteCond %{REQUEST_FILENAME}${suffix} -f
    RewriteRule (?:^|/)(?:${names})$ %{REQUEST_URI}${suffix} [L]
`;
    });
  return `
<IfModule mod_rewrite.c>
    RewriteEngine On
${rules.join("")}</IfModule>
`;
}

function section(file: Served, offer: Offer, encodings: readonly Encoding[]): string {
  const endings = encodings.map((encoding) => quoted(suffixes[encoding])).join("|");
  const packed = endings === "" ? "" : `(?:${endings})?`;
  const lines = [
    `ForceType "${file.contentType}"`,
    ...encodings.flatMap((encoding) => {
      // `.br` is Breton to Apache, and `.gz` a type of its own.
      return [`AddEncoding ${encoding} ${suffixes[encoding]}`, `RemoveLanguage ${suffixes[encoding]}`];
    }),
    ...commonHeaders(offer).map(([name, value]) => `Header set ${name} "${value}"`),
    ...(encodings.length === 0 ? [] : ["Header merge Vary Accept-Encoding"]),
    ...linkLines(file, offer),
  ];
  return `
<FilesMatch "^${quoted(file.name)}${packed}$">
${lines.map((line) => `    ${line}\n`).join("")}</FilesMatch>
`;
}

/** A header's value can repeat variables, but not the request's path: so that becomes one. */
function linkLines(file: Served, offer: Offer): string[] {
  if (!isPushed(file, offer)) return [];
  const places = placesOf(file, offer, "$1").filter(({ self }) => self !== undefined);
  const variables = places.flatMap(({ by, path, self, except }) => {
    // What was found compressed has an ending more.
    const pattern = by === "pattern" ? `^(${path.slice(1, -1)})` : `^${quoted(path)}`;
    const set = `SetEnvIf Request_URI "${pattern}" feedwright_self=${self}`;
    return except ? [set, `SetEnvIf Request_URI "${except.slice(0, -1)}" !feedwright_self`] : [set];
  });
  const hubs = hubLinks(offer).map((hub) => hub.replaceAll("%", "%%"));
  const value = [...hubs, selfLink("%{feedwright_self}e")].join(", ").replaceAll('"', '\\"');
  return [...variables, `Header set Link "${value}" env=feedwright_self`];
}
