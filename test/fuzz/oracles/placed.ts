import assert from "node:assert/strict";
import { type Problem, ProblemError } from "../../../src/problems/index.ts";

/** Each problem is worded, and stands where its file has a sign, or right behind a line's last one. */
export function expectPlaced(problems: readonly Problem[], file: string, text: string): void {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const { message, place, code } of problems) {
    assert.notEqual(message, "", `${code} says nothing`);
    if (place?.file !== file || place.line === undefined) continue;
    const { line, column = 1 } = place;
    const length = lines[line - 1]?.length ?? -1;
    assert.ok(
      column >= 1 && column <= length + 1,
      `no such place for ${code}: ${line}:${column} of ${lines.length}`,
    );
  }
}

/** What goes on, or the problems that are thrown; anything else that is thrown is a failure. */
export async function orProblems<Result>(
  action: () => Result | Promise<Result>,
): Promise<Result | readonly Problem[]> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}
