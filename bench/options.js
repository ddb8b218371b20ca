/** What a run of the bench is to do, from its command line. */
import { parseArgs } from "node:util";
import { builds } from "./cases/builds.js";

const names = ["writers", "limits", ...Object.keys(builds), "scale"];

/**
 * @typedef {ReturnType<typeof planOf>} Plan
 * @param {string[]} args
 */
export function planOf(args) {
  const { values: flags, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      large: { type: "boolean", default: false },
      size: { type: "string" },
      runs: { type: "string" },
      peers: { type: "string" },
      install: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      clean: { type: "boolean", default: false },
    },
  });
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown) throw new Error(`no case is called ${unknown}; there are ${names.join(", ")}`);
  return {
    ...flags,
    command: ["npm run bench", ...(args.length > 0 ? ["--", ...args] : [])].join(" "),
    cases: names.filter((name) => positionals.length === 0 || positionals.includes(name)),
    /** @param {string} name of a case */
    sizes: (name) => (flags.size ? given(flags.size) : usualSizes(name, flags)),
    /** @param {string} name @param {number} [articles] */
    runs: (name, articles = 0) => (flags.runs ? number(flags.runs) : usualRuns(name, articles, flags)),
  };
}

/** All articles of 1,000,000 would be a document of 5 GB: nobody's feed. */
function usualSizes(name, { quick, large }) {
  if (quick) return [1000, 10_000];
  return [1000, 10_000, 100_000, ...(large && name !== "all" ? [1_000_000] : [])];
}

function usualRuns(name, articles, { quick }) {
  if (quick) return name === "writers" || name === "all" ? 1 : 2;
  if (articles >= 1_000_000) return 2;
  if (articles >= 100_000) return name === "all" ? 2 : 3;
  return 5;
}

function given(sizes) {
  return sizes.split(",").map(number);
}

function number(text) {
  const value = Number(text.replaceAll("_", ""));
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no number of anything`);
  return value;
}
