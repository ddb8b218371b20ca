import { mutate } from "../engine/mutate.ts";
import type { Random } from "../engine/random.ts";
import { bodyWords } from "../seeds/bodies.ts";
import { disguises } from "./disguises.ts";
import { inHtml, inMarkdown } from "./places.ts";

/** A hostile article. */
export interface Document {
  readonly file: "a.md" | "a.mdx";
  readonly title: string;
  readonly body: string;
}

const words = bodyWords.map((word) => Buffer.from(word));

/**
 * Makes them up without end: each vector as it is, and then one, or two, changed, disguised, and put into places that
 * are read otherwise.
 * @param vectors known ways to smuggle script
 */
export function* hostileDocuments(vectors: readonly string[], random: Random): Generator<Document, never> {
  for (const vector of vectors)
    for (const file of ["a.md", "a.mdx"] as const) yield { file, title: lineOf(vector), body: vector };
  const others = vectors.map((vector) => Buffer.from(vector));
  const payload = () => {
    let text = random.from(vectors);
    if (!random.once(4)) text = mutate(Buffer.from(text), { random, words, others }).toString();
    for (let times = random.below(3); times > 0; times--) text = random.from(disguises)(text, random);
    for (let times = random.below(4); times > 0; times--) text = random.from(inHtml)(text);
    return random.once(2) ? random.from(inMarkdown)(text) : text;
  };
  for (;;) {
    const body = random.once(3) ? payload() + random.from(["", "\n", "\n\n"]) + payload() : payload();
    const title = random.once(4) ? lineOf(payload()) : "A story";
    yield { file: random.once(4) ? "a.mdx" : "a.md", title, body };
  }
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, " ");
}
