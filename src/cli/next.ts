import { load } from "../config/index.ts";
import type { Instant } from "../model.ts";
import type { Coming } from "../next.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";
import { coloursFor } from "./colours.ts";
import type { Command } from "./command.ts";
import { configFlags, configFlagsOf } from "./configFlags.ts";
import type { Given } from "./flags.ts";
import { readNow } from "./instant.ts";
import { jsonComing } from "./json.ts";
import { plain } from "./plain.ts";
import { problemList } from "./problemList.ts";
import { columns } from "./table.ts";

const { root, config, content, out, title, url } = configFlags;

/** `feedwright next`. */
export const nextCommand: Command = {
  summary: "Say when the feeds change next by the clock alone, and by what",
  flags: {
    root,
    config,
    content,
    out: { ...out, text: "Folder that the feeds are written to" },
    title,
    url,
    now: { value: "ISO", text: "The moment to look from, as 2026-12-01T09:00:00Z" },
    format: {
      value: "NAME",
      choices: ["iso", "seconds", "systemd"],
      text: "iso; seconds, from then on; systemd, as OnCalendar= takes it",
    },
    all: { text: "Say all that is known to come, not only what comes first" },
    json: { text: "Report as one JSON document" },
  },
  exitStatus: "0 said, and nothing printed where nothing comes; 2 it can't be told",
  async run(given, io) {
    const { switches } = given;
    const format = formatIn(given);
    const now = readNow(given) ?? io.now();
    const { config } = await load({ cwd: io.cwd, flags: configFlagsOf(given) });
    const problems: Problem[] = [];
    const { comingNext } = await import("../next.ts");
    const report = (each: Problem) => problems.push(each);
    const coming = await comingNext({ config, now, all: switches.has("all"), report });
    const showing = { base: config.content, cwd: io.cwd };
    if (switches.has("json")) io.stdout.write(jsonComing({ coming, now, problems, ...showing }));
    else {
      const colours = coloursFor(io.stderr, io);
      io.stderr.write(
        problemList(problems, { ...showing, content: config.content, colours, verbose: false }),
      );
      io.stdout.write(
        format(coming, now)
          .map((line) => `${line}\n`)
          .join(""),
      );
    }
    return 0;
  },
};

type Format = (coming: readonly Coming[], now: Instant) => readonly string[];

const formats = new Map<string, Format>([
  ["iso", withWhat],
  ["seconds", (coming, now) => momentsOf(coming).map((at) => String(secondsUntil(at, now)))],
  ["systemd", (coming) => momentsOf(coming).flatMap(onCalendar)],
]);

function formatIn({ values }: Given): Format {
  const seen = values.get("format") ?? "iso";
  const format = formats.get(seen);
  if (format !== undefined) return format;
  throw new ProblemError(
    problem("flag-value", { flag: "--format", seen, expected: "iso, seconds or systemd" }),
  );
}

/** A moment stands first on its line, for `read -r moment rest`. */
function withWhat(coming: readonly Coming[]): readonly string[] {
  return columns(
    coming.map(({ at, event, file = "", title, partner }) => [
      { text: isoOf(at) },
      { text: partner === undefined ? event : `${event} (${plain(partner)})` },
      { text: plain(file) },
      { text: plain(title) },
    ]),
  );
}

function momentsOf(coming: readonly Coming[]): readonly Instant[] {
  return [...new Set(coming.map(({ at }) => at))];
}

/** Whole ones, none too few: who waits so long finds it due. */
function secondsUntil(at: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}

/** In UTC, and not before its moment. Later years than 2199 systemd doesn't take. */
function onCalendar(at: Instant): readonly string[] {
  const [date = "", time = ""] = isoOf(Math.ceil(at / 1000) * 1000).split("T");
  return date < "2200" && date >= "1970" ? [`${date} ${time.replace("Z", " UTC")}`] : [];
}

function isoOf(at: Instant): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
