import assert from "node:assert/strict";
import { loadConfig } from "../../../src/config/index.ts";
import { read } from "../../formats/reader.ts";
import { fullChannel, fullItem, tombstone } from "../../formats/samples.ts";
import { recipient, written } from "../../partners/support.ts";
import type { Target } from "../engine/target.ts";
import { expectPlaced, orProblems } from "../oracles/placed.ts";
import { builtInProfiles } from "../seeds/files.ts";
import { profileSeeds, profileWords } from "../seeds/profiles.ts";
import { put, scratchFolder } from "./folder.ts";

const folder = scratchFolder();
put(
  folder,
  "feedwright.yaml",
  "site: { title: A, url: https://news.example/ }\npartners: [{ profile: ./own.yaml }]\n",
);
const hostile = {
  title: "]]> <b>&amp;\u0001\uFFFF",
  summary: undefined,
  contentHtml: "<p>]]&gt; &amp;</p>",
  id: "urn:b",
};
const stories = [
  { item: fullItem, file: "a.md", extra: { desk: "wire" } },
  { item: { ...fullItem, ...hostile }, file: "b.md", extra: {} },
];
const now = tombstone.when + 3_600_000;

/** A partner's profile: a document comes of it that can be read, or problems at its lines. */
export const profiles: Target = {
  name: "profiles",
  words: profileWords,
  *seeds() {
    yield* profileSeeds;
    yield* builtInProfiles();
  },
  async attempt(input) {
    put(folder, "own.yaml", input);
    const loaded = await orProblems(() => loadConfig({ cwd: folder }));
    if (!("partners" in loaded)) {
      assert.ok(loaded.length > 0, "refused without a word");
      return expectPlaced(loaded, "own.yaml", input.toString());
    }
    for (const { profile } of loaded.partners) {
      const sources = { channel: fullChannel, stories, tombstones: [tombstone], now };
      const { text } = written(recipient(profile), sources);
      if (/^(?:json|json-feed)$/.test(profile.format)) JSON.parse(text);
      else read(text);
    }
  },
};
