import { importedDate } from "../dates.ts";
import { wholeText } from "../encoding.ts";
import type { SourceReader } from "../imported.ts";
import { htmlOfText } from "../text.ts";
import { storyIn } from "./story.ts";

/** In bytes. */
const largest = 16 * 1024 * 1024;

/** Reads the plain text of one article's page, as it is copied out of a browser. */
export const readPlainText: SourceReader = async function* (input, { report }) {
  const text = (await wholeText(input, report, largest)).replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const story = storyIn(blocksOf(text));
  const place = { file: input.name };
  yield {
    place,
    title: story.title,
    contentHtml: htmlOfText(story.body.map((block) => block.text).join("\n\n")),
    summary: story.summary,
    date: importedDate(story.date, place, report),
    authors: story.author === undefined ? [] : [{ name: story.author }],
    topic: story.topic,
    tags: [],
    credit: story.credit === undefined ? undefined : { name: story.credit },
  };
};

/** Paragraphs; where no blank lines separate them, each line is one. At the top lines stand close together. */
function blocksOf(text: string): readonly { readonly text: string }[] {
  const separated = text.trim().split(/\n[ \t]*\n\s*/);
  const blocks =
    separated.length < 3
      ? text.split("\n")
      : separated.flatMap((block, at) => (at < 6 ? shortLines(block) : [block]));
  return blocks.map((block) => ({ text: block.trim() })).filter(({ text: said }) => said !== "");
}

function shortLines(block: string): readonly string[] {
  const lines = block.split("\n");
  return lines.every((line) => line.length < 120 && !/[.!?]$/.test(line.trim())) ? lines : [block];
}
