import { framed, type Page, shownProblem, type View } from "./view.ts";

/** More than anybody reads at once. */
const most = 200;

/** All that is wrong, each at its place, the gravest first. */
export function problems(view: View): Page {
  const { site, placing } = view;
  const order = ["fatal", "error", "warning"];
  const all = [...site.problems].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const data = {
    problems: all.slice(0, most).map((each) => shownProblem(each, site, placing)),
    more: Math.max(0, all.length - most),
  };
  return { template: "problems", data: framed(view, "problems", "Problems", data) };
}
