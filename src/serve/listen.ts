import type { Server } from "node:http";
import { ProblemError, problem } from "../problems/index.ts";

/** Where to listen. */
export interface Address {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** How many ports are tried, each the next one. */
const tries = 20;

/**
 * Listens at a port, or at the next one that is free.
 * @returns the port
 * @throws ProblemError serve-unavailable
 */
export async function listen(server: Server, { host, port }: Address): Promise<number> {
  for (let next = port; ; next++) {
    const error = await listening(server, { host, port: next });
    if (error === undefined) break;
    const isTaken = "code" in error && error.code === "EADDRINUSE";
    if (!isTaken || next === port + tries - 1 || next === 65_535)
      throw new ProblemError(problem("serve-unavailable", { host, port: next, error }));
  }
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

async function listening(server: Server, { host, port }: Address): Promise<Error | undefined> {
  return await new Promise((done) => {
    server.once("error", done);
    server.listen(port, host, () => {
      server.off("error", done);
      done(undefined);
    });
  });
}
