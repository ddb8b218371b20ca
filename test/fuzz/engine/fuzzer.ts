import { Coverage } from "./coverage.ts";
import { minimise } from "./minimise.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import type { Target } from "./target.ts";

/** An input for which something doesn't hold. */
interface Finding {
  /** As short as it could be made. */
  readonly input: Buffer;
  /** What was said of it. */
  readonly reason: string;
}

/** What a run did. */
export interface Run {
  readonly inputs: number;
  /** Those that took branches no input before them took; seeds among them. */
  readonly kept: number;
  readonly branches: readonly [taken: number, all: number];
  readonly findings: readonly Finding[];
}

/** How long to go on. */
export interface Budget {
  readonly seed: number;
  /** Whether a run with so many inputs behind it goes on. */
  goesOn(inputs: number): boolean;
  /** Told of each input before it is tried. */
  before?(input: Buffer): void;
}

const mostFindings = 10;

/**
 * Tries a target with its seeds, and then with changes of those inputs that led to new branches.
 * Each kind of failure is found once, and cut down.
 */
export async function fuzz(target: Target, { seed, goesOn, before = () => {} }: Budget): Promise<Run> {
  const random = new Random(seed);
  const words = target.words.map((word) => Buffer.from(word));
  const coverage = new Coverage();
  const seeds = Array.from(target.seeds(), (text) => Buffer.from(text));
  const corpus: Buffer[] = [];
  const findings = new Map<string, Finding>();
  const failure = async (input: Buffer) => {
    before(input);
    return await failureOf(target, input);
  };

  let inputs = 0;
  for (; goesOn(inputs) && findings.size < mostFindings; inputs++) {
    const input = seeds[inputs] ?? mutate(chosen(corpus, random), { random, words, others: corpus });
    coverage.begin();
    const reason = await failure(input);
    if (coverage.end() || inputs < seeds.length) corpus.push(input);
    if (reason === undefined || findings.has(kindOf(reason))) continue;
    const kind = kindOf(reason);
    const least = await minimise(input, async (shorter) => kindOf((await failure(shorter)) ?? "") === kind);
    findings.set(kind, { input: least, reason: (await failure(least)) ?? reason });
  }
  return { inputs, kept: corpus.length, branches: coverage.extent, findings: [...findings.values()] };
}

/** What doesn't hold for an input; nothing where all does. */
export async function failureOf(target: Target, input: Buffer): Promise<string | undefined> {
  try {
    await target.attempt(input);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Inputs that were found late led further. */
function chosen(corpus: readonly Buffer[], random: Random): Buffer {
  const from = random.once(2) ? Math.floor(corpus.length * 0.75) : 0;
  return corpus[from + random.below(corpus.length - from)] ?? Buffer.alloc(0);
}

/** Failures of one kind come from the same place, whatever text they speak of. */
function kindOf(reason: string): string {
  const [first = "", ...frames] = reason.split("\n");
  const places = frames.filter((line) => /^\s+at /.test(line)).slice(0, 2);
  return `${/^[^:"'`<]*/.exec(first)?.[0]}${places.join("")}`;
}
