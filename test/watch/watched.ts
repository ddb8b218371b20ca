import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import { build } from "../../src/build.ts";
import type { BuildOptions } from "../../src/buildResult.ts";
import { load } from "../../src/config/index.ts";
import { type Round, watch } from "../../src/watch/index.ts";
import { folder, site, story } from "../cli/support.ts";

/** What a test may have otherwise. */
interface Otherwise {
  readonly files?: Readonly<Record<string, string>>;
  readonly configuration?: { readonly name: string; readonly text: string };
  readonly build?: typeof build;
  readonly options?: Partial<BuildOptions>;
  readonly told?: (round: Round) => void;
}

/** A site of one article that is watched until the test ends, after its first round. */
export async function watched({
  files = {},
  configuration = { name: "feedwright.yaml", text: site },
  build: builds = build,
  options = {},
  told = () => {},
}: Otherwise = {}) {
  const root = folder({
    [configuration.name]: configuration.text,
    "articles/a.md": story("First", "2025-01-01"),
    ...files,
  });
  const controller = new AbortController();
  const rounds: Round[] = [];
  const ended = watch({
    load: () => load({ cwd: root }),
    cwd: root,
    build: builds,
    options: () => ({ now: Date.UTC(2026, 0), wait: true, signal: controller.signal, ...options }),
    told: (round) => {
      told(round);
      rounds.push(round);
    },
    signal: controller.signal,
  });
  const stop = () => {
    controller.abort();
    return ended;
  };
  onTestFinished(() => stop().catch(() => {}));
  const until = async (holds: (round: Round) => boolean) => {
    await expect.poll(() => rounds.some(holds), { timeout: 15_000, interval: 10 }).toBe(true);
    return rounds.find(holds) ?? expect.fail();
  };
  await Promise.race([until(({ number }) => number === 1), ended]);
  await quiet(rounds);
  return {
    root,
    rounds,
    stop,
    /** Until a round after this call has it. */
    next: (holds: (round: Round) => boolean) => {
      const from = rounds.length;
      return until((round) => round.number > from && holds(round));
    },
    quiet: () => quiet(rounds),
    path: (name: string) => join(root, name),
    put: (name: string, text: string) => writeFileSync(join(root, name), text),
    /** As editors save: beside it, then in its place. */
    putAtomically: (name: string, text: string) => {
      writeFileSync(join(root, `${name}.tmp`), text);
      renameSync(join(root, `${name}.tmp`), join(root, name));
    },
    /** As vim does with `backupcopy=no`. */
    putLikeVim: (name: string, text: string) => {
      renameSync(join(root, name), join(root, `${name}~`));
      writeFileSync(join(root, name), text);
      rmSync(join(root, `${name}~`));
    },
  };
}

/** Until no round has come for a while: the look once the watchers are ready is one. */
async function quiet(rounds: readonly Round[]): Promise<void> {
  for (let seen = -1; seen !== rounds.length; ) {
    seen = rounds.length;
    await setTimeout(700);
  }
}

/** The paths that a round wrote. */
export function written({ result }: Round): readonly string[] {
  return (result?.files ?? []).filter(({ state }) => state !== "unchanged").map(({ path }) => path);
}
