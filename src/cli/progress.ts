import type { Step } from "../buildResult.ts";
import { grouped } from "./amounts.ts";
import type { Output } from "./io.ts";

const doing = {
  wait: "waiting for another build",
  parse: "reading",
  render: "rendering",
  pages: "writing pages",
} as const;
const everyMilliseconds = 80;
const clearLine = "\r\x1b[2K";

/** One line on a terminal that says how far something has come, and is gone when it ends. */
export class Progress {
  private last = Number.NEGATIVE_INFINITY;
  private shown = false;

  constructor(private readonly output: Output) {}

  readonly step = ({ room, done, total }: Step): void => {
    const of = total === undefined ? "" : ` of ${grouped(total)}`;
    const far = room === "wait" ? "" : ` ${grouped(done)}${of}`;
    this.say(`${doing[room]}${far}`);
  };

  /** Shows a line, unless the last one was shown just now. */
  say(line: string): void {
    if (this.output.isTTY !== true) return;
    const now = performance.now();
    if (now - this.last < everyMilliseconds) return;
    this.last = now;
    this.shown = true;
    this.output.write(clearLine + line);
  }

  end(): void {
    if (this.shown) this.output.write(clearLine);
    this.shown = false;
  }
}
