/** A rule that an item breaks. */
export interface Breach {
  readonly rule: string;
  readonly seen: string;
  readonly expected: string;
  /** Whether the item can be published all the same, where the profile doesn't say. */
  readonly isLight?: boolean;
}
