import type { ImportedFile, ImportResult, SourceFormat } from "../import/index.ts";
import type { Problem } from "../problems/index.ts";
import { count, grouped } from "./amounts.ts";
import { coloursFor } from "./colours.ts";
import type { Given } from "./flags.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonImport } from "./json.ts";
import { seenFrom } from "./placeName.ts";
import { plain } from "./plain.ts";
import { problemList } from "./problemList.ts";

/** What is told of an import; files only where somebody wants to see each. */
interface Told {
  readonly imported: ImportResult;
  readonly files: readonly ImportedFile[];
  readonly problems: readonly Problem[];
}

/** Tells people or machines what became of an import. */
export function tellImport({ imported, files, problems }: Told, { switches }: Given, io: Io): ExitCode {
  const { cwd, stdout, stderr } = io;
  const [dryRun, verbose] = [switches.has("dry-run"), switches.has("verbose")];
  const isWrong = imported.leftOut > 0 || problems.some(({ severity }) => severity !== "warning");
  const exitCode = !isWrong ? 0 : total(imported) === 0 ? 2 : 1;
  const showing = { base: cwd, cwd };
  if (switches.has("json"))
    stdout.write(jsonImport({ exitCode, dryRun, imported, files, problems, ...showing }));
  else {
    const colours = coloursFor(stderr, io);
    stderr.write(problemList(problems, { ...showing, colours, verbose, width: stderr.columns }));
    const lines = [...(verbose ? listed(files, cwd) : []), ...report(imported, dryRun)];
    stdout.write(lines.map((line) => `${line}\n`).join(""));
  }
  return exitCode;
}

const formatNames: Readonly<Record<SourceFormat, string>> = {
  rss: "an RSS feed",
  atom: "an Atom feed",
  json: "a JSON Feed",
  wxr: "a WordPress export",
  ghost: "a Ghost export",
  substack: "a Substack export",
  page: "a saved page",
  text: "a page's text",
};

const states = ["new", "replaced", "unchanged", "differs"] as const;

function listed(files: readonly ImportedFile[], cwd: string): readonly string[] {
  return files.map(({ path, state }) => `${state.padEnd(9)}  ${plain(seenFrom(cwd, path))}`);
}

function report(imported: ImportResult, dryRun: boolean): readonly string[] {
  const { format, about, files, leftOut, media } = imported;
  const became = states.flatMap((state) => (files[state] === 0 ? [] : `${grouped(files[state])} ${state}`));
  const others = [...about.passedOver].map(([kind, number]) => `${grouped(number)} ${plain(kind)}`);
  const named = about.title === undefined ? "" : `, “${plain(about.title)}”`;
  const came = `${count(total(imported), "article")} from ${formatNames[format]}${named}`;
  return [
    [came, ...(became.length > 0 ? [became.join(", ")] : [])].join(": "),
    ...(leftOut > 0 ? [`${count(leftOut, "article")} left out`] : []),
    ...(others.length > 0 ? [`passed over, as they are no articles: ${others.join(", ")}`] : []),
    ...(media > 0 ? [`${count(media, "file")} fetched`] : []),
    ...(dryRun ? ["dry run: nothing was written"] : []),
  ];
}

function total({ files }: ImportResult): number {
  return states.reduce((sum, state) => sum + files[state], 0);
}
