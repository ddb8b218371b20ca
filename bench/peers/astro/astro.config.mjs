import { defineConfig } from "astro/config";

// As lean as Astro gets: two endpoints and no page; its loader renders every article when it reads it.
export default defineConfig({
  site: "https://news.example/",
  cacheDir: "./cache",
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, smartypants: false },
});
