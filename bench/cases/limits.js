import { limitsOf } from "../limits/index.js";
import { inTurn } from "../measure.js";
import { buildTable } from "../report.js";

/**
 * What nothing can be quicker than, by itself.
 * @param {import("../options.js").Plan} plan
 */
export function limits(plan) {
  const measured = plan
    .sizes("limits")
    .map((articles) => [articles, inTurn(limitsOf(articles), plan.runs("limits", articles))]);
  return buildTable("limits: what nothing on this machine can be quicker than", new Map(measured));
}
