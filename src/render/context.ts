import type { Limits } from "../config/index.ts";
import type { Person } from "../model.ts";
import type { Report } from "../problems/index.ts";
import type { Assets } from "./assets.ts";

/** What rendering has to know of the site. */
export interface RenderSite {
  /** Absolute, ending in `/`. */
  readonly url: string;
  /** Stand in where an article names none. */
  readonly authors: readonly Person[];
  readonly language?: string | undefined;
}

/** What all articles of a build share. */
export interface RenderContext {
  readonly site: RenderSite;
  /** `summary`: items without `contentHtml`. */
  readonly mode: "full" | "summary";
  /** Whether each article begins with how long it takes. */
  readonly readingTime?: boolean | undefined;
  /** Hosts, in lower case, whose frames may be shown. */
  readonly embeds: readonly string[];
  readonly limits: Limits;
  readonly assets: Assets;
  /**
   * The page of the published article that a path below the content folder names, with its ending
   * or without; or that a name alone does, where only one article has it.
   */
  readonly permalinkOf?: ((path: string) => string | undefined) | undefined;
  readonly report: Report;
}
