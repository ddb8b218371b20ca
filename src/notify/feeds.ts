import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/index.ts";
import { ProblemError, problem, type Report } from "../problems/index.ts";
import { type ListedFeed, readListing } from "../publish/index.ts";
import { openRegular } from "../regularFile.ts";
import { addressOf } from "../serialise/index.ts";

/** A feed that hubs may know of, as it stands in the output folder. */
export interface Feed {
  /** Below the output folder. */
  readonly path: string;
  /** Its own address, as it says it itself. */
  readonly topic: string;
  readonly digest: string;
  readonly bytes: number;
}

/**
 * The last build's public feeds, with their files' digests. One that can't be read is reported.
 * @throws ProblemError feeds-unknown
 */
export async function publicFeeds({ root, output, site }: Config, report: Report): Promise<readonly Feed[]> {
  const listing = readListing(root, output);
  if (listing.length === 0) throw new ProblemError(problem("feeds-unknown", { folder: output }));
  const feeds: Feed[] = [];
  for (const { path } of listing.filter(mayBeTold)) {
    const file = join(output, path);
    try {
      feeds.push({ path, topic: addressOf(site.url, path), ...(await contentOf(file)) });
    } catch (error) {
      report(problem("feed-unreadable", { error }, { file }));
    }
  }
  return feeds;
}

/**
 * A hub is anyone's, and passes on whatever address it was told. Archives name no hub: who wants to know
 * of changes subscribes to the feed that they belong to.
 */
function mayBeTold({ path, isPrivate }: ListedFeed): boolean {
  return !isPrivate && !path.startsWith("archive/");
}

async function contentOf(path: string): Promise<Pick<Feed, "digest" | "bytes">> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path, { fd: openRegular(path) })) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { digest: hash.digest("base64"), bytes };
}
