import { Worker } from "node:worker_threads";

/** No input may take so long, in milliseconds: counted branches take several times as long as others. */
const patience = 10_000;
const memory = { maxOldGenerationSizeMb: 512 };
const most = 16_384;

/**
 * Has a thread try a target. An input that it hangs at, or dies of, is a finding too, and ends the run.
 * @returns what `fuzz` in `fuzzer.ts` gives
 */
export function watched(script, job) {
  const shared = new SharedArrayBuffer(8 + most);
  return new Promise((resolve) => {
    const thread = new Worker(script, { workerData: { ...job, shared }, resourceLimits: memory });
    const numbers = new Int32Array(shared, 0, 2);
    let last = -1;
    const clock = setInterval(() => {
      if (numbers[0] === last && last > 0) end(`no end within ${patience} ms`);
      last = numbers[0];
    }, patience);
    const end = (reason) => {
      const input = Buffer.from(new Uint8Array(shared, 8, numbers[1]));
      done({ inputs: numbers[0], kept: 0, branches: [0, 0], findings: [{ input, reason }] });
    };
    const done = (run) => {
      clearInterval(clock);
      void thread.terminate();
      resolve(run);
    };
    thread.on("message", done);
    thread.on("error", (error) => end(error.stack));
  });
}
