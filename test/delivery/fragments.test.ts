import fc from "fast-check";
import { expect, it } from "vitest";
import { deliveryFiles, isOwn } from "../../src/delivery/index.ts";
import { anyText } from "../properties/feeds.ts";
import { rulesOf } from "./hosts.ts";
import { listing, offer, siteAt, wanted } from "./samples.ts";

/** What a line of each language may be: nothing else can be made of any address. */
const lines = {
  nginx: [
    /^#.*$/,
    /^$/,
    /^location (?:~ "\^\/[^"\s{};]*\$"|= "\/[\p{L}\p{M}\p{N}/._~-]+") \{$/u,
    /^ {4}types \{ \}$/,
    /^ {4}(?:default_type|add_header [\w-]+) "(?:[^"\\$]|\\"|\$uri)*";$/,
    /^ {4}(?:gzip|gzip_static|brotli_static|gzip_vary) on;(?: # [\w ]+)?$/,
    /^ {4}gzip_types \*;$/,
    /^\}$/,
  ],
  caddy: [
    /^#.*$/,
    /^$/,
    /^@feedwright\d+ \{$/,
    /^\t(?:path_regexp \^\/[^\s"`]*\$|path \/[\p{L}\p{M}\p{N}/._~-]+)$/u,
    /^\tfile$/,
    /^\tnot path_regexp \^\/[^\s"`]*\$$/,
    /^(?:header|file_server) @feedwright\d+ \{$/,
    /^\t[\w-]+ "[^"\\{}]*"$/,
    /^\t\+Link `(?:[^`{}]|\{http\.request\.uri\.path\})*`$/,
    /^\tprecompressed (?:br|gzip|br gzip)$/,
    /^\}$/,
  ],
  apache: [
    /^#.*$/,
    /^$/,
    /^<\/?IfModule(?: mod_rewrite\.c)?>$/,
    /^<FilesMatch "\^[\w.\\|()?:-]+\$">$/,
    /^<\/FilesMatch>$/,
    /^ {4}RewriteEngine On$/,
    /^ {4}RewriteCond %\{(?:HTTP:Accept-Encoding|REQUEST_FILENAME)\}\S* \S+$/,
    /^ {4}RewriteRule \(\?:\^\|\/\)\(\?:[\w.\\|-]+\)\$ %\{REQUEST_URI\}\.(?:br|gz) \[L\]$/,
    /^ {4}(?:ForceType|Header set [\w-]+) "(?:[^"\\%]|\\"|%%|%\{feedwright_self\}e)*"(?: env=feedwright_self)?$/,
    /^ {4}(?:AddEncoding (?:br|gzip)|RemoveLanguage) \.(?:br|gz)$/,
    /^ {4}Header merge Vary Accept-Encoding$/,
    /^ {4}SetEnvIf Request_URI "\^[^"\s]+" (?:feedwright_self=https:\/\/[^\s"]+|!feedwright_self)$/,
  ],
};

const trouble = fc.constantFrom(
  '";',
  "}",
  "{",
  "$uri",
  "\\",
  "`",
  "%{x}e",
  "\r\nX: y",
  "\n",
  " ",
  "ї",
  "..",
  "*",
  ":splat",
);
const some = fc.array(fc.oneof(anyText, trouble), { maxLength: 4 }).map((parts) => parts.join(""));
const address = fc.oneof(
  some,
  some.map((text) => `https://daily.example/${text}rss.xml`),
  some.map((text) => `https://daily.example/tags/${encodeURIComponent(text.toWellFormed())}/rss.xml`),
  some.map((text) => `https://hub.example/?${text}`),
);

it("the servers' files keep their form with any addresses", () => {
  const offers = fc.record({
    url: address,
    hub: address,
    mediaType: fc.oneof(some, fc.constant("text/xml")),
    opml: some,
  });
  fc.assert(
    fc.property(offers, ({ url, hub, mediaType, opml }) => {
      const main = listing("main", "All");
      const documents = main.documents.map((document) => ({ ...document, url, mediaType }));
      const published = offer({
        listings: [main, { ...main, documents }],
        hubs: [hub],
        opml,
        hasArchives: true,
      });
      for (const name of ["nginx", "caddy", "apache"] as const) {
        const files = deliveryFiles(published, wanted({ servers: [name], compress: ["gzip", "br"] }));
        const strange = files[0]?.text
          .split("\n")
          .filter((line) => !lines[name].some((pattern) => pattern.test(line)));
        expect(strange).toEqual([]);
      }
      for (const name of ["netlify", "cloudflare"] as const)
        expect(rulesOf(deliveryFiles(published, wanted({ servers: [name] }))[0]?.text ?? "")).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it("the site's own address can't break them either", () => {
  for (const url of [
    "https://daily.example/a$b/",
    "https://daily.example/a{b}c/",
    'https://daily.example/a%22b"/',
  ]) {
    const site = siteAt(new URL(url).href);
    const published = offer({
      site,
      listings: [listing("main", "All", "", site.url)],
      hubs: ["https://hub.example/"],
    });
    for (const name of ["nginx", "caddy", "apache"] as const) {
      const [file] = deliveryFiles(published, wanted({ servers: [name] }));
      const strange = file?.text
        .split("\n")
        .filter((line) => !lines[name].some((pattern) => pattern.test(line)));
      expect(strange).toEqual([]);
    }
  }
});

it("the servers' files are known again as feedwright's own", () => {
  const servers = ["netlify", "cloudflare", "nginx", "caddy", "apache"] as const;
  const files = deliveryFiles(offer(), wanted({ servers }));
  expect(files.map(({ path }) => path)).toEqual([
    "_headers",
    "_headers",
    "delivery/nginx.conf",
    "delivery/Caddyfile",
    ".htaccess",
  ]);
  expect(files.filter(({ text }) => !isOwn(text))).toEqual([]);
  expect(isOwn("/*\n  X-Frame-Options: DENY\n")).toBe(false);
});
