import { fileURLToPath } from "node:url";
import { inTurn, node } from "../measure.js";
import { median, ratio } from "../statistics.js";
import { table } from "../table.js";

const program = fileURLToPath(new URL("../write.js", import.meta.url));

const names = new Map([
  ["feed", (format) => `feed, ${format}`],
  ["feedwright", (format) => `feedwright, ${format}`],
  ["stream", (format) => `feedwright, ${format} as a stream`],
  ["writer", (format) => `feedwright, ${format} in a build`],
]);

/**
 * 10,000 items of 6 kB through each writer: MB of the document a second, the writing alone, and the
 * peak of the process.
 * @param {{ runs: number }} options
 */
export function writers({ runs }) {
  const rows = ["rss", "atom", "json"].flatMap((format) => rowsOf(format, runs));
  return table(["writer", "speed", "ratio", "peak"], rows);
}

function rowsOf(format, runs) {
  const contestants = [...names.keys()].map((who) => node(who, [program, who, format]));
  const results = inTurn(contestants, runs);
  const theirs = results.get("feed").map(megabytesASecond);
  return [...results].map(([who, all]) => {
    const speeds = all.map(megabytesASecond);
    return [
      names.get(who)(format),
      `${median(speeds).toFixed(0)} MB/s`,
      ratio(speeds, theirs).toFixed(2),
      `${median(all.map(({ peak }) => peak)).toFixed(0)} MB`,
    ];
  });
}

function megabytesASecond({ output }) {
  const { seconds, megabytes } = JSON.parse(output);
  return megabytes / seconds;
}
