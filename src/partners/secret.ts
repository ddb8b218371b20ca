import { createHash } from "node:crypto";

const shown = "•••";

/**
 * A part of an address that only a partner knows. Whoever prints it, by whatever way, prints a mask;
 * only `reveal` tells it.
 */
export class Secret {
  readonly #text: string;
  /** Tells one secret from another without telling either. */
  readonly fingerprint: string;

  constructor(text: string) {
    this.#text = text;
    this.fingerprint = createHash("sha256").update(text).digest("hex").slice(0, 16);
  }

  /** The secret itself: for paths only. */
  reveal(): string {
    return this.#text;
  }

  /** The mask. */
  toString(): string {
    return shown;
  }

  /** The mask and the fingerprint, so that what is kept changes with the secret. */
  toJSON(): string {
    return `${shown}${this.fingerprint}`;
  }
}

const shortest = 16;

/** What is wrong with a secret, in words that don't tell it. */
export function wrongWithSecret(text: string): string | undefined {
  if (text.length < shortest) return `has ${text.length} characters; expected ${shortest} or more`;
  if (text.length > 128) return "has more than 128 characters";
  if (!/^[\w-]+$/.test(text)) return "has characters other than letters, digits, `-` and `_`";
  return new Set(text).size < 6 ? "is too easy to guess" : undefined;
}
