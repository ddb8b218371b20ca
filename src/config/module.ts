import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { type Place, ProblemError, problem } from "../problems/index.ts";

/** How often each was run: Node keeps what it loaded, and would give the first one again. */
const runs = new Map<string, number>();

/**
 * Runs a configuration that is a module, and gives its default export. What it imports is run once only.
 * @throws ProblemError config-module, config-typescript
 */
export async function importModule(path: string, file: string): Promise<unknown> {
  if (extname(path).endsWith("ts") && !runsTypeScript())
    throw new ProblemError(problem("config-typescript", { version: process.version }, { file }));
  const { href } = pathToFileURL(path);
  const run = runs.get(href) ?? 0;
  runs.set(href, run + 1);
  try {
    const module: { default?: unknown } = await import(run === 0 ? href : `${href}?run=${run}`);
    return module.default;
  } catch (error) {
    throw new ProblemError(problem("config-module", { error }, placeIn(error, href, file)));
  }
}

function runsTypeScript(): boolean {
  return "typescript" in process.features && Boolean(process.features.typescript);
}

/** The stack's first mention of the file is where it went wrong. */
function placeIn(error: unknown, href: string, file: string): Place {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const [, line, column] = /^(?:\?run=\d+)?:(\d+)(?::(\d+))?/.exec(stack.split(href)[1] ?? "") ?? [];
  if (line === undefined) return { file };
  return { file, line: Number(line), column: column === undefined ? undefined : Number(column) };
}
