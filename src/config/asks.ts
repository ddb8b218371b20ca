import type { Config } from "./config.ts";

/** What articles are rendered to: whole, where any feed carries them so. */
export function renderedContent({ feeds, scopes, selections, partners }: Config): "full" | "summary" {
  const profiles = partners.map(({ profile: { content = "full" } }) => ({ content }));
  return [feeds, ...scopes, ...selections, ...profiles].some(({ content }) => content === "full")
    ? "full"
    : "summary";
}

/** Whether feeds are chosen by what their articles are about. */
export function asksForTraits({ scopes, selections, partners }: Config): boolean {
  return scopes.length + selections.length + partners.length > 0;
}
