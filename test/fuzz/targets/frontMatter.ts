import assert from "node:assert/strict";
import type { Target } from "../engine/target.ts";
import { expectSound } from "../oracles/item.ts";
import { expectPlaced } from "../oracles/placed.ts";
import { articlesOfCases, yamlSuite } from "../seeds/files.ts";
import { heads, headWords } from "../seeds/heads.ts";
import { put, scratchFolder } from "./folder.ts";
import { expectExplained, readingOf } from "./reading.ts";

const folder = scratchFolder();
const { reader, renderer } = readingOf(folder);
const names = ["story.md", "2025-02-23-story.md", "story.uk.mdx"];

/** An article's file, whole: an article or a reason comes of it, and the article goes through to the feeds. */
export const frontMatter: Target = {
  name: "frontMatter",
  words: headWords,
  *seeds() {
    yield* heads;
    yield* articlesOfCases();
    for (const source of yamlSuite()) yield `---\ntitle: A\ndate: 2025-02-23\n${source}\n---\nText.\n`;
  },
  attempt(input) {
    const name = names[input.length % names.length] ?? "";
    const path = put(folder, name, input);
    const { article, problems, state } = reader.head(name);
    expectExplained(problems, article !== undefined);
    expectPlaced(problems, name, input.toString());
    if (article === undefined || state === undefined) return;
    assert.equal(new URL(article.permalink).origin, "https://news.example");
    for (const instant of [article.published, article.updated, article.embargo, article.expires])
      assert.ok(instant === undefined || Number.isFinite(instant));
    const rendered = renderer.render({ path: name, state, moment: undefined });
    const { item, problems: more } = rendered.rendering;
    expectExplained(more, item !== undefined);
    expectPlaced(more, path, input.toString());
    if (item !== undefined) expectSound(item);
  },
};
