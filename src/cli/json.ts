import { relative, resolve } from "node:path";
import type { BuildResult } from "../buildResult.ts";
import type { Instant } from "../model.ts";
import type { Coming } from "../next.ts";
import type { NotifyResult } from "../notify/index.ts";
import type { Problem } from "../problems/index.ts";
import type { ExitCode } from "./io.ts";

/** What a machine is told of a build, or of why there was none. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly dryRun: boolean;
  /** Absent where nothing was built. */
  readonly result?: BuildResult | undefined;
  /** Absent where no hub was told. */
  readonly notices?: NotifyResult | undefined;
  readonly problems: readonly Problem[];
  /** The folder that the problems' places are relative to. */
  readonly base: string;
  readonly cwd: string;
  /** Absolute. */
  readonly output?: string | undefined;
}

/** One JSON document; its members always come in this order, and all of them are always there. */
export function jsonReport({
  exitCode,
  dryRun,
  result,
  notices,
  problems,
  base,
  cwd,
  output,
}: Outcome): string {
  const document = {
    exitCode,
    dryRun,
    output: output ?? null,
    articles: result?.articles ?? 0,
    published: result?.published ?? 0,
    rejected: result?.rejected ?? 0,
    files: (result?.files ?? []).map(({ path, state, bytes, format = null, items = null }) => {
      return { path, state, bytes, format, items };
    }),
    heldBack: (result?.heldBack ?? []).map(({ file, title, reason, until }) => {
      return { file, title, reason, until: iso(until) };
    }),
    skipped: (result?.skipped ?? []).map(({ path, reason }) => ({ path, reason })),
    problems: problems.map((each) => problemMembers(each, base, cwd)),
    milliseconds: result === undefined ? 0 : Math.round(result.milliseconds),
    rooms: (result?.rooms ?? []).map(({ room, milliseconds }) => ({
      room,
      milliseconds: Math.round(milliseconds),
    })),
    notices: noticeMembers(notices),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What a machine is told of notices. All members are in `jsonReport`'s document, too. */
export function jsonNotices({ exitCode, dryRun, notices, problems, base, cwd }: Outcome): string {
  const document = {
    exitCode,
    dryRun,
    problems: problems.map((each) => problemMembers(each, base, cwd)),
    notices: noticeMembers(notices),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What falls due, for a machine. */
interface Prospect extends Pick<Outcome, "problems" | "base" | "cwd"> {
  readonly now: Instant;
  /** Soonest first. */
  readonly coming: readonly Coming[];
}

/** What a machine is told of what falls due; without any, `next` is null. */
export function jsonComing({ coming, now, problems, base, cwd }: Prospect): string {
  const document = {
    exitCode: 0,
    now: iso(now),
    next: iso(coming[0]?.at),
    moments: coming.map(({ at, event, file = null, title, partner = null }) => {
      return { at: iso(at), event, file, title, partner };
    }),
    problems: problems.map((each) => problemMembers(each, base, cwd)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function noticeMembers(notices: NotifyResult | undefined) {
  return (notices?.hubs ?? []).flatMap(({ hub, ...feeds }) =>
    (["told", "owed", "known"] as const).flatMap((state) =>
      feeds[state].map(({ path, topic }) => ({ hub, path, topic, state })),
    ),
  );
}

function problemMembers({ code, severity, message, hint, place }: Problem, base: string, cwd: string) {
  const file = place === undefined ? null : relative(cwd, resolve(base, place.file)) || ".";
  return { code, severity, message, hint, file, line: place?.line ?? null, column: place?.column ?? null };
}

function iso(instant: Instant | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString();
}
