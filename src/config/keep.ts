import { writeSealed } from "../sealed/seal.ts";
import { type Kept, textFrom } from "./kept.ts";
import type { Settings } from "./schema.ts";

/** Keeps checked settings for the next command. Throws what the file system throws. */
export function keepSettings({ path, context }: Kept, settings: Settings): void {
  writeSealed(path, context, { settings: Buffer.from(textFrom(settings)) });
}
