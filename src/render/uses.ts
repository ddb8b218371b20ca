import type { Problem } from "../problems/index.ts";
import type { PermalinkOf } from "./articleLinks.ts";
import type { Asset, Assets } from "./assets.ts";
import { isRelativePath } from "./url.ts";

/** What a rendering hung on beside its article: it is the same where all of this is. */
export interface Uses {
  /** References to local files, and what was found there. */
  readonly files: readonly (readonly [reference: string, finding: string])[];
  /** Paths to other articles' files, and what they were taken for. */
  readonly pages: readonly (readonly [path: string, permalink: string | null])[];
}

/** Lets an article be rendered, and notes what it asks for. */
export class UsesRecorder {
  readonly #files = new Map<string, string>();
  readonly #pages = new Map<string, string | null>();
  readonly recorded: { readonly assets: Assets; readonly permalinkOf: PermalinkOf };

  constructor(assets: Assets, permalinkOf: PermalinkOf = () => undefined) {
    this.recorded = {
      assets: { ...assets, find: (reference, file, report) => this.#find(assets, reference, file, report) },
      permalinkOf: (path) => {
        const page = permalinkOf(path);
        this.#pages.set(path, page ?? null);
        return page;
      },
    };
  }

  uses(): Uses {
    return { files: [...this.#files], pages: [...this.#pages] };
  }

  #find(assets: Assets, ...[reference, file, report]: Parameters<Assets["find"]>): Asset | undefined {
    // Nothing else leads to a local file.
    if (!isRelativePath(reference)) return assets.find(reference, file, report);
    let wrong: Problem | undefined;
    const asset = assets.find(reference, file, (each) => {
      wrong = each;
      report(each);
    });
    this.#files.set(reference, findingOf(asset, wrong));
    return asset;
  }
}

/** Whether everything that a rendering hung on is as it was. What it asks for is asked for again. */
export function hold(
  { files, pages }: Uses,
  file: string,
  assets: Assets,
  permalinkOf: PermalinkOf,
): boolean {
  return (
    files.every(([reference, finding]) => {
      let wrong: Problem | undefined;
      const asset = assets.find(reference, file, (each) => {
        wrong = each;
      });
      return findingOf(asset, wrong) === finding;
    }) && pages.every(([path, permalink]) => (permalinkOf(path) ?? null) === permalink)
  );
}

/** All that an item can tell of a file; which inode it has isn't of that. */
function findingOf(asset: Asset | undefined, wrong: Problem | undefined): string {
  if (asset === undefined) return `none ${wrong?.message}`;
  const { url, type, length, width, height } = asset;
  return JSON.stringify([url, type, length, width, height, wrong?.message]);
}
