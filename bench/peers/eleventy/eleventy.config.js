// As lean as Eleventy gets: articles are read, but neither rendered nor written; the feeds render
// the newest ones themselves.
import { load } from "js-yaml";
import { feeds } from "./feeds.js";

/** @param {import("@11ty/eleventy").UserConfig} config */
export default function (config) {
  config.setFrontMatterParsingOptions({ engines: { yaml: head } });
  config.addPreprocessor("drafts", "md", ({ draft }) => (draft ? false : undefined));
  for (const [name, { path, text }] of Object.entries(feeds)) {
    config.addFilter(name, text);
    config.addTemplate(`${name}.liquid`, `{{ collections.all | ${name} }}`, { permalink: path });
  }
  return {
    dir: { input: "../../articles", output: "_site" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "liquid"],
  };
}

/**
 * A permalink without `build` is neither rendered nor written. And tags go by another name, as each
 * would make a collection, for which all articles are looked through and sorted.
 */
function head(text) {
  const { tags, ...data } = load(text);
  return { ...data, labels: tags, permalink: { articles: "unrendered" } };
}
