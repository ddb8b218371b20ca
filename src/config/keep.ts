import { writeSealed } from "../sealed/seal.ts";
import type { Checked } from "./check.ts";
import { type Kept, textFrom } from "./kept.ts";

/**
 * Keeps checked settings for the next command, unless there is a secret among them: that isn't to
 * stand in a second place. Throws what the file system throws.
 */
export function keepSettings({ path, context }: Kept, checked: Checked): void {
  if (checked.settings.partners.some(({ secret }) => secret !== undefined)) return;
  writeSealed(path, context, { settings: Buffer.from(textFrom(checked)) });
}
