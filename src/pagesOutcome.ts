import { join } from "node:path";
import type { WrittenFile } from "./buildResult.ts";
import type { FileState } from "./fileState.ts";
import { stateAt } from "./fileState.ts";
import type { PublishedFile } from "./publish/index.ts";
import type { StagedPages } from "./stagePages.ts";
import type { StandingPage } from "./standingPlans.ts";
import type { FeedVersions, Standing, StandingFeed } from "./state/index.ts";

/** What became of pages: of those that were written, and of those that stand. */
export interface DonePages {
  readonly standing: ReadonlyMap<string, StandingPage>;
  readonly staged: StagedPages["pages"];
  /** Of all pages that are to be. */
  readonly versions: FeedVersions;
}

/** Where our own pages are, below the output folder. */
export function pathsOfPages({ standing, staged }: DonePages): readonly string[] {
  const pages = [...standing.values(), ...staged.values()];
  return pages.flatMap(({ path, isForeign }) => (path === undefined || isForeign ? [] : [path]));
}

/** Pages as the next build looks at them, by their plans' keys: what is somebody else's in their places, too. */
export function keptPages(
  { standing, staged, versions }: DonePages,
  output: string,
  states: ReadonlyMap<string, FileState | undefined>,
): readonly (readonly [key: string, page: StandingFeed])[] {
  return [
    ...[...standing].map(([key, { feed }]) => [key, feed] as const),
    ...[...staged].map(([key, { path, isForeign, problems }]) => {
      const outputs = path === undefined ? [] : [fileAt(path, isForeign)];
      return [key, { version: versions.get(key) ?? "", items: 0, problems, outputs }] as const;
    }),
  ];

  function fileAt(path: string, isForeign: boolean): Standing {
    const file = join(output, path);
    return { path: file, state: isForeign ? stateAt(file) : states.get(path) };
  }
}

/** The pages' files, in the order of their paths. */
export function pageFiles(pages: DonePages, written: ReadonlyMap<string, PublishedFile>): WrittenFile[] {
  const bytes = new Map(
    [...pages.standing.values()].map(({ path, feed }) => [path, feed.outputs[0]?.state?.[0]]),
  );
  return pathsOfPages(pages)
    .toSorted()
    .map((path) => {
      const file = written.get(path) ?? { path, state: "unchanged" as const, bytes: bytes.get(path) ?? 0 };
      return { ...file, kind: "page" as const };
    });
}
