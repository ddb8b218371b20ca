import { isCopied, mediaType } from "../render/media.ts";

/** What no file system or server could have as a name, or hides: also names that Windows keeps for devices. */
const unusable = /[\x00-\x1F\x7F<>:"|?*\\/\uFFFD]|^\.|[. ]$|^ |^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** In bytes: most file systems allow 255. */
const longestName = 200;
const longestPath = 1000;

/**
 * Where a page stands below the output folder, by its address: `/a/` is `a/index.html`; `/a` is `a.html`, as
 * hosts of static sites serve it. Nothing where the address isn't one that a file could be served at.
 * @param siteUrl ends in `/`
 */
export function pathOfPage(address: string, siteUrl: string): string | undefined {
  if (!address.startsWith(siteUrl) || /[?#]/.test(address)) return undefined;
  const names = address.slice(siteUrl.length).split("/").map(decoded);
  const last = names.pop();
  if (last === undefined) return undefined;
  names.push(last === "" ? "index.html" : /\.html?$/i.test(last) ? last : `${last}.html`);
  const path = names.join("/");
  return names.every(isName) && !names.slice(0, -1).some(isMedia) && Buffer.byteLength(path) <= longestPath
    ? path
    : undefined;
}

function isName(name: string | undefined): boolean {
  return name !== undefined && name !== "" && Buffer.byteLength(name) <= longestName && !unusable.test(name);
}

/** A picture may stand there: whether one does, is known too late. */
function isMedia(name = ""): boolean {
  return isCopied(mediaType(name) ?? "") || /\.html?$/i.test(name);
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
