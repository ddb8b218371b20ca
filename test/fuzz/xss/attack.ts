import { hash } from "node:crypto";
import type { Item } from "../../../src/model.ts";
import { createAssets, renderItem } from "../../../src/render/index.ts";
import { usualLimits as limits } from "../../limits.ts";
import { article } from "../../render/support.ts";
import { Random } from "../engine/random.ts";
import { type Document, hostileDocuments } from "./documents.ts";
import { shownOf } from "./shown.ts";
import { openTrap, type Sprung, type Trap } from "./trap.ts";

export { vectors } from "../../render/vectors.ts";

/** What came of an attack. */
export interface Outcome {
  readonly documents: number;
  /** Different from each other. */
  readonly distinct: number;
  /** Documents that were published; the others cost themselves. */
  readonly published: number;
  /** Texts that were put into the page. */
  readonly texts: number;
  /** Those that weren't harmless, and why. */
  readonly escapes: readonly string[];
}

/** What to attack with. */
export interface Attack {
  readonly documents: number;
  readonly seed: number;
  readonly vectors: readonly string[];
  /** Told of how many documents are behind it. */
  progress?(done: number): void;
}

const batch = 500;

/** Makes documents up, publishes them in all three feeds, and puts what readers would show into a page. */
export async function attack({ documents, seed, vectors, progress }: Attack): Promise<Outcome> {
  const trap = await openTrap();
  try {
    const source = hostileDocuments(vectors, new Random(seed));
    const distinct = new Set<string>();
    const escapes: string[] = [];
    let [published, shown, done] = [0, 0, 0];
    let pending: Promise<string[]> = Promise.resolve([]);
    while (done < documents && escapes.length < 10) {
      const made = Array.from({ length: Math.min(batch, documents - done) }, () => source.next().value);
      for (const each of made) distinct.add(hash("sha1", JSON.stringify(each), "base64").slice(0, 12));
      const items = made.flatMap((each, at) => publish(each, at) ?? []);
      const texts = [...shownOf(items)];
      // The browser is at the last ones meanwhile.
      escapes.push(...(await pending));
      pending = escapesIn(trap, texts);
      published += items.length;
      shown += texts.length;
      done += made.length;
      progress?.(done);
    }
    escapes.push(...(await pending));
    return { documents: done, distinct: distinct.size, published, texts: shown, escapes };
  } finally {
    await trap.close();
  }
}

const site = { url: "https://news.example/", authors: [], language: "en" };
const assets = createAssets("/nowhere/content", site.url, limits);

function publish({ file, title, body }: Document, at: number): Item | undefined {
  const id = `https://news.example/${at}/`;
  const head = { ...article({ file, title, id, permalink: id }), credit: { name: title } };
  return renderItem(head, body, { site, mode: "full", embeds: [], limits, assets, report: () => {} });
}

/** The texts that aren't harmless, each with what it did. */
async function escapesIn(trap: Trap, texts: readonly string[]): Promise<string[]> {
  const all = said(await trap.spring(texts));
  if (all === "") return [];
  const escapes: string[] = [];
  for (const text of texts) {
    const alone = said(await trap.spring([text]));
    if (alone !== "") escapes.push(`${alone}: ${JSON.stringify(text)}`);
  }
  return escapes.length > 0 ? escapes : [`together only: ${all}`];
}

function said({ ran, could }: Sprung): string {
  return [...ran, ...could].join("; ");
}
