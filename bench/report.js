/** Results as tables. */
import { us } from "./feedwright.js";
import { median, ratio } from "./statistics.js";
import { table } from "./table.js";

/**
 * @param {string} title
 * @param {Map<number, import("./measure.js").Results>} measured by the number of articles
 */
export function buildTable(title, measured) {
  const rows = [...measured].flatMap(([articles, results]) => rowsOf(articles, results));
  const head = ["articles: command", "wall", "CPU", "peak", "feedwright ÷ it"];
  return `${title}\n\n${table(head.slice(0, rows[0].length), rows)}`;
}

function rowsOf(articles, results) {
  const ours = results.has(us) ? wallsOf(results, us) : undefined;
  return [...results].map(([who, runs]) => [
    `${count(articles)}: ${who}`,
    seconds(median(wallsOf(results, who))),
    runs[0].cpu === undefined ? "" : seconds(median(runs.map(({ cpu }) => cpu))),
    runs[0].peak === undefined ? "" : megabytes(median(runs.map(({ peak }) => peak))),
    ...(ours ? [ratio(ours, wallsOf(results, who)).toFixed(2)] : []),
  ]);
}

/** @param {import("./measure.js").Results} results @param {string} who */
export function wallsOf(results, who) {
  return results.get(who).map(({ wall }) => wall);
}

/** @param {import("./measure.js").Results} results @param {string} who */
export function peakOf(results, who) {
  return median(results.get(who).map(({ peak }) => peak));
}

/** Two figures that count, whatever its size. */
export function seconds(value) {
  return `${value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 1)} s`;
}

export function megabytes(value) {
  return `${value.toFixed(0)} MB`;
}

export function count(articles) {
  return articles.toLocaleString("en");
}
