import { resolve } from "node:path";
import type { BuildResult, WrittenFile } from "../buildResult.ts";
import type { Config } from "../config/index.ts";
import { clock, count, duration, grouped, size } from "./amounts.ts";
import type { Colours } from "./colours.ts";
import { seenFrom } from "./placeName.ts";
import { cut, plain, plainPath } from "./plain.ts";
import { type Cell, columns } from "./table.ts";

/** How a result is shown. */
export interface Showing {
  readonly config: Config;
  readonly cwd: string;
  readonly colours: Colours;
  readonly dryRun: boolean;
  /** Everything, however long. */
  readonly verbose: boolean;
  /** Where the time went. */
  readonly profile: boolean;
}

/** What a build did, for people: its feeds, its articles, what comes next. */
export function report(result: BuildResult, showing: Showing): string {
  const blocks = [
    feeds(result, showing),
    [summary(result, showing.colours), ...rest(result, showing)],
    heldBack(result, showing),
    skipped(result, showing),
    showing.profile ? profile(result, showing.colours) : [],
    showing.dryRun ? [showing.colours.yellow("A dry run: nothing was written.")] : [],
  ];
  const shown = blocks.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.map((line) => `  ${line}`).join("\n")).join("\n\n")}\n`;
}

/** The feeds that there is one of, file by file; of topics, archives and their like a line each. */
function feeds({ files }: BuildResult, showing: Showing): string[] {
  const { verbose } = showing;
  const single = files.filter(({ kind, state }) => verbose || isSingle(kind) || state === "removed");
  const listed = [...single].sort((a, b) => Number(b.kind === "main") - Number(a.kind === "main"));
  const others = verbose
    ? []
    : files.filter(({ kind }) => kind !== undefined && kind !== "page" && !isSingle(kind));
  const pages = verbose ? [] : files.filter(({ kind }) => kind === "page");
  const folders = new Set(others.map(({ path }) => path.slice(0, path.indexOf("/") + 1)));
  return columns([
    ...listed.map((file) => row(file, showing)),
    ...[...folders].map((folder) => {
      const alike = others.filter(({ path }) => path.startsWith(folder));
      return groupRow(
        `${plainPath(seenFrom(showing.cwd, resolve(shownOutput(showing.config), folder)))}/`,
        alike,
        showing,
      );
    }),
    ...(pages.length === 0 ? [] : [groupRow("pages", pages, showing)]),
  ]);
}

/** Where people find what was put into `output`. */
function shownOutput({ output, link = output }: Config): string {
  return link;
}

function isSingle(kind: WrittenFile["kind"]): boolean {
  return kind === "main" || kind === "named" || kind === "partner";
}

function groupRow(name: string, files: readonly WrittenFile[], { colours }: Showing): Cell[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const touched = files.filter(({ state }) => state !== "unchanged").length;
  return [
    { text: name, paint: colours.bold },
    { text: count(files.length, "file"), right: true },
    { text: size(bytes), right: true, paint: colours.dim },
    touched === 0
      ? { text: "unchanged", paint: colours.dim }
      : { text: `${grouped(touched)} new or changed`, paint: colours.cyan },
  ];
}

function row({ path, items, bytes, state }: WrittenFile, { config, cwd, colours }: Showing): Cell[] {
  const shown = plainPath(seenFrom(cwd, resolve(shownOutput(config), path)));
  const paint = { new: colours.green, changed: colours.cyan, unchanged: colours.dim, removed: colours.red }[
    state
  ];
  return [
    { text: shown, paint: colours.bold },
    { text: items === undefined ? "" : count(items, "item"), right: true },
    { text: size(bytes), right: true, paint: colours.dim },
    { text: state, paint },
  ];
}

/** The other files in one line: pictures and compressed feeds can be many. */
function rest({ files }: BuildResult, { colours, verbose }: Showing): string[] {
  const others = files.filter(({ kind, state }) => kind === undefined && state !== "removed");
  if (others.length === 0 || verbose) return [];
  const bytes = others.reduce((sum, file) => sum + file.bytes, 0);
  const touched = others.filter(({ state }) => state !== "unchanged").length;
  const news = touched === 0 ? "all unchanged" : `${grouped(touched)} new or changed`;
  return [colours.dim(`beside them ${count(others.length, "other file")}, ${size(bytes)}, ${news}`)];
}

function summary(
  { articles, published, rejected, heldBack, milliseconds }: BuildResult,
  colours: Colours,
): string {
  const beyond = articles - published - heldBack.length - rejected;
  const parts = [
    `${count(articles, "article")} read`,
    colours.bold(`${grouped(published)} in the feeds`),
    ...(beyond > 0 ? [`${grouped(beyond)} beyond the limit`] : []),
    ...(heldBack.length > 0 ? [`${grouped(heldBack.length)} held back`] : []),
    ...(rejected > 0 ? [colours.red(`${grouped(rejected)} left out`)] : []),
  ];
  return `${parts.join(", ")} ${colours.dim(`in ${duration(milliseconds)}`)}`;
}

const fewHeld = 5;

/** What waits for a date, soonest first, and how many wait for something else. */
function heldBack({ heldBack: held }: BuildResult, { config, colours, verbose }: Showing): string[] {
  const waiting = held.flatMap((each) => (each.until === undefined ? [] : [{ ...each, until: each.until }]));
  waiting.sort((a, b) => a.until - b.until || (a.file < b.file ? -1 : 1));
  const shown = verbose ? waiting : waiting.slice(0, fewHeld);
  const lines = columns(
    shown.map(({ until, title, reason }) => [
      { text: clock(until, config.site.timezone), paint: colours.bold },
      { text: cut(plain(title), 60) },
      { text: reason, paint: colours.dim },
    ]),
  );
  const more = waiting.length - shown.length;
  if (more > 0) lines.push(colours.dim(`and ${grouped(more)} more (--verbose shows all)`));
  const head = waiting.length > 0 ? [`Next due (${config.site.timezone}):`] : [];
  return [...head, ...lines.map((line) => `  ${line}`), ...otherwiseHeld(held, colours, verbose)];
}

/** What waits for no date: how many, or each by its file, as a draft may have no title yet. */
function otherwiseHeld(held: BuildResult["heldBack"], colours: Colours, verbose: boolean): string[] {
  const groups = (["draft", "expired", "withdrawn"] as const)
    .map((reason) => ({ reason, alike: held.filter((each) => each.reason === reason) }))
    .filter(({ alike }) => alike.length > 0);
  if (groups.length === 0) return [];
  const parts = groups.map(({ reason, alike: { length } }) =>
    reason === "draft" ? count(length, reason) : `${grouped(length)} ${reason}`,
  );
  const named = verbose ? groups.flatMap(({ alike }) => alike) : [];
  const lines = columns(
    named.map(({ file, title, reason }) => [
      { text: plainPath(file) },
      { text: cut(plain(title), 60) },
      { text: reason, paint: colours.dim },
    ]),
  );
  return [`Not in the feeds: ${parts.join(", ")}`, ...lines.map((line) => `  ${line}`)];
}

function skipped({ skipped: passed }: BuildResult, { colours, verbose }: Showing): string[] {
  if (!verbose) return passedOver(passed, colours);
  if (passed.length === 0) return [];
  const rows = columns(
    passed.map(({ path, reason }) => [{ text: plainPath(path) }, { text: reason, paint: colours.dim }]),
  );
  return ["Skipped:", ...rows.map((line) => `  ${line}`)];
}

/** What looks like an article and isn't read should not go unnoticed; what was ignored was asked for. */
function passedOver(passed: BuildResult["skipped"], colours: Colours): string[] {
  const silent = new Set(["ignored", "hidden"]);
  const number = passed.filter(({ reason }) => !silent.has(reason)).length;
  return number === 0 ? [] : [colours.dim(`${count(number, "file")} skipped (--verbose names them)`)];
}

/** How long the build was in each room, and how long all before it took: Node's start and the configuration. */
function profile({ milliseconds, rooms }: BuildResult, { bold, dim }: Colours): string[] {
  const before = { room: "start", milliseconds: performance.now() - milliseconds };
  const known = rooms.reduce((sum, each) => sum + each.milliseconds, 0);
  const rest = { room: "the rest", milliseconds: milliseconds - known };
  const rows = columns(
    [before, ...rooms, rest].map((each) => [
      { text: each.room },
      { text: duration(each.milliseconds), right: true, paint: bold },
    ]),
  );
  return ["Where the time went:", ...rows.map((line) => `  ${dim(line)}`)];
}
