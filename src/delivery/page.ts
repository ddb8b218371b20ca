import { attributes, each, text } from "../formats/xml.ts";
import type { ListedDocument, Listing } from "../model.ts";
import { dayWords } from "../render/wordings.ts";
import { folderOf, fromPage, onSite, webAddress } from "./addresses.ts";
import { directionOf } from "./direction.ts";
import { alternates, formatNames } from "./head.ts";
import type { Headline, Offer } from "./offer.ts";
import { generator } from "./own.ts";
import { style, styleHash } from "./style.ts";
import { type PageWords, pageWords } from "./wordings.ts";

/** What the parts of a page have to know of it. */
interface Page {
  readonly path: string;
  readonly site: Offer["site"];
  readonly words: PageWords;
}

const mostHeadlines = 8;
const longestSummary = 180;

/**
 * A page for people, at a path below the site's address: what a feed is, every feed's address, and
 * the newest headlines for those who have no reader. It has no script, and lets none in.
 */
export function pageText(offer: Offer, path: string): string {
  const { site, listings, opml, headlines = [] } = offer;
  const words = pageWords(site.language);
  const page: Page = { path, site, words };
  const [main, ...others] = listings;
  return `<!doctype html>
<html${attributes({ lang: words.language, dir: directionOf(words.language) })}>
${head(page, listings)}<body>
<main>
${masthead(page)}${main === undefined ? "" : subscription(page, main, opml)}${groups(page, others)}${news(page, headlines)}</main>
</body>
</html>
`;
}

function head({ path, site, words }: Page, listings: readonly Listing[]): string {
  const folder = folderOf(path);
  const canonical = site.url + (path === `${folder}index.html` ? folder : path);
  return `<head>
<meta charset="utf-8">
<meta${attributes({ "http-equiv": "Content-Security-Policy", content: policy(site) })}>
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${text(words.title(site.title))}</title>
${site.description ? `<meta${attributes({ name: "description", content: site.description })}>\n` : ""}<meta name="generator" content="${generator}">
${link("canonical", canonical)}${link("icon", site.favicon ?? site.icon)}${alternates(listings, (url) => fromPage(path, url, site.url))}<style>${style}</style>
</head>
`;
}

function link(rel: string, address: string | undefined): string {
  const href = webAddress(address ?? "");
  return href === undefined ? "" : `<link${attributes({ rel, href })}>\n`;
}

/** Only this style, and pictures from where the site says that its own are. */
function policy({ image, icon, favicon }: Offer["site"]): string {
  const origins = [image, icon, favicon].flatMap((address) => webAddress(address ?? "") ?? []);
  const pictures = ["'self'", ...new Set(origins.map((address) => new URL(address).origin))].join(" ");
  return `default-src 'none'; style-src ${styleHash}; img-src ${pictures}; base-uri 'none'; form-action 'none'`;
}

function masthead({ path, site, words }: Page): string {
  const logo = webAddress(site.image ?? "");
  // What the site says is in its language, whichever the page's own words are in.
  const spoken = tongue(site.language, words);
  const picture = logo && `<img${attributes({ class: "logo", src: logo, alt: "" })}>\n`;
  const about = site.description && `<p class="about"${spoken}>${text(site.description)}</p>\n`;
  const home = `<p><a${attributes({ href: fromPage(path, site.url, site.url) })}>${text(new URL(site.url).host)}</a></p>\n`;
  return `<header>
${picture ?? ""}<h1${spoken}>${text(site.title)}</h1>
${about ?? ""}${path === "index.html" ? "" : home}</header>
`;
}

function subscription(page: Page, main: Listing, opml: string | undefined): string {
  const { words, site } = page;
  const [first] = main.documents;
  const doubt =
    main.documents.length > 1 && first
      ? `<p class="soft">${text(words.inDoubt(formatNames[first.format]))}</p>\n`
      : "";
  const list = opml && fromPage(page.path, onSite(opml, site.url), site.url);
  const all = list
    ? `<p class="soft">${text(words.allAtOnce)}: <a${attributes({ href: list })}>OPML</a></p>\n`
    : "";
  return `<section aria-labelledby="subscribe">
<h2 id="subscribe">${text(words.subscribe)}</h2>
<p>${text(words.explanation)}</p>
<ul class="card">
${each(main.documents, (document) => `<li>${documentLink(page, document, formatNames[document.format])} <code>${breakable(webAddress(document.url) ?? "")}</code></li>\n`)}</ul>
${doubt}${all}</section>
`;
}

/** An address that doesn't fit its line is broken between its parts, not within a file's name. */
function breakable(address: string): string {
  return text(address).replace(/(?<=[^/])\/(?=[^/])/g, "/<wbr>");
}

function documentLink({ path, site }: Page, { url, mediaType }: ListedDocument, name: string): string {
  const href = fromPage(path, url, site.url);
  return href === undefined ? text(name) : `<a${attributes({ href, type: mediaType })}>${text(name)}</a>`;
}

const order = ["topic", "named", "author", "language", "tag"] as const;

function groups(page: Page, listings: readonly Listing[]): string {
  return each(order, (kind) => {
    const own = listings.filter((listing) => listing.kind === kind);
    if (own.length === 0) return "";
    return `<section aria-labelledby="${kind}">
<h2 id="${kind}">${text(page.words.groups[kind])}</h2>
<ul class="list">
${each(own, (listing) => feed(page, listing))}</ul>
</section>
`;
  });
}

/** Short names and no types: there may be hundreds of them. */
function feed(page: Page, { label, language, documents }: Listing): string {
  const links = documents.map(({ url, format }) => {
    const href = fromPage(page.path, url, page.site.url);
    const name = format === "json" ? "JSON" : formatNames[format];
    return href === undefined ? "" : `<a${attributes({ href })}>${name}</a>`;
  });
  return `<li><bdi${tongue(language, page.words)}>${text(label)}</bdi><span>${links.join("")}</span></li>\n`;
}

function news(page: Page, headlines: readonly Headline[]): string {
  const shown = headlines.filter(({ url }) => webAddress(url) !== undefined).slice(0, mostHeadlines);
  if (shown.length === 0) return "";
  return `<section aria-labelledby="latest">
<h2 id="latest">${text(page.words.latest)}</h2>
<ul class="news">
${each(shown, (headline) => story(page, headline))}</ul>
</section>
`;
}

function story({ words, site }: Page, { title, url, published, summary, language }: Headline): string {
  const spoken = `${tongue(language ?? site.language, words)} dir="auto"`;
  const about = summary ? `<p${spoken}>${text(shortened(summary))}</p>\n` : "";
  return `<li>
<h3${spoken}><a${attributes({ href: webAddress(url) })}>${text(title)}</a></h3>
${about}${published === undefined ? "" : day(published, words.language)}</li>
`;
}

function day(instant: number, language: string): string {
  const iso = new Date(instant).toISOString();
  return `<p class="soft"><time datetime="${iso}">${text(dayWords(language, instant))}</time></p>\n`;
}

/** A `lang` attribute, where it isn't the page's. */
function tongue(language: string | undefined, words: PageWords): string {
  if (language === undefined || language === words.language) return "";
  return attributes({ lang: language });
}

/** The first words of a text; where words have no spaces between them, its first characters. */
function shortened(summary: string): string {
  const words = summary.trim();
  if (words.length <= longestSummary) return words;
  const cut = words.slice(0, longestSummary).replace(/\s+\S{0,30}$/, "");
  return `${cut.replace(/[\s.,;:!?…–—-]+$/, "")}…`;
}
