import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Answer, Site, Task, WorkerStart } from "./messages.ts";

/** Fewer are rendered sooner than a thread has started and grown warm. */
export const worthThreads = 500;

/** Articles that go to a thread at once: some milliseconds' work. */
const batchSize = 16;
/** So that a thread needn't wait for its next one. */
const batchesAhead = 3;
/** What the main thread does while the others start. */
const headStart = 64;
/** Results that nobody has taken yet: they bound the memory that the pool needs. */
const mostHeld = 128;
/** In MB, of each thread: twice as much would take more of the machine's memory, and no time less. */
const youngGeneration = 16;

/** In milliseconds. What threads that say nothing for longer were given is done here; they may have died. */
const longestSilence = 10_000;

/** What a pool is made of. */
export interface PoolOptions<Own> {
  /** In the order in which their results will be taken. */
  readonly tasks: readonly Task[];
  /** What the caller's own thread makes of a task. */
  readonly own: (task: Task) => Own;
  readonly site: Site;
  /** The threads' program. */
  readonly script: URL;
  readonly threads?: number;
  /** In milliseconds. */
  readonly patience?: number;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** What it has been given and not answered yet. */
  readonly rows: Set<number>;
}

/**
 * Threads that render ahead of whoever takes the results, in order. All is synchronous: while the
 * result that is asked for is in the making, the caller's own thread does another.
 */
export class RenderPool<Own> {
  #threads: readonly Thread[];
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));
  readonly #results = new Map<number, Answer | Own>();
  readonly #tasks: readonly Task[];
  readonly #own: (task: Task) => Own;
  readonly #patience: number;
  #next = headStart;

  constructor({ tasks, own, site, script, threads, patience = longestSilence }: PoolOptions<Own>) {
    this.#tasks = tasks;
    this.#own = own;
    this.#patience = patience;
    const length = threads ?? Math.max(availableParallelism() - 1, 1);
    this.#threads = Array.from({ length }, () => this.#start(site, script));
    this.#giveOut();
  }

  /** What became of a task; nothing where the caller has to see to it itself. */
  take(row: number): Answer | Own | undefined {
    for (let quietSince = performance.now(); ; ) {
      const seen = Atomics.load(this.#answered, 0);
      if (this.#receive()) quietSince = performance.now();
      this.#giveOut();
      const result = this.#results.get(row);
      this.#results.delete(row);
      if (result !== undefined || !this.#isInTheMaking(row)) return result;
      if (this.#doAnother()) continue;
      Atomics.wait(this.#answered, 0, seen, this.#patience);
      if (performance.now() - quietSince > this.#patience) this.close();
    }
  }

  /** What the threads were given is then the caller's, and they get nothing more. */
  close(): void {
    for (const { worker, port } of this.#threads) {
      port.close();
      void worker.terminate();
    }
    this.#threads = [];
  }

  #start(site: Site, script: URL): Thread {
    const { port1: port, port2 } = new MessageChannel();
    const workerData: WorkerStart = { ...site, port: port2, answered: this.#answered };
    const resourceLimits = { maxYoungGenerationSizeMb: youngGeneration };
    const worker = new Worker(script, { workerData, transferList: [port2], resourceLimits });
    const rows = new Set<number>();
    // What it had is then done here.
    worker.on("error", () => rows.clear());
    worker.unref();
    port.unref();
    return { worker, port, rows };
  }

  /** Whether there was anything. */
  #receive(): boolean {
    let received = false;
    for (const { port, rows } of this.#threads) {
      for (let batch = receiveMessageOnPort(port); batch; batch = receiveMessageOnPort(port)) {
        const answers: readonly Answer[] = batch.message;
        for (const answer of answers) if (rows.delete(answer.row)) this.#results.set(answer.row, answer);
        received = true;
      }
    }
    return received;
  }

  #giveOut(): void {
    for (const { port, rows } of this.#threads) {
      while (rows.size <= batchSize * (batchesAhead - 1) && this.#hasRoom()) {
        const batch = this.#tasks.slice(this.#next, this.#next + batchSize);
        if (batch.length === 0) return;
        this.#next += batch.length;
        for (const { row } of batch) rows.add(row);
        port.postMessage(batch);
      }
    }
  }

  /** Whether there was another one to do. */
  #doAnother(): boolean {
    const task = this.#hasRoom() ? this.#tasks[this.#next] : undefined;
    if (task === undefined) return false;
    this.#next++;
    this.#results.set(task.row, this.#own(task));
    return true;
  }

  #hasRoom(): boolean {
    return this.#threads.reduce((held, { rows }) => held + rows.size, this.#results.size) < mostHeld;
  }

  #isInTheMaking(row: number): boolean {
    return this.#threads.some(({ rows }) => rows.has(row));
  }
}
