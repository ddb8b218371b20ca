import { urlFrom } from "../url.ts";

/** A web address as the URL standard writes it; nothing where it is none, so that no link runs script. */
export function webAddress(address: string): string | undefined {
  const url = urlFrom(address);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}

/** The folder of a page, below the site's address: `feeds/` of `feeds/index.html`. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** An address as a page below the site's has it: relative where it leads into the site, and so shorter. */
export function fromPage(page: string, address: string, siteUrl: string): string | undefined {
  const url = webAddress(address);
  if (url === undefined || !url.startsWith(siteUrl)) return url;
  const path = "../".repeat(folderOf(page).split("/").length - 1) + url.slice(siteUrl.length);
  // `a:b` would be read as a scheme, `//a` as a host, and nothing as the page itself.
  return /^(?:$|\/|[^/?#]*:)/.test(path) ? `./${path}` : path;
}

/** Where a file below the output folder is found. */
export function onSite(path: string, siteUrl: string): string {
  return new URL(`./${path.replace(/[%?#\\]/g, encodeURIComponent)}`, siteUrl).href;
}
