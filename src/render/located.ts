import type { Problem } from "../problems/index.ts";
import { readRegular } from "../regularFile.ts";
import { decoded } from "../url.ts";

/** A problem with the line and column of the text that it is about, where its file has that text. */
export function located(problem: Problem, absolutePath: string): Problem {
  const { place } = problem;
  if (place?.text === undefined) return problem;
  const before = textBefore(place.text, absolutePath);
  if (before === undefined) return { ...problem, place: { file: place.file } };
  const line = before.split("\n").length;
  return { ...problem, place: { file: place.file, line, column: before.length - before.lastIndexOf("\n") } };
}

function textBefore(text: string, absolutePath: string): string | undefined {
  try {
    const source = readRegular(absolutePath)
      .replace(/^\uFEFF/, "")
      .replace(/\r\n?/g, "\n");
    // An address from a body is percent-encoded; its author may have written it as it is.
    const at = [text, decoded(text)].map((each) => source.indexOf(each)).find((found) => found !== -1);
    return at === undefined ? undefined : source.slice(0, at);
  } catch {
    return undefined;
  }
}
