import type { FileState } from "../fileState.ts";
import type { Item } from "../model.ts";
import type { ArticleReader } from "../parse/index.ts";
import { type Problem, ProblemError } from "../problems/index.ts";
import type { Assets } from "./assets.ts";
import type { RenderContext } from "./context.ts";
import { located } from "./located.ts";
import { renderItem } from "./renderItem.ts";
import { type Uses, UsesRecorder } from "./uses.ts";

/** What became of an article. */
export interface Rendering {
  /** Nothing where it can't be published. */
  readonly item?: Item | undefined;
  readonly problems: readonly Problem[];
  readonly uses: Uses;
}

/** The same, with the file that it was made of, where that could be read. */
export interface Rendered extends Rendering {
  readonly content?: Uint8Array | undefined;
}

/** What all articles of a build are rendered with. */
export interface RendererOptions
  extends Pick<RenderContext, "site" | "mode" | "readingTime" | "permalinkOf"> {
  readonly reader: ArticleReader;
  readonly assets: Assets;
}

/** Reads and renders articles, and notes what each hung on beside its file. */
export class Renderer {
  constructor(private readonly options: RendererOptions) {}

  /**
   * @param path below the content folder
   * @param state as the file was when its head was read
   */
  render(path: string, state: FileState): Rendered {
    const { reader, assets, permalinkOf, ...context } = this.options;
    const problems: Problem[] = [];
    const report = (each: Problem) => problems.push(located(each, reader.absolutePath(path)));
    const recorder = new UsesRecorder(assets, permalinkOf);
    let item: Item | undefined;
    let content: Uint8Array | undefined;
    try {
      const { article, body, content: read } = reader.story(path, state);
      content = read;
      item = renderItem(article, body, { ...context, ...recorder.recorded, report });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
    return { item, problems, uses: recorder.uses(), content };
  }
}
