import type { Instant } from "../../model.ts";

/** A document as somebody who subscribes to it gets to know it. */
export interface ReadFeed {
  readonly format: "RSS" | "Atom" | "JSON Feed" | "News sitemap" | "ninjs";
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly icon: string;
  /** In the document's order. */
  readonly entries: readonly Entry[];
  /** What keeps a reader from it. */
  readonly faults: readonly Fault[];
}

/** One item. What isn't said is empty. */
export interface Entry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly published: Instant | undefined;
  readonly updated: Instant | undefined;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly image: string;
  readonly media: readonly Medium[];
  readonly language: string;
  /** All that it says, in its own words. */
  readonly words: readonly Word[];
  /** Where it begins, from 1. */
  readonly line: number;
}

/** A recording or another file that travels with an item. */
interface Medium {
  readonly url: string;
  readonly type: string;
}

/** An element or member: its name with its attributes, and its text. */
export interface Word {
  readonly name: string;
  readonly text: string;
}

/** What is wrong with a document, and where. */
export interface Fault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What an item is asked for by: its id, or its address where it has none. */
export function keyOf({ id, url }: Pick<Entry, "id" | "url">): string {
  return id || url;
}

/** A date in any of the formats' ways; nothing where it is none. */
export function instantOf(text: string): Instant | undefined {
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** What an entry lacks for being told from others, and two that can't be. */
export function faultsOf(entries: readonly Entry[]): readonly Fault[] {
  const lines = new Map<string, number>();
  return entries.flatMap(({ id, title, summary, url, line }) => {
    const first = lines.get(id);
    lines.set(id, first ?? line);
    const fault = (message: string) => ({ message, line, column: 1 });
    if (id === "" && url === "") return [fault("an item has neither an id nor an address")];
    if (title === "" && summary === "") return [fault("an item has neither a title nor a summary")];
    return id !== "" && first !== undefined ? [fault(`the item of line ${first} has the same id`)] : [];
  });
}
