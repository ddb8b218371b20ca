import type { OwnFeed, Site } from "../config/index.ts";

/** Title and description of a further feed, by their templates. */
export function titled(
  { title = "{name} – {site}", description }: Pick<OwnFeed, "title" | "description">,
  name: string,
  site: Pick<Site, "title">,
): { readonly title: string; readonly description: string | undefined } {
  const fill = (template: string) =>
    template.replace(/\{(name|site)\}/g, (_, word) => (word === "name" ? name : site.title));
  return { title: fill(title), description: description && fill(description) };
}
