import type { Config } from "./config.ts";

/** What articles are rendered to: whole, where any feed carries them so, or pages do. */
export function renderedContent({ feeds, scopes, selections, partners, pages }: Config): "full" | "summary" {
  if (pages !== undefined) return "full";
  const profiles = partners.map(({ profile: { content = "full" } }) => ({ content }));
  return [feeds, ...scopes, ...selections, ...profiles].some(({ content }) => content === "full")
    ? "full"
    : "summary";
}

/** Whether feeds are chosen by what their articles are about. */
export function choosesFeeds({ scopes, selections, partners }: Config): boolean {
  return scopes.length + selections.length + partners.length > 0;
}

/** Whether it has to be known what articles are about: pages are divided by topics, too. */
export function asksForTraits(config: Config): boolean {
  return choosesFeeds(config) || config.pages !== undefined;
}
