/** What `docs/problems.md` says of a code beside its message, its hint and its reason. */
export interface Explanation {
  /** What happened, in a sentence. */
  readonly what: string;
  /** How to mend it, where the hint has room for a few words only. */
  readonly fix: string;
  /** Text that brings the message: an article, a configuration, or a command. */
  readonly wrong?: string;
  /** The same, mended. */
  readonly right?: string;
}

/** One for each code of a catalogue. */
export type Explanations<Catalogue> = { readonly [code in keyof Catalogue]: Explanation };
