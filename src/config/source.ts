import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { extname, relative } from "node:path";
import { type Place, type Problem, ProblemError, problem } from "../problems/index.ts";
import { type PlaceInYaml, parseYaml, placesInYaml, YamlError } from "../yaml/index.ts";
import { importModule } from "./module.ts";

type Mapping = Readonly<Record<string, unknown>>;

/** A configuration as it was read, not yet checked. */
export interface Source {
  readonly data: Mapping;
  /** Where a key, or its value, stands; the nearest thing around it where it isn't written. */
  locate(path: readonly PropertyKey[], part: "key" | "value"): Place | undefined;
}

/** No file: everything comes from flags. */
export const noSource: Source = { data: {}, locate: () => undefined };

const largest = 1024 * 1024;

/**
 * Reads a configuration file: YAML or JSON as data, `.mjs`, `.js` and (where Node runs it) `.ts` as a
 * module whose default export is the configuration.
 * @param cwd what problems name the file from
 * @param known the file's text, where it was read already
 * @throws ProblemError
 */
export async function readSource(path: string, cwd: string, known?: string): Promise<Source> {
  const file = relative(cwd, path) || path;
  refuseUnusable(path, file);
  if (/\.[mc]?[jt]s$/.test(path)) {
    const data = shaped(await importModule(path, file), file);
    return { data, locate: () => ({ file }) };
  }
  const text = unixLines(known ?? readText(path, file));
  return { data: shaped(parse(text, file), file), locate: locatorIn(text, file) };
}

/** A FIFO or a device would never end. */
function refuseUnusable(path: string, file: string): void {
  const stat = attempt(
    () => statSync(path),
    (error) => problem("config-unreadable", { error }, { file }),
  );
  const seen = stat.isDirectory() ? "a folder" : "not a regular file";
  if (!stat.isFile()) throw new ProblemError(problem("config-not-file", { seen }, { file }));
  if (stat.size > largest) throw new ProblemError(problem("config-too-large", { limit: largest }, { file }));
}

function readText(path: string, file: string): string {
  const bytes = attempt(
    () => readFileSync(path),
    (error) => problem("config-unreadable", { error }, { file }),
  );
  if (!isUtf8(bytes)) throw new ProblemError(problem("config-not-utf8", {}, { file }));
  return bytes.toString("utf8");
}

/** Lines are counted by LF from here on, whatever ends them. */
function unixLines(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** JSON is read as YAML too, of which it is a part: errors and keys then have lines. */
function parse(text: string, file: string): unknown {
  return attempt(
    () => parseYaml(text),
    (error) => {
      if (!(error instanceof YamlError)) throw error;
      const { reason, line, column } = error;
      const language = extname(file) === ".json" ? "JSON" : "YAML";
      return problem("config-syntax", { language, reason }, { file, line, column });
    },
  );
}

function attempt<Result>(action: () => Result, worded: (error: unknown) => Problem): Result {
  try {
    return action();
  } catch (error) {
    throw new ProblemError(worded(error));
  }
}

function shaped(data: unknown, file: string): Mapping {
  if (data === null) return {};
  if (typeof data === "object" && !Array.isArray(data)) return { ...data };
  const seen = Array.isArray(data) ? "a list" : data === undefined ? "nothing" : "a single value";
  throw new ProblemError(problem("config-shape", { seen }, { file, line: 1, column: 1 }));
}

function locatorIn(text: string, file: string): Source["locate"] {
  let places: PlaceInYaml | undefined;
  return (path, part) => {
    places ??= placesInYaml(text);
    const steps = path.map((step) => (typeof step === "number" ? step : String(step)));
    for (let found = places(steps, part); ; found = places(steps))
      if (found !== undefined || steps.pop() === undefined) return { file, ...found };
  };
}
