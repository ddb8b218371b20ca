/**
 * What the project wants of its speed, held against a run's figures. Times are told as ratios of
 * runs taken in turn, so that they hold on any machine; what wasn't measured is left out.
 *
 * @typedef {Map<number, import("./measure.js").Results>} Measured by the number of articles
 * @typedef {{
 *   articles: number, what: string, most: number, unit?: string,
 *   figure: (results: import("./measure.js").Results, measured: Measured) => number,
 * }} Target
 */
import { everythingName, unchangedName } from "./cases/builds.js";
import { us } from "./feedwright.js";
import { findName, headsName, startName } from "./limits/index.js";
import { count, peakOf, wallsOf } from "./report.js";
import { exponent, median, ratio } from "./statistics.js";
import { table } from "./table.js";

const [few, many, most] = [10_000, 100_000, 1_000_000];

/** @type {Record<string, Target[]>} by the case */
const targets = {
  unchanged: [
    times(few, "S + F", 2.0, startName, findName),
    times(many, "S + F", 1.7, startName, findName),
    times(many, "Hugo", 0.06, "hugo"),
    times(many, "the script", 0.075, "script"),
    peak(many, 150),
    times(most, "S + F", 1.8, startName, findName),
    peak(most, 450),
  ],
  changed: [extra(few), extra(many)],
  added: [extra(few), extra(many)],
  cold: [
    times(few, "Hugo", 0.45, "hugo"),
    times(few, "the script", 0.55, "script"),
    times(many, "Hugo", 0.18, "hugo"),
    times(many, "the script", 0.22, "script"),
    peak(many, 300),
    times(most, "H", 3, headsName),
    peak(most, 600),
  ],
  all: [
    times(few, "the script", 0.5, "script"),
    peak(few, 250),
    times(many, "the script", 0.45, "script"),
    peak(many, 512),
    growth(few, many, 1.1),
  ],
  scopes: [times(few, "one feed of everything", 2, everythingName)],
};

/**
 * @param {string} name of a case
 * @param {Measured} measured
 * @returns {string} a table, or nothing where there is no target or nothing to hold against it
 */
export function targetTable(name, measured) {
  const rows = (targets[name] ?? []).flatMap((target) => rowsOf(target, measured));
  return rows.length === 0 ? "" : table(["target", "wanted", "figure", ""], rows);
}

function rowsOf({ articles, what, most, unit = "", figure }, measured) {
  const results = measured.get(articles);
  const value = results && figure(results, measured);
  if (value === undefined) return [];
  const digits = unit === " MB" ? 0 : 3;
  const verdict = value <= most ? "met" : "not met";
  return [[`${count(articles)}: ${what}`, `≤ ${most}${unit}`, `${value.toFixed(digits)}${unit}`, verdict]];
}

/** At most so many times what others take together. */
function times(articles, whose, most, ...others) {
  const figure = (results) => {
    if (!others.every((name) => results.has(name))) return undefined;
    const theirs = others.map((name) => wallsOf(results, name));
    const sums = theirs[0].map((_, run) => theirs.reduce((sum, walls) => sum + walls[run], 0));
    return ratio(wallsOf(results, us), sums);
  };
  return { articles, what: `wall, of ${whose}`, most, figure };
}

function peak(articles, most) {
  return { articles, what: "peak", most, unit: " MB", figure: (results) => peakOf(results, us) };
}

/** What an edit costs beyond a build in which nothing changed, in starts of Node. */
function extra(articles) {
  const figure = (results) => {
    const [edited, unchanged] = [wallsOf(results, us), wallsOf(results, unchangedName)];
    const start = wallsOf(results, startName);
    return median(edited.map((wall, run) => (wall - unchanged[run]) / start[run]));
  };
  return { articles, what: "wall beyond unchanged", most: 2, unit: " S", figure };
}

function growth(smaller, larger, most) {
  const figure = (results, measured) => {
    if (!measured.has(smaller)) return undefined;
    const wall = (of) => median(wallsOf(of, us));
    return exponent([smaller, wall(measured.get(smaller))], [larger, wall(results)]);
  };
  return { articles: larger, what: `exponent from ${count(smaller)}`, most, figure };
}
