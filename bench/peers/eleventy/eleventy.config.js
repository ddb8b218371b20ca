// As lean as Eleventy gets: articles are read, but neither rendered nor written; the feeds render
// the newest ones themselves.
import { feeds } from "./feeds.js";

/** @param {import("@11ty/eleventy").UserConfig} config */
export default function (config) {
  config.addPreprocessor("articles", "md", (data) => {
    if (data.draft) return false;
    // An object without `build`: neither rendered nor written.
    data.permalink = { articles: "unrendered" };
  });
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
