/** What a run throws at a part of feedwright, and how it tells that something is wrong. */
export interface Target {
  /** What `--target` calls it, and its folder below `corpus/`. */
  readonly name: string;
  /** What to start from; beside it stands what was found earlier. */
  seeds(): Iterable<string | Buffer>;
  /** Words and signs that mean something to what is tried. */
  readonly words: readonly string[];
  /** Tries one input; throws where anything doesn't hold that should hold for any. */
  attempt(input: Buffer): void | Promise<void>;
}
