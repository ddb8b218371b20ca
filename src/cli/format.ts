import { ProblemError, problem } from "../problems/index.ts";
import type { Flag, Given } from "./flags.ts";

const formats = ["text", "json", "sarif", "github"] as const;

/** How a command reports: to people, or to programs. */
export type Format = (typeof formats)[number];

/** The flags that say how. */
export const formatFlags = {
  json: { text: "Report as one JSON document; the same as --format json" },
  format: {
    value: "NAME",
    choices: formats,
    text: "text; json; sarif, for code scanning and editors; github, as annotations in its workflows",
  },
} as const satisfies Readonly<Record<string, Flag>>;

/**
 * How a command is to report.
 * @throws ProblemError flag-value, where it is none, or two
 */
export function formatOf({ values, switches }: Pick<Given, "values" | "switches">): Format {
  const seen = values.get("format");
  const json = switches.has("json");
  const format = formats.find((name) => name === (seen ?? (json ? "json" : "text")));
  if (format !== undefined && !(json && format !== "json")) return format;
  const expected = json ? "json, where --json stands too" : "text, json, sarif or github";
  throw new ProblemError(problem("flag-value", { flag: "--format", seen, expected }));
}

/** The same of a command line that is wrong elsewhere: whoever asked for it in a format is told of that so, too. */
export function formatAsked(argv: readonly string[]): Format {
  if (argv.includes("--json")) return "json";
  const at = argv.findIndex((word) => word.startsWith("--format"));
  const seen = argv[at]?.startsWith("--format=") ? argv[at].slice("--format=".length) : argv[at + 1];
  return (at < 0 ? undefined : formats.find((name) => name === seen)) ?? "text";
}
