import { existsSync } from "node:fs";
import { contentKey, type RenderingCache, stateKey } from "../cache/index.ts";
import type { Stories } from "../index/index.ts";
import type { Instant } from "../model.ts";
import { ProblemError, problem } from "../problems/index.ts";
import { bytesOf, type OutputFile } from "../publish/index.ts";
import { type ArticleFile, type Assets, hold, type Renderer, type Rendering } from "../render/index.ts";
import { bytesOf as bytesOfParts, joined, type Parts, partsFrom, partsOf } from "./parts.ts";
import type { Site, Task } from "./pool/messages.ts";
import { RenderPool, worthThreads } from "./pool/pool.ts";
import { createRenderer } from "./renderer.ts";

/** What is rendered, and where renderings are kept. */
export interface RenderingOptions {
  readonly site: Site;
  readonly stories: Stories;
  readonly cache: RenderingCache;
  /** When the build is, for an article that has a change still to come. */
  readonly momentOf: (row: number) => Instant | undefined;
  /** Rows whose files don't say any more what the table of heads does: their last version is wanted. */
  readonly kept: ReadonlySet<number>;
  /** Whether an article's last good version stands in where it can't be rendered. */
  readonly keepsBroken: boolean;
}

/** The threads' program, where it stands when the code is bundled: from `lib/chunks/`. */
const workerScript = new URL("../serialise/pool/worker.js", import.meta.url);

/** Articles as they were rendered: by an earlier build where all that this hung on is as it was, or else now. */
export class Renderings {
  readonly assets: Assets;
  readonly #options: RenderingOptions;
  readonly #renderer: Renderer;
  /** Rows that no earlier build has rendered as they are. */
  #missing = new Set<number>();
  #pool: RenderPool<Rendering> | undefined;
  /** Paths of articles that were rendered once, and can't be now. */
  readonly broken = new Set<string>();

  constructor(options: RenderingOptions) {
    const { site, stories } = options;
    const { renderer, assets } = createRenderer(site.settings, stories.reader, stories.permalinkOf);
    this.#options = options;
    this.#renderer = renderer;
    this.assets = assets;
  }

  /** Says which articles will be asked for, in their order: where many are to be rendered, threads begin. */
  expect(rows: readonly number[], script = workerScript): void {
    this.close();
    const tasks = this.#unknown(rows.map((row) => ({ row, ...this.#file(row) })));
    this.#missing = new Set(tasks.map(({ row }) => row));
    if (tasks.length < worthThreads || !existsSync(script)) return;
    const { site } = this.#options;
    this.#pool = new RenderPool({ tasks, own: (task) => this.#rendered(task), site, script });
  }

  of(row: number): Rendering {
    const file = this.#file(row);
    const last = this.#options.kept.has(row) ? this.#last(file) : undefined;
    const rendering = last ?? this.#kept(row, file) ?? this.#pooled(row, file) ?? this.#rendered(file);
    return rendering.item ? rendering : this.#lastInsteadOf(rendering, file);
  }

  /** What an article that can't be rendered said last, with what is wrong with it now. */
  #lastInsteadOf(broken: Rendering, file: ArticleFile): Rendering {
    const last = this.#last(file);
    if (last === undefined) return broken;
    this.broken.add(file.path);
    if (!this.#options.keepsBroken) return broken;
    const place = { file: this.#options.stories.reader.absolutePath(file.path) };
    return { ...last, problems: [...broken.problems, problem("article-stale", {}, place)] };
  }

  /** Whether all that an article's rendering hung on beside its file is as it was; local files that it names are noted. */
  hold(row: number, { uses }: Pick<Rendering, "uses">): boolean {
    return hold(uses, this.path(row), this.assets, this.#options.stories.permalinkOf);
  }

  /** Below the content folder. */
  path(row: number): string {
    return this.#options.stories.path(row);
  }

  /** The local files that were named so far. */
  media(): OutputFile[] {
    return this.assets.found().map(({ path, outputPath, identity }) => {
      return { path: outputPath, chunks: bytesOf(path, identity) };
    });
  }

  close(): void {
    this.#pool?.close();
    this.#pool = undefined;
  }

  /** Those that the cache doesn't have. */
  #unknown(tasks: readonly Task[]): readonly Task[] {
    const { cache } = this.#options;
    if (cache.isEmpty) return tasks;
    return tasks.filter((task) => {
      const state = stateKey(task);
      if (state !== undefined && cache.hasState(state)) return false;
      const content = this.#contentKey(task);
      return content === undefined || !cache.adopt({ content, state, path: task.path });
    });
  }

  #kept(row: number, file: ArticleFile): Rendering | undefined {
    const { cache } = this.#options;
    if (this.#missing.delete(row) || cache.isEmpty) return undefined;
    const state = stateKey(file);
    const byState = state === undefined ? undefined : this.#fromCache(cache.byState(state), file);
    if (byState) return byState;
    const content = this.#contentKey(file);
    return content === undefined ? undefined : this.#fromCache(cache.byContent(content), file);
  }

  #last(file: ArticleFile): Rendering | undefined {
    return this.#fromCache(this.#options.cache.lastAt(file.path), file);
  }

  #pooled(row: number, file: ArticleFile): Rendering | undefined {
    const result = this.#pool?.take(row);
    if (result === undefined || "problems" in result) return result;
    const { parts, content } = result;
    const rendering = parts && this.#valid(parts, file);
    if (parts && rendering) this.#keep(file, rendering, content, parts);
    return rendering;
  }

  #rendered(file: ArticleFile): Rendering {
    const { rendering, content } = this.#renderer.render(file);
    this.#keep(file, rendering, content);
    return rendering;
  }

  /** One that failed may do better the next time. */
  #keep(
    file: ArticleFile,
    rendering: Rendering,
    content: string | undefined,
    parts = partsOf(rendering),
  ): void {
    if (rendering.item && content)
      this.#options.cache.add({ content, state: stateKey(file), path: file.path }, bytesOfParts(parts));
  }

  #fromCache(bytes: Buffer | undefined, file: ArticleFile): Rendering | undefined {
    return bytes && this.#valid(partsFrom(bytes), file);
  }

  /** A rendering that was made elsewhere, if all that it hung on beside its article is as it was. */
  #valid(parts: Parts, { path }: ArticleFile): Rendering | undefined {
    const rendering = joined(parts);
    return hold(rendering.uses, path, this.assets, this.#options.stories.permalinkOf) ? rendering : undefined;
  }

  #file(row: number): ArticleFile {
    const { stories, momentOf } = this.#options;
    return { path: stories.path(row), state: stories.state(row), moment: momentOf(row) };
  }

  /** Nothing where it can't be read: rendering will say why. */
  #contentKey({ path, state, moment }: ArticleFile): string | undefined {
    try {
      return contentKey(path, this.#options.stories.reader.content(path, state), moment);
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}
