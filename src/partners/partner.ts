import { basename, dirname } from "node:path/posix";
import type { Recipient } from "./document.ts";
import type { Licensee } from "./mayHave.ts";
import type { Secret } from "./secret.ts";

/** A partner as the configuration has it, with its profile. */
export interface Partner extends Recipient, Omit<Licensee, "profile"> {
  /** For people. */
  readonly title: string;
  /** Absolute: the folder that its file goes to. */
  readonly output: string;
  /** Below `output`, with `/` between folders; without the secret, so that it can be told. */
  readonly path: string;
  /** A folder that only the partner knows: its file stands in it. */
  readonly secret?: Secret | undefined;
}

/** The partner's file below its output folder; not to be told where the partner has a secret. */
export function fileOf({ path, secret }: Pick<Partner, "path" | "secret">): string {
  return within(path, secret?.reveal());
}

/** The same as it may be told. */
export function shownFileOf({ path, secret }: Pick<Partner, "path" | "secret">): string {
  return within(path, secret && String(secret));
}

function within(path: string, folder: string | undefined): string {
  if (folder === undefined) return path;
  const above = dirname(path);
  return [...(above === "." ? [] : [above]), folder, basename(path)].join("/");
}
