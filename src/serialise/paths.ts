import { formats } from "../formats/index.ts";
import type { Plan } from "../select/index.ts";

/** Where a plan's documents stand, from the output folder on; a feed's in the order of its formats. */
export function pathsOf(plan: Plan): readonly string[] {
  if (plan.kind === "partner") return [plan.path];
  return plan.formats.map((name) => plan.folder + formats[name].fileName);
}
