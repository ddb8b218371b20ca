import type { Config } from "../config/index.ts";
import type { HubNotices, NotifyOptions, NotifyResult } from "../notify/index.ts";
import { ProblemError } from "../problems/index.ts";
import { count, grouped } from "./amounts.ts";
import { type Colours, coloursFor } from "./colours.ts";
import { stoppable } from "./interruption.ts";
import type { Io } from "./io.ts";
import { plain } from "./plain.ts";
import { type ProblemShowing, problemList } from "./problemList.ts";
import { columns } from "./table.ts";

/** Tells hubs; only then is the room loaded that can. */
export async function tellHubs(options: NotifyOptions, { pace }: Io, done = ""): Promise<NotifyResult> {
  const { notify } = await import("../notify/index.ts");
  return await stoppable(
    (signal) => notify({ ...options, pace, signal }),
    `${done}what the hubs were not told is still owed`,
  );
}

/** What can't be told after a build is no failure of it. */
export async function tellAfterBuild(config: Config, io: Io): Promise<NotifyResult> {
  try {
    return await tellHubs({ config }, io, "the feeds are published, and ");
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const problems = error.problems.map((each) => ({ ...each, severity: "warning" as const }));
    return { hubs: [], problems };
  }
}

/** How notices are shown. */
export interface NoticesShowing extends Pick<ProblemShowing, "base" | "verbose"> {
  readonly dryRun: boolean;
}

/** Says for people what each hub was told, and what was wrong. */
export function sayNotices({ hubs, problems }: NotifyResult, showing: NoticesShowing, io: Io): void {
  const { cwd, stdout, stderr } = io;
  const colours = coloursFor(stderr, io);
  stderr.write(problemList(problems, { ...showing, cwd, colours, width: stderr.columns }));
  const lines = table(hubs, showing, coloursFor(stdout, io));
  if (showing.dryRun) lines.push("", "A dry run: no hub was told.");
  stdout.write(lines.map((line) => `${`  ${line}`.trimEnd()}\n`).join(""));
}

function table(hubs: readonly HubNotices[], { dryRun, verbose }: NoticesShowing, colours: Colours): string[] {
  const owedWord = dryRun ? "to tell" : "owed";
  return columns(
    hubs.flatMap(({ hub, told, owed, known }) => {
      const parts = [
        ...(told.length > 0 ? [colours.green(`told of ${count(told.length, "feed")}`)] : []),
        ...(owed.length > 0 ? [colours.yellow(`${grouped(owed.length)} ${owedWord}`)] : []),
        ...(known.length > 0 ? [colours.dim(`${grouped(known.length)} unchanged`)] : []),
      ];
      const lines = [
        [{ text: plain(hub), paint: colours.bold }, { text: parts.join(", ") || "nothing to tell" }],
      ];
      return verbose
        ? [...lines, ...rows(told, "told"), ...rows(owed, owedWord), ...rows(known, "unchanged")]
        : lines;
    }),
  );
}

function rows(feeds: HubNotices["told"], state: string) {
  return feeds.map(({ topic }) => [{ text: `  ${plain(topic)}` }, { text: state }]);
}
