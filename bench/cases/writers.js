import { fileURLToPath } from "node:url";
import { inTurn, node } from "../measure.js";
import { median, ratio } from "../statistics.js";
import { table } from "../table.js";

const program = fileURLToPath(new URL("../write.js", import.meta.url));

/**
 * 10,000 items of 6 kB through each writer: MB of the document a second, the writing alone, and the
 * peak of the process.
 * @param {{ runs: number }} options
 */
export function writers({ runs }) {
  const rows = ["rss", "atom", "json"].map((format) => row(format, runs));
  return table(["writer", "feedwright", "feed", "ratio", "peak", "feed's peak"], rows);
}

function row(format, runs) {
  const results = inTurn(
    ["feedwright", "feed"].map((who) => node(who, [program, who, format])),
    runs,
  );
  const [ours, theirs] = ["feedwright", "feed"].map((who) => results.get(who));
  const [speed, theirSpeed] = [ours, theirs].map((all) => all.map(megabytesASecond));
  return [
    format,
    `${median(speed).toFixed(0)} MB/s`,
    `${median(theirSpeed).toFixed(0)} MB/s`,
    ratio(speed, theirSpeed).toFixed(2),
    ...[ours, theirs].map((all) => `${median(all.map(({ peak }) => peak)).toFixed(0)} MB`),
  ];
}

function megabytesASecond({ output }) {
  const { seconds, megabytes } = JSON.parse(output);
  return megabytes / seconds;
}
