import { createContext, Script } from "node:vm";

/** Thrown where a task took longer than it may. */
export class TimedOut extends Error {
  override readonly name = "TimedOut";
}

const holder: { task: () => void } = { task: () => {} };
const context = createContext(holder);
const script = new Script("task()");

/**
 * Runs a synchronous task that may not take longer than `milliseconds`. What the task was changing
 * when it was stopped is in no known state: throw it away. Costs about 50 µs.
 * @throws TimedOut, and what the task throws
 */
export function withTimeLimit<Result>(task: () => Result, milliseconds: number): Result {
  let outcome: { readonly result: Result } | undefined;
  holder.task = () => {
    outcome = { result: task() };
  };
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    throw isTimeout(error) ? new TimedOut() : error;
  } finally {
    holder.task = () => {};
  }
  if (!outcome) throw new TimedOut();
  return outcome.result;
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
