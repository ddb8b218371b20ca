import { annotations } from "./annotations.ts";
import type { Format } from "./format.ts";
import { jsonReport, type Outcome } from "./json.ts";

/** What a program is told of a build, or of why there was none. */
export async function documentOf(format: Exclude<Format, "text">, outcome: Outcome): Promise<string> {
  // With all that it explains, it is loaded for those alone who ask for it.
  if (format === "sarif") return (await import("./sarif.ts")).sarifLog(outcome);
  return format === "github" ? annotations(outcome) : jsonReport(outcome);
}
