import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../../src/index.ts";
import type { Answer, Site, Task } from "../../src/serialise/pool/messages.ts";
import { RenderPool } from "../../src/serialise/pool/pool.ts";
import { renderSettings } from "../../src/serialise/renderer.ts";

const folder = mkdtempSync(join(tmpdir(), "feedwright-pool-"));
const flags = { title: "T", url: "https://news.example/" };
const config = await loadConfig({ cwd: folder, flags });
const site: Site = { settings: renderSettings(config), root: folder, now: 0, people: new Map() };
const tasks: readonly Task[] = Array.from({ length: 1000 }, (_, row) => {
  return { row, path: `${row}.md`, state: [0, 0, 0, 0], moment: undefined };
});

/** A thread's program that answers each batch as given. */
function scriptOf(answers: string): URL {
  const path = join(mkdtempSync(join(folder, "script-")), "worker.mjs");
  const program = `import { workerData } from "node:worker_threads";
const { port, answered } = workerData;
port.on("message", (tasks) => {
  ${answers}
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});`;
  writeFileSync(path, program);
  return pathToFileURL(path);
}

/** Takes every task's result in order, and says who made it. */
function taken(script: URL, threads: number) {
  const makers: string[] = [];
  const own = ({ row }: Task) =>
    ({ row, parts: { rest: "own", contentHtml: undefined }, content: undefined }) satisfies Answer;
  const pool = new RenderPool({ tasks, own, site, script, threads, patience: 300 });
  onTestFinished(() => pool.close());
  for (const { row } of tasks) {
    const result = pool.take(row) ?? { row, parts: { rest: "self" } };
    expect(result.row).toBe(row);
    makers.push(result.parts?.rest ?? "");
  }
  return new Set(makers);
}

const answering = 'port.postMessage(tasks.map(({ row }) => ({ row, parts: { rest: "thread" } })));';

test.each([1, 3])("results come in order, from %i threads and the caller's own", (threads) => {
  const makers = taken(scriptOf(answering), threads);
  expect(makers).toContain("thread");
  expect(makers).toContain("self");
});

test("a thread that answers late, out of order or twice changes nothing", () => {
  const disorder = `${answering.replace("tasks.map", "tasks.toReversed().map")} ${answering}`;
  expect(taken(scriptOf(disorder), 2)).toContain("thread");
});

test.each([
  ["never answers", ""],
  ["dies of its first task", "process.exit();"],
  ["throws", 'throw new Error("no");'],
])("where a thread %s, the caller's own does its work", (_, program) => {
  expect([...taken(scriptOf(program), 1)]).not.toContain("thread");
});
