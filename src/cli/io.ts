import type { BuildOptions, BuildResult } from "../buildResult.ts";
import type { Instant } from "../model.ts";
import type { Pace } from "../notify/index.ts";

/** A stream that text goes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** One of several answers. */
export interface Answer {
  readonly value: string;
  readonly label: string;
}

/** Asks a person. Each throws `Interrupted` where the person leaves. */
export interface Asking {
  /** @param wrong says why an answer won't do; nothing where it will */
  text(question: string, wrong: (answer: string) => string | undefined, usual?: string): Promise<string>;
  choose(question: string, answers: readonly Answer[]): Promise<string>;
}

/** All that the command knows of the world around it. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Instant;
  /** Absent where no person sits at a terminal. */
  readonly asking?: Asking | undefined;
  /** What comes in by a pipe; absent where nothing can. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Stands in for the library's `build` in tests. */
  readonly build?: ((options: BuildOptions) => Promise<BuildResult>) | undefined;
  /** How patient notices are; tests are less. */
  readonly pace?: Pace | undefined;
}

/**
 * 0: all published. 1: published, but articles were left out. 2, and where it was stopped: nothing written.
 * Of notices: all told; some owed; nobody told.
 */
export type ExitCode = 0 | 1 | 2 | 129 | 130 | 143;
