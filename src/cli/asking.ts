import { Interrupted } from "./interruption.ts";
import type { Asking } from "./io.ts";
import { plain } from "./plain.ts";

/** What asks is loaded with the first question. */
const load = () => import("@clack/prompts");
const output = process.stderr;

/** Questions on a terminal, answered by keys. */
export const askingAtTerminal: Asking = {
  async text(question, wrong, usual = "") {
    const { text } = await load();
    const validate = (answer: string | undefined) => wrong((answer ?? "").trim());
    return answered(await text({ message: question, initialValue: usual, validate, output })).trim();
  },
  async choose(question, answers) {
    const { select } = await load();
    const options = answers.map(({ value, label }) => ({ value, label: plain(label) }));
    return answered(await select({ message: question, options, maxItems: 12, output }));
  },
};

/** Escape and Ctrl-C. */
function answered(answer: string | symbol): string {
  if (typeof answer === "string") return answer;
  throw new Interrupted("SIGINT", "nothing was written");
}
