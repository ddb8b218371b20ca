import { join, resolve } from "node:path";
import type { Person } from "../model.ts";
import type { CheckedSettings } from "./check.ts";
import type { Config, OwnFeed, Scope, Site } from "./config.ts";
import { contentFolders } from "./contentFolders.ts";
import { isFolder } from "./folder.ts";
import { outputOf } from "./output.ts";

/**
 * Makes paths and addresses absolute.
 * @param root absolute; where relative paths start
 * @param file the configuration's, if there is one
 */
export function resolveConfig(
  settings: CheckedSettings,
  partners: Config["partners"],
  root: string,
  file: string | undefined,
): Config {
  const {
    content,
    permalink,
    ignore,
    feeds,
    embeds,
    limits,
    archive,
    missing,
    broken,
    guards,
    tombstones,
    websub,
    pages,
  } = settings;
  return {
    root,
    file,
    site: resolveSite(settings.site),
    content: resolve(root, content ?? knownFolder(root, file)),
    ...outputOf(settings, root),
    permalink,
    ignore,
    feeds,
    embeds,
    limits,
    scopes: resolveScopes(settings),
    selections: settings.selections.map((each) => ({ ...each, ...ownFeed(each, feeds) })),
    archive,
    missing,
    broken,
    guards,
    tombstones,
    websub,
    pages: pages && { ...pages, theme: pages.theme && resolve(root, pages.theme) },
    delivery: { ...settings.delivery, page: feedsPage(settings) },
    partners,
  };
}

/** Where the page of the feeds stands: stories' pages lead to it, and the front page has its usual place. */
function feedsPage({ pages, delivery: { page = pages !== undefined } }: CheckedSettings): string | undefined {
  if (typeof page === "string") return page;
  if (!page) return undefined;
  return pages === undefined ? "index.html" : "feeds/index.html";
}

/**
 * Without a configuration, the root itself may be the content; with one, a guess that wide would
 * publish what nobody calls an article, and a missing folder is said instead.
 */
function knownFolder(root: string, file: string | undefined): string {
  const known = contentFolders.find((name) => isFolder(join(root, name)));
  return known ?? (file === undefined ? "." : "articles");
}

const scopeNames = ["topic", "author", "tag", "language"] as const;

function resolveScopes({ scopes, feeds }: CheckedSettings): Scope[] {
  const given: GivenScopes = scopes;
  return scopeNames.flatMap((by) => {
    const scope = given[by];
    return scope === undefined ? [] : [{ by, ...ownFeed(scope, feeds) }];
  });
}

type Own = { [key in keyof OwnFeed]?: OwnFeed[key] | undefined } & Pick<OwnFeed, "minimum">;
type GivenScopes = { readonly [name in Scope["by"]]?: Own | undefined };

function ownFeed(own: Own, main: CheckedSettings["feeds"]): OwnFeed {
  const { title, description, minimum, limit, content, formats } = own;
  return {
    title,
    description,
    minimum,
    limit: limit ?? main.limit,
    content: content ?? main.content,
    formats: formats ?? main.formats,
  };
}

function resolveSite({
  author,
  authors = author,
  image,
  icon,
  favicon,
  ...site
}: CheckedSettings["site"]): Site {
  const whole = (address: string | undefined) => address && onSite(address, site.url);
  return {
    ...site,
    authors: people(authors),
    image: whole(image),
    icon: whole(icon),
    favicon: whole(favicon),
  };
}

/** A path, with or without its first `/`, stands below the site's address. */
function onSite(address: string, siteUrl: string): string {
  const path = /^https?:/i.test(address) ? address : `./${address.replace(/^\/+/, "")}`;
  return new URL(path, siteUrl).href;
}

type Authors = CheckedSettings["site"]["authors"];

function people(authors: Authors = []): Person[] {
  return (Array.isArray(authors) ? authors : [authors]).map((one) => {
    return typeof one === "string" ? named(one) : one;
  });
}

/** `Name`, or `Name <mail>`. */
function named(text: string): Person {
  const [, name, email] = /^(.+?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text) ?? [];
  return name === undefined ? { name: text } : { name, email };
}
