import { closeSync, fstatSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Limits } from "../config/index.ts";
import { type FileState, realPathOf, stateAt } from "../fileState.ts";
import { type Place, type Problem, problem, type Report, sizeText } from "../problems/index.ts";
import { type FileIdentity, identityOf, openUnlinked } from "../regularFile.ts";
import { dimensions } from "./dimensions.ts";
import { isCopied, mediaType } from "./media.ts";
import { isRelativePath } from "./url.ts";

/** A file of the content folder that is published with the article that names it. */
export interface Asset {
  /** Where it is read from, symbolic links resolved. */
  readonly path: string;
  /** Path below the content folder, and so below the site, with `/` between folders. */
  readonly outputPath: string;
  /** Where it will be: absolute. */
  readonly url: string;
  readonly type: string;
  /** What is copied has to be what was looked at. */
  readonly identity: FileIdentity;
  /** In bytes. */
  readonly length: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** What was there when a path was looked at. */
interface Looked {
  readonly path: string;
  readonly state: FileState | undefined;
  readonly realPath: string | undefined;
}

/** The local files that a build's articles name. One a build: each file is looked at once. */
export interface Assets {
  /**
   * The file that a reference in an article means, if it means one of the content folder's.
   * @param file the article's path below the content folder
   */
  find(reference: string, file: string, report: Report): Asset | undefined;
  /** What was found so far and is to be copied, by `outputPath`. */
  found(): Asset[];
  /** Each path that was looked at, the file's state, where there was one, and where the path led. */
  looked(): readonly Looked[];
}

/** What a path turned out to be; a finding without an asset says what was wrong, if anything. */
interface Finding {
  readonly asset?: Asset;
  readonly wrong?: (reference: string, place: Place) => Problem;
}

const outside: Finding = {
  wrong: (reference, place) => problem("asset-outside", { reference }, place),
};

const hidden: Finding = { wrong: (reference, place) => problem("asset-hidden", { reference }, place) };

/**
 * @param contentRoot the content folder
 * @param siteUrl absolute, ending in `/`
 * @param taken where no file may stand, nor a folder: names of feeds' files in any folder (`*.html`: all that end so), and
 * other documents' paths
 */
export function createAssets(
  contentRoot: string,
  siteUrl: string,
  limits: AssetLimits,
  taken: readonly string[] = [],
): Assets {
  const root = resolve(contentRoot);
  const findings = new Map<string, Finding>();
  const looked = new Map<string, Looked>();
  return {
    find(reference, file, report) {
      const path = localPath(reference);
      if (path === undefined) return undefined;
      const target = join(root, dirname(file), path);
      // Before the file is looked into: a change meanwhile must not go unseen later.
      if (!looked.has(target))
        looked.set(target, { path: target, state: stateAt(target), realPath: realPathOf(target) });
      const finding = findings.get(target) ?? examine(target, { root, siteUrl, limits, taken });
      findings.set(target, finding);
      if (finding.wrong) report(finding.wrong(reference, { file, text: reference }));
      return finding.asset;
    },
    found: () => distinct([...findings.values()].flatMap(({ asset }) => asset ?? [])),
    looked: () => [...looked.values()],
  };
}

/** The path in a relative reference to a file of a type that is copied. */
function localPath(reference: string): string | undefined {
  if (!isRelativePath(reference)) return undefined;
  const path = decode(reference.trim().replace(/[?#].*$/s, ""));
  if (path === undefined || path.includes("\0")) return undefined;
  const type = mediaType(path);
  return type !== undefined && isCopied(type) ? path : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

type AssetLimits = Pick<Limits, "file" | "pixels">;

/** Where files are looked for, where they go, and what they may be like. */
interface Site {
  readonly root: string;
  readonly siteUrl: string;
  readonly limits: AssetLimits;
  readonly taken: readonly string[];
}

function examine(target: string, { root, siteUrl, limits, taken }: Site): Finding {
  if (!isBelow(target, root)) return outside;
  const path = regularFile(target);
  if (path === undefined) return {};
  const realRoot = realpathSync(root);
  if (!isBelow(path, realRoot)) return outside;
  const outputPath = relative(realRoot, path).split(sep).join("/");
  const type = mediaType(path);
  // A link may name a picture and lead to a file of another kind.
  if (type === undefined || !isCopied(type)) return {};
  if (/(?:^|\/)\./.test(outputPath)) return hidden;
  const feed = taken.find((name) => isAtOrBelow(outputPath, name));
  if (feed !== undefined)
    return { wrong: (reference, place) => problem("asset-in-feeds-place", { reference, feed }, place) };
  return look({ path, outputPath, url: assetUrl(siteUrl, outputPath), type }, limits);
}

/** A regular file's real path; what can't even be looked at is none. */
function regularFile(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Disks that take `RSS.XML` for `rss.xml` are common. */
function isAtOrBelow(outputPath: string, name: string): boolean {
  const [path, taken] = [outputPath.toLowerCase(), name.toLowerCase()];
  if (taken.startsWith("*")) return path.split("/").some((each) => each.endsWith(taken.slice(1)));
  if (!taken.includes("/")) return path === taken || path.split("/").slice(0, -1).includes(taken);
  return path === taken || path.startsWith(`${taken}/`);
}

/** Where an asset is and goes to. */
type AssetPlace = Pick<Asset, "path" | "outputPath" | "url" | "type">;

function look(place: AssetPlace, limits: AssetLimits): Finding {
  try {
    return openAndMeasure(place, limits);
  } catch (error) {
    return { wrong: (reference, at) => problem("asset-unreadable", { reference, error }, at) };
  }
}

function openAndMeasure(place: AssetPlace, limits: AssetLimits): Finding {
  const file = openUnlinked(place.path);
  try {
    // Were one of its folders exchanged for a link meanwhile, the file could be from anywhere.
    if (realpathSync(place.path) !== place.path) return outside;
    return measure({ ...place, identity: identityOf(file), length: fstatSync(file).size }, file, limits);
  } finally {
    closeSync(file);
  }
}

function measure(asset: Asset, file: number, limits: AssetLimits): Finding {
  if (asset.length > limits.file) return tooLarge(`it is larger than ${sizeText(limits.file)}`);
  if (!asset.type.startsWith("image/")) return { asset };
  const size = dimensions(file);
  // A file of some kilobytes can say that it unfolds to gigabytes.
  if (size && size.width * size.height > limits.pixels)
    return tooLarge(`its ${size.width} by ${size.height} pixels are more than ${limits.pixels}`);
  if (size) return { asset: { ...asset, ...size } };
  return { asset, wrong: (reference, at) => problem("picture-unmeasured", { reference }, at) };
}

function tooLarge(reason: string): Finding {
  return { wrong: (reference, place) => problem("asset-too-large", { reference, reason }, place) };
}

function isBelow(path: string, root: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function assetUrl(siteUrl: string, outputPath: string): string {
  return siteUrl + outputPath.split("/").map(encodeURIComponent).join("/");
}

function distinct(assets: readonly Asset[]): Asset[] {
  const byPath = new Map(assets.map((asset) => [asset.outputPath, asset]));
  return [...byPath.values()].sort((a, b) => (a.outputPath < b.outputPath ? -1 : 1));
}
