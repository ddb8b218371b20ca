import { vectors } from "../../render/vectors.ts";
import type { Target } from "../engine/target.ts";
import { expectSound } from "../oracles/item.ts";
import { expectPlaced } from "../oracles/placed.ts";
import { bodies, bodyWords } from "../seeds/bodies.ts";
import { bodiesOfCases, commonMark } from "../seeds/files.ts";
import { put, scratchFolder } from "./folder.ts";
import { expectExplained, readingOf } from "./reading.ts";

const folder = scratchFolder();
const { reader, renderer } = readingOf(folder);
const head = Buffer.from(
  "---\ntitle: A *story*\ndate: 2025-02-23\nimage: https://news.example/a.jpg\ncredit: AFP\n---\n",
);

/** A body in Markdown: a sound item comes of it, or a reason. */
export const markdown: Target = {
  name: "markdown",
  words: bodyWords,
  *seeds() {
    yield* bodies;
    yield* commonMark();
    yield* bodiesOfCases();
    yield* vectors;
  },
  attempt(input) {
    const content = Buffer.concat([head, input]);
    const path = put(folder, "story.md", content);
    const { state } = reader.head("story.md");
    if (state === undefined) throw new Error("the file is gone");
    const { item, problems } = renderer.render({ path: "story.md", state, moment: undefined }).rendering;
    expectExplained(problems, item !== undefined);
    expectPlaced(problems, path, content.toString());
    if (item !== undefined) expectSound(item);
  },
};
