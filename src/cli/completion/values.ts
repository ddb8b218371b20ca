import type { Command } from "../command.ts";
import { commonFlags } from "../command.ts";
import type { Flag, FlagTable } from "../flags.ts";

/** What a shell can offer for a value: names in the file system, words from a list, or nothing. */
export type Offer = { readonly of: "folders" | "files" | "nothing" } | { readonly of: readonly string[] };

/** What can be offered for a flag's value; nothing at all for a switch. */
export function offerFor({ value, choices }: Flag): Offer | undefined {
  if (choices !== undefined) return { of: choices };
  if (value === undefined) return undefined;
  return { of: value === "DIR" ? "folders" : value === "FILE" ? "files" : "nothing" };
}

/** All that a command takes. */
export function flagsOf({ flags }: Command): FlagTable {
  return { ...flags, ...commonFlags };
}

/** A text as one word of a shell's, between single quotes. */
export function quoted(text: string, escapedQuote: string): string {
  return `'${text.replaceAll("'", escapedQuote)}'`;
}
