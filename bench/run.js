/**
 * The bench: feedwright beside what would do its work otherwise, on the same machine in turn.
 *
 *     npm run bench                 all cases; some minutes
 *     npm run bench -- --quick      smaller ones; under two minutes
 *     npm run bench -- --write      and put the figures into docs/performance.md
 *     npm run bench -- writers      one case: writers, cold or limits
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cold } from "./cases/cold.js";
import { limits } from "./cases/limits.js";
import { writers } from "./cases/writers.js";
import { surroundings, writeDocument } from "./document.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});

const runs = values.quick ? 3 : 5;
const builds = [
  { articles: 1000, limit: 50 },
  { articles: 10_000, limit: 50 },
  { articles: values.quick ? 1000 : 10_000, limit: "all" },
  ...(values.quick ? [] : [{ articles: 100_000, limit: 50 }]),
];
const cases = {
  writers: () => writers({ runs }),
  cold: () => cold({ runs, builds }),
  limits: () => limits({ runs, articles: 10_000 }),
};

// In processes of their own: a child's peak counts from its parent's size.
const generator = fileURLToPath(new URL("./corpus.js", import.meta.url));
for (const { articles } of builds) execFileSync(process.execPath, [generator, String(articles)]);

console.log(`${surroundings()}\n`);
const figures = [];
for (const [name, run] of Object.entries(cases)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  figures.push(run());
  console.log(`${figures.at(-1)}\n`);
}
if (values.write) writeDocument(figures.join("\n\n"));
