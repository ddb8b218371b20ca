import { randomBytes } from "node:crypto";

/**
 * A staging file's name: short, as a target's own name made longer could be too long for the disk,
 * and random, as builds in two containers may have the same process id.
 */
export function stagingName(): string {
  return `.${randomBytes(12).toString("hex")}.feedwright`;
}
