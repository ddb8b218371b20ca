import pc from "picocolors";
import type { Io, Output } from "./io.ts";

/** Colours for one stream; each function gives its text back where there are none. */
export type Colours = ReturnType<typeof pc.createColors>;

/**
 * A terminal gets colours, anything else doesn't. `FORCE_COLOR` asks for them everywhere, and
 * `NO_COLOR`, when not empty, forbids them whatever else is said.
 */
export function coloursFor(output: Output, { env }: Pick<Io, "env">): Colours {
  return pc.createColors(wantsColours(output, env));
}

function wantsColours(output: Output, { NO_COLOR, FORCE_COLOR, TERM }: Io["env"]): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return !/^(?:0|false)$/.test(FORCE_COLOR);
  return output.isTTY === true && TERM !== "dumb";
}
