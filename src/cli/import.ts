import { resolve } from "node:path";
import { type Config, load, usualLimits } from "../config/index.ts";
import type { ImportedFile, SourceFormat } from "../import/index.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";
import { urlFrom } from "../url.ts";
import { grouped } from "./amounts.ts";
import type { Command } from "./command.ts";
import { configFlags, configFlagsOf } from "./configFlags.ts";
import type { Given } from "./flags.ts";
import { tellImport } from "./importReport.ts";
import type { Io } from "./io.ts";
import { Progress } from "./progress.ts";

const { root, config, content, title, url } = configFlags;

/** `feedwright import`. */
export const importCommand: Command = {
  summary: "Write Markdown articles from a feed, another system's export, or a saved page",
  word: "FILE",
  flags: {
    into: { value: "DIR", text: "Folder that the articles are written to, else the content folder" },
    format: {
      value: "NAME",
      text: "rss, atom, json, wxr (WordPress), ghost, substack, page or text; recognised otherwise",
    },
    site: { value: "URL", text: "The address that the source's site had, where it moves: paths stay" },
    media: { text: "Fetch pictures and recordings, and keep them beside the articles" },
    "media-from": { value: "HOST", text: "Fetch from this host, and its port, even on a private network" },
    force: { text: "Write over articles that are there and differ" },
    root,
    config,
    content,
    title,
    url,
    "dry-run": { text: "Do everything but write and fetch" },
    json: { text: "Report as one JSON document" },
    verbose: { text: "Show every file and problem" },
  },
  exitStatus: "0 all imported; 1 imported, but articles were left out; 2 nothing imported",
  async run(given, io) {
    const source = given.words[0];
    if (source === undefined) throw new ProblemError(problem("import-source-missing", {}));
    const { sourceFormats, importArticles } = await import("../import/index.ts");
    const format = formatIn(given, sourceFormats);
    const configuration = await configurationIn(given, io);
    const problems = new Problems();
    const files: ImportedFile[] = [];
    const isDetailed = given.switches.has("json") || given.switches.has("verbose");
    const progress = new Progress(io.stderr);
    const imported = await importArticles({
      ...foldersIn(given, io, configuration),
      source,
      format,
      stdin: io.stdin,
      cwd: io.cwd,
      site: configuration?.site,
      formerSite: siteIn(given),
      embeds: configuration?.embeds ?? [],
      limits: configuration?.limits ?? (await usualLimits()),
      force: given.switches.has("force"),
      dryRun: given.switches.has("dry-run"),
      media: given.switches.has("media") ? { privateHosts: hostsIn(given) } : undefined,
      report: (each) => problems.add(each),
      written: isDetailed ? (file) => files.push(file) : undefined,
      progress: (done) => progress.say(`importing ${grouped(done)}`),
    }).finally(() => progress.end());
    return tellImport({ imported, files, problems: problems.kept }, given, io);
  },
};

function formatIn({ values }: Given, known: readonly SourceFormat[]): SourceFormat | undefined {
  const seen = values.get("format");
  const format = known.find((each) => each === seen);
  if (seen === undefined || format !== undefined) return format;
  throw new ProblemError(problem("flag-value", { flag: "--format", seen, expected: known.join(", ") }));
}

/** Without a configuration articles keep the addresses that their source has. */
async function configurationIn(given: Given, { cwd }: Io): Promise<Config | undefined> {
  try {
    return (await load({ cwd, flags: configFlagsOf(given) })).config;
  } catch (error) {
    const isMissing = error instanceof ProblemError && error.problems[0]?.code === "config-missing";
    if (isMissing) return undefined;
    throw error;
  }
}

function foldersIn({ values }: Given, { cwd }: Io, configuration: Config | undefined) {
  const usual = resolve(cwd, values.get("root") ?? ".", values.get("content") ?? "articles");
  const given = values.get("into");
  const into = given === undefined ? (configuration?.content ?? usual) : resolve(cwd, given);
  const around = configuration?.content ?? usual;
  return { into, content: `${into}/`.startsWith(`${around}/`) ? around : into };
}

function siteIn({ values }: Given): string | undefined {
  const seen = values.get("site");
  if (seen === undefined) return undefined;
  const url = urlFrom(seen);
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.search + url.hash === "")
    return url.href.endsWith("/") ? url.href : `${url.href}/`;
  throw new ProblemError(
    problem("flag-value", { flag: "--site", seen, expected: "an http or https address" }),
  );
}

function hostsIn({ values }: Given): ReadonlySet<string> {
  return new Set(
    values
      .get("media-from")
      ?.split(",")
      .map((host) => host.trim()),
  );
}

/** Of a kind that comes ten thousand times, a thousand are kept. */
class Problems {
  readonly kept: Problem[] = [];
  readonly #counts = new Map<string, number>();

  add(each: Problem): void {
    const count = (this.#counts.get(each.code) ?? 0) + 1;
    this.#counts.set(each.code, count);
    if (count <= 1000) this.kept.push(each);
  }
}
