import { ProblemError } from "../problems/index.ts";
import { complaints } from "./complaints.ts";
import { overlay, type Setting } from "./overlay.ts";
import { type Settings, schema } from "./schema.ts";
import { noSource, readSource } from "./source.ts";

/**
 * Reads a configuration file and checks it, with the flags' settings on top.
 * @param file absolute; nothing where flags say all
 * @param text the file's, where it was read already
 * @param cwd what problems name the file from
 * @throws ProblemError with all that is wrong
 */
export async function check(
  file: string | undefined,
  text: string | undefined,
  settings: readonly Setting[],
  cwd: string,
): Promise<Settings> {
  const source = file === undefined ? noSource : await readSource(file, cwd, text);
  const data = overlay(source.data, settings);
  const checked = schema.safeParse(data);
  if (checked.success) return checked.data;
  throw new ProblemError(...complaints(checked.error.issues, { source, settings, data }));
}
