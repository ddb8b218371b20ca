import { relative, resolve } from "node:path";
import type { BuildResult } from "../buildResult.ts";
import type { ImportedFile, ImportResult } from "../import/index.ts";
import type { Findings, Settings } from "../init/index.ts";
import type { Instant } from "../model.ts";
import type { Written } from "../newArticle/index.ts";
import type { Coming } from "../next.ts";
import type { NotifyResult } from "../notify/index.ts";
import type { Problem } from "../problems/index.ts";
import type { ExitCode } from "./io.ts";
import { plainJson } from "./plain.ts";

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
  /** The configuration's, absolute. */
  readonly file?: string | undefined;
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
  return plainJson(document);
}

/** What a machine is told of notices. All members are in `jsonReport`'s document, too. */
export function jsonNotices({ exitCode, dryRun, notices, problems, base, cwd }: Outcome): string {
  const document = {
    exitCode,
    dryRun,
    problems: problems.map((each) => problemMembers(each, base, cwd)),
    notices: noticeMembers(notices),
  };
  return plainJson(document);
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
  return plainJson(document);
}

/** A new article, for a machine. */
interface NewOne extends Written, Pick<Outcome, "problems" | "base" | "cwd"> {
  readonly topic: string | undefined;
  readonly draft: boolean;
}

/** What a machine is told of a new article. */
export function jsonNew({ path, file, id, date, topic, draft, problems, base, cwd }: NewOne): string {
  const document = {
    exitCode: 0,
    path,
    file,
    id,
    date,
    topic: topic ?? null,
    draft,
    problems: problems.map((each) => problemMembers(each, base, cwd)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What a folder was found to be, for a machine. */
interface Found extends Pick<Outcome, "problems" | "base" | "cwd" | "dryRun"> {
  readonly path: string;
  readonly found: Findings;
  readonly settings: Settings;
}

/** What a machine is told of a folder and the configuration for it. */
export function jsonInit({ path, dryRun, found, settings, problems, base, cwd }: Found): string {
  const { title, url, description, language, timezone, author, copyright, ...others } = settings;
  const told = Object.entries({ title, url, description, language, timezone, author, copyright });
  const { content, output, permalink, ignore, pages } = others;
  const document = {
    exitCode: 0,
    dryRun,
    path,
    generator: found.generator ?? null,
    articles: found.articles.count,
    site: Object.fromEntries(told.map(([name, value]) => [name, value ?? null])),
    content,
    output,
    permalink,
    ignore,
    pages,
    notes: found.notes ?? [],
    problems: problems.map((each) => problemMembers(each, base, cwd)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What a machine is told of an import. */
export function jsonImport({
  exitCode,
  dryRun,
  imported: { format, about, leftOut, media },
  files,
  problems,
  base,
  cwd,
}: Omit<Outcome, "result" | "notices" | "output"> & {
  readonly imported: ImportResult;
  readonly files: readonly ImportedFile[];
}): string {
  const document = {
    exitCode,
    dryRun,
    format,
    source: { title: about.title ?? null, url: about.url ?? null, language: about.language ?? null },
    files: files.map(({ path, state, id = null }) => ({ path: relative(cwd, path), state, id })),
    leftOut,
    passedOver: Object.fromEntries(about.passedOver),
    media,
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
