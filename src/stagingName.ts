import { randomBytes } from "node:crypto";

/** What the staging files of this process have in common: whoever finds it dead knows them by it. */
export const stagingMark = randomBytes(6).toString("hex");

/**
 * A staging file's name: short, as a target's own name made longer could be too long for the disk,
 * and random, as builds in two containers may have the same process id.
 */
export function stagingName(): string {
  return `.${stagingMark}${randomBytes(6).toString("hex")}.feedwright`;
}
