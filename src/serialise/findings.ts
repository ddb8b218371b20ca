import type { Problem } from "../problems/index.ts";
import type { Rendering } from "../render/index.ts";

/** What rendering an article found beside its item. */
export type Finding = Pick<Rendering, "problems" | "uses">;

/** What was found, of each article once, however many feeds carry it: by its path. */
export class Findings {
  readonly #byPath = new Map<string, Finding>();

  add(path: string, { problems, uses }: Finding): void {
    const isNothing = problems.length + uses.files.length + uses.pages.length === 0;
    if (!isNothing && !this.#byPath.has(path)) this.#byPath.set(path, { problems, uses });
  }

  /** By their articles' paths, in their order. */
  all(): readonly (readonly [path: string, finding: Finding])[] {
    return [...this.#byPath].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  problems(): readonly Problem[] {
    return this.all().flatMap(([, { problems }]) => problems);
  }

  /** What paths to other articles were taken for. */
  pages(): readonly (readonly [path: string, page: string | null])[] {
    return [...new Map(this.all().flatMap(([, { uses }]) => uses.pages))];
  }
}
