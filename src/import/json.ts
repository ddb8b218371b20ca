import type { z } from "zod";
import { ProblemError, problem, type Report } from "../problems/index.ts";
import { type Position, positionAt, strayInJson } from "../yaml/index.ts";
import { wholeText } from "./encoding.ts";
import type { Input } from "./input.ts";

/** In bytes: JSON is read whole, and takes several times as much then. */
const largest = 128 * 1024 * 1024;

/**
 * Reads a JSON file as what it should be.
 * @param expected what that is, for people
 * @throws ProblemError import-json, with line and column where it is no JSON; import-too-large
 */
export async function readJson<Schema extends z.ZodType>(
  input: Input,
  schema: Schema,
  expected: string,
  report: Report,
): Promise<z.infer<Schema>> {
  const { name: file } = input;
  const text = (await wholeText(input, report, largest)).replace(/^\uFEFF/, "");
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new ProblemError(problem("import-json", { reason: reasonOf(error) }, { file, ...placeIn(text) }));
  }
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.join(".") || "it";
  throw new ProblemError(problem("import-json", { reason: `${at} is not as in ${expected}` }, { file }));
}

/** Without the position and the excerpt that some versions of Node say. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.replace(/ in JSON at position.*| \(line.*|, (?:\.\.\.)?".*/s, "");
}

/** Where something stands that JSON hasn't got; nothing where it only ends early. */
function placeIn(text: string): Partial<Position> {
  const at = strayInJson(text);
  return at === undefined ? {} : positionAt(text, at);
}
