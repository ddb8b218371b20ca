import { us } from "../feedwright.js";
import { startName } from "../limits/index.js";
import { count, megabytes, peakOf, seconds, wallsOf } from "../report.js";
import { exponent, median } from "../statistics.js";
import { table } from "../table.js";
import { builds } from "./builds.js";

/**
 * How feedwright's cases grow from one size to the next; "net" is without Node's own start.
 * @param {import("../session.js").Session} session
 */
export function scale(session) {
  const rows = Object.keys(builds).flatMap((name) => rowsOf(name, session.measured(name)));
  const head = ["case: articles", "wall", "peak", "exponent", "net exponent"];
  return `scale: how feedwright grows\n\n${table(head, rows)}`;
}

function rowsOf(name, measured) {
  const points = [...measured].map(([articles, results]) => pointOf(articles, results));
  return points.map(({ articles, wall, net, peak }, index) => {
    const last = points[index - 1];
    return [
      `${name}: ${count(articles)}`,
      seconds(wall),
      megabytes(peak),
      last ? exponent([last.articles, last.wall], [articles, wall]).toFixed(2) : "",
      last ? exponent([last.articles, last.net], [articles, net]).toFixed(2) : "",
    ];
  });
}

function pointOf(articles, results) {
  const wall = median(wallsOf(results, us));
  const net = wall - median(wallsOf(results, startName));
  return { articles, wall, net, peak: peakOf(results, us) };
}
