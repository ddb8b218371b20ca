/** A thread that renders: batches of tasks come in, their answers go out. */
import { workerData } from "node:worker_threads";
import { ArticleReader, zoneOf } from "../../parse/index.ts";
import type { Renderer } from "../../render/index.ts";
import { partsOf } from "../parts.ts";
import { createRenderer } from "../renderer.ts";
import type { Answer, Task, WorkerStart } from "./messages.ts";

/** Only the main thread has the table of all articles: what asks for another one's page is left to it. */
const noTable = (): undefined => undefined;

function answerTo(task: Task, renderer: Renderer): Answer {
  const { rendering, content } = renderer.render(task);
  const isWhole = rendering.uses.pages.length === 0;
  return { row: task.row, parts: isWhole ? partsOf(rendering) : undefined, content };
}

async function work({ port, answered, settings, root, now, people }: WorkerStart): Promise<void> {
  const zone = await zoneOf(settings.site.timezone);
  const reader = new ArticleReader({ ...settings, zone, now, people }, root);
  const { renderer } = createRenderer(settings, reader, noTable);
  port.on("message", (tasks: readonly Task[]) => {
    port.postMessage(tasks.map((task) => answerTo(task, renderer)));
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
}

await work(workerData);
