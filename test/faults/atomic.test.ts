import { lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { end, filesBelow, Newsroom, rounds } from "./newsroom.ts";

const articles = 30;

/** Which versions of the stories the files that stand together have. */
function versionsIn(output: string): readonly string[] {
  const tree = realpathSync(output);
  const texts = filesBelow(tree).map((path) => readFileSync(join(tree, path), "utf8"));
  return [...new Set(texts.flatMap((text) => text.match(/Version \d+ of/g) ?? []))];
}

/** What stands in the output's folder that isn't a complete tree. */
function making(root: string): readonly string[] {
  return readdirSync(root).filter((name) => /\.feedwright$/.test(name) && name !== ".feedwright");
}

test("with `atomic`, whoever reads sees all of one build, whatever kills the next", {
  timeout: 60_000 + rounds * 5_000,
}, async () => {
  const newsroom = new Newsroom(articles, undefined, "atomic: true\n");
  const started = performance.now();
  expect(await newsroom.build()).toMatchObject({ status: 0, said: "" });
  const usual = performance.now() - started;
  expect(lstatSync(newsroom.output).isSymbolicLink()).toBe(true);

  const mixed: string[][] = [];
  let [going, seen] = [true, 0];
  const polling = (async () => {
    for (; going; await setTimeout(3)) {
      const versions = versionsIn(newsroom.output);
      seen++;
      if (versions.length !== 1) mixed.push([...versions]);
    }
  })();
  let killed = 0;
  for (let round = 1; round <= rounds; round++) {
    for (let each = 0; each < articles; each++) newsroom.write(each, round);
    const build = newsroom.start();
    const ending = end(build);
    // Each third comes to its end.
    await (round % 3 === 0 ? ending : Promise.race([ending, setTimeout(usual * Math.random() * 1.5)]));
    build.kill("SIGKILL");
    if ((await ending).signal) killed++;
  }
  const last = await newsroom.build();
  going = false;
  await polling;

  console.info(`atomic: ${rounds} rounds, ${killed} killed; ${seen} trees read, ${mixed.length} mixed`);
  expect(last).toMatchObject({ status: 0, said: "" });
  expect(mixed).toEqual([]);
  expect(versionsIn(newsroom.output)).toEqual([`Version ${rounds} of`]);
  expect([making(newsroom.root), newsroom.leftovers()]).toEqual([[], []]);
  const trees = readdirSync(newsroom.root).filter((name) => name.startsWith(".dist."));
  expect(trees.length).toBeLessThanOrEqual(2);
  expect(newsroom.bytes()).toEqual(await newsroom.anew());
  expect(filesBelow(newsroom.output)).not.toEqual([]);
});
