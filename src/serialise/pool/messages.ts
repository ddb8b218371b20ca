import type { MessagePort } from "node:worker_threads";
import type { Instant } from "../../model.ts";
import type { People } from "../../parse/index.ts";
import type { ArticleFile } from "../../render/index.ts";
import type { Parts } from "../parts.ts";
import type { RenderSettings } from "../renderer.ts";

/** What a site's articles are rendered by, as it goes to another thread. */
export interface Site {
  readonly settings: RenderSettings;
  /** The content folder without links. */
  readonly root: string;
  readonly now: Instant;
  readonly people: People;
}

/** What a worker begins with. */
export interface WorkerStart extends Site {
  /** Tasks come in, answers go out; both in batches. */
  readonly port: MessagePort;
  /** One number: how many batches the workers have answered. */
  readonly answered: Int32Array;
}

/** An article to be rendered. */
export interface Task extends ArticleFile {
  readonly row: number;
}

/** What became of a task. */
export interface Answer {
  readonly row: number;
  /** A rendering's; nothing where only the main thread knows what it hangs on. */
  readonly parts: Parts | undefined;
  /** The key of the article's content, where that could be read. */
  readonly content: string | undefined;
}
