import type { Config } from "./config.ts";

/** What articles are rendered to: whole, where any feed carries them so. */
export function renderedContent({ feeds, scopes, selections }: Config): "full" | "summary" {
  return [feeds, ...scopes, ...selections].some(({ content }) => content === "full") ? "full" : "summary";
}

/** Whether feeds are chosen by what their articles are about. */
export function asksForTraits({ scopes, selections }: Config): boolean {
  return scopes.length > 0 || selections.length > 0;
}
