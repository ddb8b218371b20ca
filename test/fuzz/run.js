/**
 * Throws at feedwright whatever might break it, as long as there is time, and tells what did.
 *
 *     npm run fuzz                                     each target for a minute, then a hundred thousand documents in a browser
 *     npm run fuzz -- --seconds 600 --target markdown  one target
 *     npm run fuzz -- --seed 7                         another course
 *     npm run fuzz -- --target xss --documents 1000000
 *     npm run fuzz -- --target xss --vectors FILE      a JSON list of further ways to smuggle script
 *
 * `README.md` beside this file tells of the rest. Exits with 1 where something was found.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./engine/bundle.js";
import { keep } from "./engine/keep.js";
import { watched } from "./engine/watch.js";

const names = [
  "frontMatter",
  "markdown",
  "sanitiser",
  "addresses",
  "config",
  "profiles",
  "dates",
  "names",
  "feed",
];
const { values } = parseArgs({
  options: {
    target: { type: "string", multiple: true, default: [...names, "xss"] },
    seconds: { type: "string", default: "60" },
    documents: { type: "string", default: "100000" },
    vectors: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
const unknown = values.target.filter((name) => name !== "xss" && !names.includes(name));
const [seconds, documents, seed] = [values.seconds, values.documents, values.seed].map(Number);
if (unknown.length > 0 || ![seconds, documents, seed].every((number) => number >= 1)) {
  console.error(
    `--target takes ${[...names, "xss"].join(", ")}; --seconds, --documents and --seed numbers from 1`,
  );
  process.exit(2);
}

// Threads have their files here, and may not come to remove them.
const scratch = mkdtempSync(join(tmpdir(), "feedwright-fuzz-run-"));
process.env.TMPDIR = scratch;
try {
  for (const target of values.target) if (await findings(target)) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Whether anything was found. */
async function findings(target) {
  if (target === "xss") return await escapes();
  const job = { target, seconds, seed };
  const { inputs, kept, branches, findings } = await watched(await bundle("engine/worker.ts"), job);
  const [taken, all] = branches;
  console.log(
    `${target}: ${inputs} inputs, ${kept} kept, ${taken} of ${all} branches, ${findings.length} found`,
  );
  for (const { input, reason } of findings) console.log(`\n${keep(target, input)}\n${reason}\n`);
  return findings.length > 0;
}

async function escapes() {
  const { attack, vectors: known } = await import(await bundle("xss/attack.ts", { counting: false }));
  const more = values.vectors === undefined ? [] : JSON.parse(readFileSync(values.vectors, "utf8"));
  const vectors = [...known, ...more];
  const progress = (done) => done % 50_000 === 0 && console.error(`xss: ${done} documents`);
  const { escapes, distinct, published, texts, ...all } = await attack({
    documents,
    seed,
    vectors,
    progress,
  });
  console.log(
    `xss: ${all.documents} documents, ${distinct} of them distinct, ${published} published, ${texts} texts in the page, ` +
      `${escapes.length} escaped`,
  );
  for (const each of escapes) console.log(`\n${each}\n`);
  return escapes.length > 0;
}
