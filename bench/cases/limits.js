import { join } from "node:path";
import { siteOf } from "../corpus.js";
import { inTurn, node } from "../measure.js";
import { median } from "../statistics.js";
import { table } from "../table.js";

/**
 * What nothing can be quicker than: Node's own start, and looking at every file.
 * @param {{ runs: number, articles: number }} options
 */
export function limits({ runs, articles }) {
  const content = join(siteOf(articles), "articles");
  const look = {
    name: `find: ${articles.toLocaleString("en")} files`,
    command: "find",
    args: [content, "-printf", "%p %s %T@\n"],
  };
  const results = [node("node -e 0", ["-e", "0"]), look].flatMap((each) => tried(each, runs));
  return table(["limit", "wall"], results);
}

/** Not every `find` knows `-printf`; a limit that can't be told is left out. */
function tried(contestant, runs) {
  try {
    const [[name, all]] = inTurn([contestant], runs);
    return [[name, `${median(all.map(({ wall }) => wall)).toFixed(3)} s`]];
  } catch {
    return [];
  }
}
