import { contentKey, type RenderingCache, stateKey } from "../cache/index.ts";
import type { Config } from "../config/index.ts";
import type { FileState } from "../fileState.ts";
import { formats } from "../formats/index.ts";
import type { Stories } from "../index/index.ts";
import type { Instant } from "../model.ts";
import { ProblemError } from "../problems/index.ts";
import { bytesOf, type OutputFile } from "../publish/index.ts";
import { type Assets, createAssets, hold, Renderer, type Rendering } from "../render/index.ts";

/** What is rendered, and where renderings are kept. */
export interface RenderingOptions {
  readonly config: Config;
  readonly stories: Stories;
  readonly cache: RenderingCache;
  /** When the build is, for an article that has a change still to come. */
  readonly momentOf: (row: number) => Instant | undefined;
}

/** Articles as they were rendered: by an earlier build where all that this hung on is as it was, or else now. */
export class Renderings {
  readonly assets: Assets;
  readonly #stories: Stories;
  readonly #cache: RenderingCache;
  readonly #renderer: Renderer;
  readonly #momentOf: (row: number) => Instant | undefined;

  constructor({ config, stories, cache, momentOf }: RenderingOptions) {
    const { content, site, feeds } = config;
    const { reader, permalinkOf } = stories;
    this.#stories = stories;
    this.#cache = cache;
    this.#momentOf = momentOf;
    this.assets = createAssets(content, site.url, feedFiles);
    const { content: mode, readingTime } = feeds;
    this.#renderer = new Renderer({ reader, assets: this.assets, site, mode, readingTime, permalinkOf });
  }

  of(row: number): Rendering {
    return this.#kept(row) ?? this.#rendered(row);
  }

  /** The local files that were named so far. */
  media(): OutputFile[] {
    return this.assets.found().map(({ path, outputPath, identity }) => {
      return { path: outputPath, chunks: bytesOf(path, identity) };
    });
  }

  #kept(row: number): Rendering | undefined {
    if (this.#cache.isEmpty) return undefined;
    const { path, state, moment } = this.#file(row);
    const key = stateKey(path, state, moment);
    const byState = key && this.#valid(path, this.#cache.byState(key));
    if (byState) return byState;
    const content = this.#content(path, state);
    if (content === undefined) return undefined;
    const keys = { content: contentKey(path, content, moment), state: key };
    return this.#valid(path, this.#cache.byContent(keys));
  }

  #rendered(row: number): Rendering {
    const { path, state, moment } = this.#file(row);
    const { content, ...rendering } = this.#renderer.render(path, state);
    if (content && rendering.item) {
      const keys = { content: contentKey(path, content, moment), state: stateKey(path, state, moment) };
      this.#cache.add(keys, Buffer.from(JSON.stringify(rendering)));
    }
    return rendering;
  }

  #file(row: number) {
    return { path: this.#stories.path(row), state: this.#stories.state(row), moment: this.#momentOf(row) };
  }

  /** A kept rendering, if all that it hung on beside its article is as it was. */
  #valid(path: string, bytes: Buffer | undefined): Rendering | undefined {
    if (bytes === undefined) return undefined;
    // What stands behind a checksum was written as it is read: by this very program.
    const rendering: Rendering = JSON.parse(bytes.toString());
    return hold(rendering.uses, path, this.assets, this.#stories.permalinkOf) ? rendering : undefined;
  }

  /** Nothing where it can't be read: rendering will say why. */
  #content(path: string, state: FileState): Uint8Array | undefined {
    try {
      return this.#stories.reader.content(path, state);
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}

/** Names in the output folder that no picture may have. */
const feedFiles = Object.values(formats).map(({ fileName }) => fileName);
