import { join } from "node:path";
import { readRegular } from "../regularFile.ts";
import { jsonOf, Sealed, thisProgram } from "../sealed/index.ts";
import type { Checked } from "./check.ts";
import { isSame } from "./digest.ts";
import type { Setting } from "./overlay.ts";

/** What the last command may have kept, and the place to keep it for the next one. */
export interface Kept {
  readonly path: string;
  /** The file's text and the flags' settings: any other would have to be checked. */
  readonly context: string;
  readonly checked: Checked | undefined;
  /** What is checked has to be what the settings are kept by: the file may change at any time. */
  readonly text: string;
}

/** Above it, checking isn't what takes the time. */
const longest = 32 * 1024;

/**
 * The settings that were kept from a configuration file, checked.
 * @returns nothing where they can't be kept: of a module, which may say something else each time
 */
export function readKept(
  root: string,
  file: string | undefined,
  given: readonly Setting[],
): Kept | undefined {
  const text = file === undefined ? "" : textOf(file);
  if (text === undefined) return undefined;
  const path = join(root, ".feedwright", "settings");
  const context = JSON.stringify([thisProgram(), text, given]);
  const sealed = Sealed.open(path, context);
  const kept = sealed?.read("settings");
  sealed?.close();
  return { path, context, checked: kept && checkedFrom(kept), text };
}

function textOf(file: string): string | undefined {
  if (!/\.(?:ya?ml|json)$/.test(file)) return undefined;
  try {
    const text = readRegular(file);
    // What isn't UTF-8 has the sign for it, or could have.
    return text.length < longest && !text.includes("\uFFFD") ? text : undefined;
  } catch {
    // whoever checks it says what is wrong
    return undefined;
  }
}

/** JSON has no word for a feed without limit. */
const unlimited = "all";

export function textFrom(checked: Checked): string {
  return JSON.stringify(checked, (_, value) => (value === Number.POSITIVE_INFINITY ? unlimited : value));
}

/** Nothing where a profile has changed since. */
function checkedFrom(bytes: Buffer): Checked | undefined {
  const checked = jsonOf<Checked>(bytes, (key, value) =>
    key === "limit" && value === unlimited ? Number.POSITIVE_INFINITY : value,
  );
  return checked?.files.every(isSame) ? checked : undefined;
}
