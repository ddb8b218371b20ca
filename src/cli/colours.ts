import { createRequire } from "node:module";
import type { Io, Output } from "./io.ts";

/** Colours for one stream; each function gives its text back where there are none. */
export type Colours = Readonly<
  Record<"bold" | "dim" | "red" | "yellow" | "green" | "cyan", (text: string) => string>
>;

/** Loaded where there are colours: a scheduled rebuild has none. */
const require = createRequire(import.meta.url);
const library = (): { createColors(enabled: boolean): Colours } => require("picocolors");

const same = (text: string): string => text;
const none: Colours = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

/**
 * A terminal gets colours, anything else doesn't. `FORCE_COLOR` asks for them everywhere, and
 * `NO_COLOR`, when not empty, forbids them whatever else is said.
 */
export function coloursFor(output: Output, { env }: Pick<Io, "env">): Colours {
  return wantsColours(output, env) ? library().createColors(true) : none;
}

function wantsColours(output: Output, { NO_COLOR, FORCE_COLOR, TERM }: Io["env"]): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return !/^(?:0|false)$/.test(FORCE_COLOR);
  return output.isTTY === true && TERM !== "dumb";
}
