import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { type Place, ProblemError, problem } from "../problems/index.ts";
import { locateInYaml, locateValueInYaml, parseYaml, YamlError } from "../yaml/index.ts";

/** A configuration as it was read, not yet checked. */
export interface Source {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where a key, or its value, stands; the file where that can't be told. */
  locate(path: readonly PropertyKey[], part: "key" | "value"): Place | undefined;
}

/** No file: everything comes from flags. */
export const noSource: Source = { data: {}, locate: () => undefined };

const names = ["yaml", "yml", "json", "mjs", "js", "ts"].map((ending) => `feedwright.${ending}`);
const largest = 1024 * 1024;

/** The configuration file in a folder or the nearest above it. */
export function findSource(folder: string): string | undefined {
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  const above = dirname(folder);
  return found ?? (above === folder ? undefined : findSource(above));
}

/**
 * Reads a configuration file: YAML or JSON as data, `.mjs`, `.js` and (where Node runs it) `.ts` as a
 * module whose default export is the configuration.
 * @param cwd what problems name the file from
 * @throws ProblemError config-unreadable, config-syntax, config-module, config-shape
 */
export async function readSource(path: string, cwd: string): Promise<Source> {
  const file = relative(cwd, path) || path;
  if (/\.[mc]?[jt]s$/.test(path)) return moduleSource(await load(path, file), file);
  const text = readText(path, file);
  const data = shaped(parse(text, file), file);
  const locate: Source["locate"] = (keys, part) => {
    const steps = keys.map((step) => (typeof step === "number" ? step : String(step)));
    return { file, ...(part === "key" ? locateInYaml(text, steps) : locateValueInYaml(text, steps)) };
  };
  return { data, locate };
}

function moduleSource(data: unknown, file: string): Source {
  return { data: shaped(data, file), locate: () => ({ file }) };
}

async function load(path: string, file: string): Promise<unknown> {
  try {
    const module: { default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (error) {
    throw new ProblemError(problem("config-module", { error }, { file }));
  }
}

function readText(path: string, file: string): string {
  try {
    const { size } = statSync(path);
    if (size > largest) throw new Error(`it is larger than ${largest / 1024} kB`);
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) throw new Error("it is not UTF-8");
    return bytes
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n");
  } catch (error) {
    throw new ProblemError(problem("config-unreadable", { error }, { file }));
  }
}

/** JSON is read as YAML too, of which it is a part: errors and keys then have lines. */
function parse(text: string, file: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const { reason, line, column } = error;
    throw new ProblemError(problem("config-syntax", { reason }, { file, line, column }));
  }
}

function shaped(data: unknown, file: string): Readonly<Record<string, unknown>> {
  if (data === null) return {};
  if (typeof data === "object" && !Array.isArray(data)) return { ...data };
  const seen = Array.isArray(data) ? "a list" : data === undefined ? "nothing" : "a single value";
  throw new ProblemError(problem("config-shape", { seen }, { file, line: 1, column: 1 }));
}
