import assert from "node:assert/strict";
import { isAbsolute } from "node:path";
import { loadConfig } from "../../../src/config/index.ts";
import type { Target } from "../engine/target.ts";
import { expectPlaced, orProblems } from "../oracles/placed.ts";
import { configs, configWords } from "../seeds/configs.ts";
import { configsOfCases, yamlSuite } from "../seeds/files.ts";
import { put, scratchFolder } from "./folder.ts";

const folder = scratchFolder();

/** A `feedwright.yaml`: a configuration comes of it, or problems at its lines. */
export const config: Target = {
  name: "config",
  words: configWords,
  *seeds() {
    yield* configs;
    yield* configsOfCases();
    for (const source of yamlSuite()) yield `site: { title: A, url: https://news.example/ }\n${source}`;
  },
  async attempt(input) {
    put(folder, "feedwright.yaml", input);
    const loaded = await orProblems(() => loadConfig({ cwd: folder }));
    if (!("site" in loaded)) {
      assert.ok(loaded.length > 0, "refused without a word");
      return expectPlaced(loaded, "feedwright.yaml", input.toString());
    }
    const { site, content, output, feeds } = loaded;
    assert.match(site.url, /^https?:\/\/[^/].*\/$/);
    assert.ok(isAbsolute(content) && isAbsolute(output));
    assert.ok(feeds.formats.length > 0 && feeds.limit > 0);
    for (const url of [site.image, site.icon, site.favicon, ...loaded.websub.hubs])
      if (url !== undefined) assert.match(url, /^https?:\/\/[^/]/);
  },
};
