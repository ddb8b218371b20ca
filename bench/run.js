/**
 * The bench: feedwright beside what would do its work otherwise, on the same machine in turn.
 *
 *     npm run bench                    all cases at 1,000, 10,000 and 100,000 articles
 *     npm run bench -- --quick         shorter ones at 1,000 and 10,000; under two minutes
 *     npm run bench -- --large         and at 1,000,000
 *     npm run bench -- unchanged --size 100000
 *
 *     writers limits cold unchanged changed added all scale    the cases
 *     --size N,N      how many articles
 *     --runs N        how many counted runs
 *     --peers A,B     of script, hugo, jekyll, pelican, eleventy, astro; all; none
 *     --install       install those that Debian has, as root
 *     --write         put the figures into docs/performance.md
 *     --clean         remove the corpora at the end
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { builds } from "./cases/builds.js";
import { limits } from "./cases/limits.js";
import { scale } from "./cases/scale.js";
import { writers } from "./cases/writers.js";
import { removeCorpus } from "./corpus.js";
import { writeSection } from "./document.js";
import { restore } from "./edits.js";
import { planOf } from "./options.js";
import { choosePeers } from "./peers/index.js";
import { buildTable } from "./report.js";
import { Session } from "./session.js";
import { busy, surroundings } from "./surroundings.js";
import { targetTable } from "./targets.js";
import { writerTargetTable } from "./writerTargets.js";

const plan = planOf(process.argv.slice(2));
const needed = plan.cases.filter((name) => name !== "writers").flatMap((name) => plan.sizes(name));
for (const articles of new Set(needed)) ensureCorpus(articles);

const peers = plan.cases.some((name) => name in builds) ? choosePeers(plan.peers, plan.install) : [];
const session = new Session(plan, peers);
const machine = surroundings(peers);
console.log(`${machine}\n${busy()}`);
for (const { name, emits } of peers) console.log(`${name}: ${emits}.`);
if (peers.length > 0) console.log();
for (const name of plan.cases) {
  const figures = figuresOf(name);
  console.log(`${figures}\n`);
  if (plan.write) writeSection(name, `${figures}\n\n\`${plan.command}\` on ${machine}`);
}
if (plan.clean) for (const articles of new Set(needed)) removeCorpus(articles);

function figuresOf(name) {
  if (name === "writers") return writerFigures();
  if (name === "limits") return limits(plan);
  if (name === "scale") return scale(session);
  const measured = session.measured(name);
  return [buildTable(builds[name].title, measured), targetTable(name, measured)].filter(Boolean).join("\n\n");
}

function writerFigures() {
  const measured = writers({ runs: plan.runs("writers") });
  return `${measured}\n\n${writerTargetTable(measured)}`;
}

/** In a process of its own: a child's peak counts from its parent's size. */
function ensureCorpus(articles) {
  const generator = fileURLToPath(new URL("./corpus.js", import.meta.url));
  execFileSync(process.execPath, [generator, String(articles)], { stdio: "inherit" });
  restore(articles);
}
