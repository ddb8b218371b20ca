const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Thrown where whoever runs the command stops it. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly exitCode: 129 | 130 | 143;
  constructor(signal: keyof typeof exitCodes, left: string) {
    super(`stopped by ${signal}; ${left}`);
    this.exitCode = exitCodes[signal];
  }
}

/**
 * Runs what can be stopped by SIGHUP, SIGINT and SIGTERM.
 * @param left what is said of the state that this leaves
 */
export async function stoppable<Result>(
  action: (signal: AbortSignal) => Promise<Result>,
  left = "nothing was changed",
): Promise<Result> {
  const controller = new AbortController();
  const stop = (signal: keyof typeof exitCodes) => controller.abort(new Interrupted(signal, left));
  process.once("SIGHUP", stop).once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await action(controller.signal);
  } finally {
    process.off("SIGHUP", stop).off("SIGINT", stop).off("SIGTERM", stop);
  }
}
