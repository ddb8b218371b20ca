import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { targets } from "../targets/index.ts";
import { fuzz } from "./fuzzer.ts";
import type { Target } from "./target.ts";

/** What `run.js` asks of this thread. */
interface Job {
  readonly target: string;
  readonly seconds: number;
  readonly seed: number;
  /** The number of the input that is being tried, its length, and its bytes: all that is left if it hangs. */
  readonly shared: SharedArrayBuffer;
}

const job: Job = workerData;
const [count, length] = [new Int32Array(job.shared, 0, 1), new Int32Array(job.shared, 4, 1)];
const bytes = new Uint8Array(job.shared, 8);

const target = targets.find(({ name }) => name === job.target);
if (target === undefined) throw new Error(`no target is called ${job.target}`);
const end = Date.now() + job.seconds * 1000;
const run = await fuzz(withCorpus(target), {
  seed: job.seed,
  goesOn: () => Date.now() < end,
  before(input) {
    bytes.set(input.subarray(0, bytes.length));
    length[0] = Math.min(input.length, bytes.length);
    Atomics.add(count, 0, 1);
  },
});
parentPort?.postMessage(run);

/** What was found earlier is tried first. */
function withCorpus(target: Target): Target {
  const folder = join("test/fuzz/corpus", target.name);
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    ...target,
    *seeds() {
      for (const { name } of found) yield readFileSync(join(folder, name));
      yield* target.seeds();
    },
  };
}
