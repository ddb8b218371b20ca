import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Instant } from "../model.ts";
import type { ReadOptions } from "../parse/index.ts";
import type { Chunks } from "./chunks.ts";
import type { Columns, Note } from "./heads.ts";
import type { TraitTexts } from "./traits.ts";

/** Which threads read heads, and from how many on. */
export interface ThreadUse {
  readonly script: URL;
  readonly from: number;
}

/**
 * Fewer heads are read sooner than a thread has started and grown warm. The program stands there when
 * the code is bundled: from `lib/chunks/`.
 */
export const usualThreads: ThreadUse = {
  script: new URL("../index/headWorker.js", import.meta.url),
  from: 40_000,
};

/** What a site's heads are read by, as it goes to another thread. */
export interface HeadSite extends Pick<ReadOptions, "content" | "permalink" | "addresses" | "limits"> {
  readonly site: ReadOptions["site"] & { readonly timezone: string };
}

/** What a thread begins with. All that is large is memory that it shares with the others. */
export interface HeadStart {
  readonly site: HeadSite;
  readonly now: Instant;
  readonly traits: boolean;
  readonly root: string;
  readonly listing: string;
  readonly states: Float64Array;
  readonly columns: Columns;
  readonly chunks: Pick<Chunks, "rows" | "cursor">;
}

/** What a thread has found beside the table's columns. */
export interface HeadFindings {
  readonly notes: readonly (readonly [row: number, note: Note])[];
  readonly traits: TraitTexts | undefined;
}

/** Whether threads help. From the sources, their program isn't there. */
export function areWorthIt(heads: number, { script, from }: ThreadUse): boolean {
  return heads >= from && existsSync(script);
}

/** Threads that take chunks, as whoever starts them does, and read their heads into the shared table. */
export class HeadThreads {
  readonly #workers: readonly Worker[];
  readonly #findings: Promise<readonly HeadFindings[]>;

  constructor(start: HeadStart, script: URL, threads = Math.max(availableParallelism() - 1, 1)) {
    this.#workers = Array.from({ length: threads }, () => new Worker(script, { workerData: start }));
    this.#findings = Promise.all(this.#workers.map(findingsOf));
    // Whoever is stopped doesn't wait for them.
    this.#findings.catch(() => {});
  }

  /** Theirs, when all chunks were taken. Rejects where one fails: its chunks are lost. */
  async findings(): Promise<readonly HeadFindings[]> {
    return await this.#findings;
  }

  stop(): void {
    for (const each of this.#workers) void each.terminate();
  }
}

function findingsOf(worker: Worker): Promise<HeadFindings> {
  return new Promise((resolve, reject) => {
    worker.once("message", (findings: HeadFindings) => resolve(findings));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("a thread ended early")));
  });
}
