import { ProblemError } from "../problems/index.ts";
import { complaints } from "./complaints.ts";
import type { FileDigest } from "./digest.ts";
import { overlay, type Setting } from "./overlay.ts";
import { type PartnerSettings, partnersOf } from "./partnerSettings.ts";
import { type Settings, schema } from "./schema.ts";
import { noSource, readSource } from "./source.ts";

/** What the configuration says, with the partners' profiles read. */
export interface CheckedSettings extends Omit<Settings, "partners"> {
  readonly partners: readonly PartnerSettings[];
}

/** Settings, and the files beside the configuration that they hang on. */
export interface Checked {
  readonly settings: CheckedSettings;
  readonly files: readonly FileDigest[];
}

/** What is checked. */
export interface Checking {
  /** Absolute; nothing where flags say all. */
  readonly file: string | undefined;
  /** The file's, where it was read already. */
  readonly text: string | undefined;
  readonly given: readonly Setting[];
  /** Where relative paths start. */
  readonly root: string;
  /** What problems name files from. */
  readonly cwd: string;
}

/**
 * Reads a configuration file and checks it, with the flags' settings on top; then the profiles that
 * it names.
 * @throws ProblemError with all that is wrong
 */
export async function check({ file, text, given, root, cwd }: Checking): Promise<Checked> {
  const source = file === undefined ? noSource : await readSource(file, cwd, text);
  const data = overlay(source.data, given);
  const checked = schema.safeParse(data);
  if (!checked.success)
    throw new ProblemError(...complaints(checked.error.issues, { source, settings: given, data }));
  const { partners, files } = await partnersOf(checked.data, { source, root, cwd });
  return { settings: { ...checked.data, partners }, files };
}
