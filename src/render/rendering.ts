import { contentKey } from "../cache/index.ts";
import type { FileState } from "../fileState.ts";
import type { Instant, Item } from "../model.ts";
import type { ArticleReader } from "../parse/index.ts";
import { type Problem, ProblemError } from "../problems/index.ts";
import type { Assets } from "./assets.ts";
import type { RenderContext } from "./context.ts";
import { located } from "./located.ts";
import { renderItem } from "./renderItem.ts";
import { type Uses, UsesRecorder } from "./uses.ts";

/** A file with an article in it, as the heads' table tells of it. */
export interface ArticleFile {
  /** Below the content folder. */
  readonly path: string;
  /** As it was when its head was read. */
  readonly state: FileState;
  /** When the build is, where the article has a change that is still to come. */
  readonly moment: Instant | undefined;
}

/** What became of an article. */
export interface Rendering {
  /** Nothing where it can't be published. */
  readonly item?: Item | undefined;
  readonly problems: readonly Problem[];
  readonly uses: Uses;
}

/** What all articles of a build are rendered with. */
export interface RendererOptions
  extends Pick<RenderContext, "site" | "mode" | "readingTime" | "permalinkOf" | "embeds" | "limits"> {
  readonly reader: ArticleReader;
  readonly assets: Assets;
}

/** Reads and renders articles, and notes what each hung on beside its file. */
export class Renderer {
  constructor(private readonly options: RendererOptions) {}

  /** @returns the rendering, and the key of the content that it was made of, where that could be read */
  render({ path, state, moment }: ArticleFile): { rendering: Rendering; content: string | undefined } {
    const { reader, assets, permalinkOf, ...context } = this.options;
    const problems: Problem[] = [];
    const report = (each: Problem) => problems.push(located(each, reader.absolutePath(path)));
    const recorder = new UsesRecorder(assets, permalinkOf);
    let item: Item | undefined;
    let content: string | undefined;
    try {
      const story = reader.story(path, state);
      content = contentKey(path, story.content, moment);
      item = renderItem(story.article, story.body, { ...context, ...recorder.recorded, report });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
    return { rendering: { item, problems, uses: recorder.uses() }, content };
  }
}
