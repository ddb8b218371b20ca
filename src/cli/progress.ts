import type { Step } from "../buildResult.ts";
import { grouped } from "./amounts.ts";
import type { Output } from "./io.ts";

const doing = { parse: "reading", render: "rendering" } as const;
const everyMilliseconds = 80;
const clearLine = "\r\x1b[2K";

/** One line on a terminal that says how far a build has come, and is gone when it ends. */
export class Progress {
  private last = Number.NEGATIVE_INFINITY;
  private shown = false;

  constructor(private readonly output: Output) {}

  readonly step = ({ room, done, total }: Step): void => {
    if (this.output.isTTY !== true) return;
    const now = performance.now();
    if (now - this.last < everyMilliseconds) return;
    this.last = now;
    this.shown = true;
    const of = total === undefined ? "" : ` of ${grouped(total)}`;
    this.output.write(`${clearLine}${doing[room]} ${grouped(done)}${of}`);
  };

  end(): void {
    if (this.shown) this.output.write(clearLine);
    this.shown = false;
  }
}
