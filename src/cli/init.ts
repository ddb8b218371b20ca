import { writeFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { findSourceIn, isFolder, isSiteAddress, isTimezone } from "../config/index.ts";
import type { Findings, Settings, Told } from "../init/index.ts";
import { languageTag } from "../language.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";
import { coloursFor } from "./colours.ts";
import type { Command } from "./command.ts";
import { configFlags } from "./configFlags.ts";
import type { Given } from "./flags.ts";
import { findingsTable } from "./initReport.ts";
import type { Io } from "./io.ts";
import { jsonInit } from "./json.ts";
import { problemList } from "./problemList.ts";

const { content, out, title, url } = configFlags;

/** `feedwright init`. */
export const initCommand: Command = {
  summary: "Look at a folder, and write a configuration for it",
  flags: {
    root: { value: "DIR", text: "Folder to look at; else the working directory" },
    title,
    url,
    language: { value: "TAG", text: "The site's language, as in en or pt-BR" },
    timezone: { value: "ZONE", text: "Zone of dates that name none, as in Europe/Kyiv" },
    content,
    out,
    yes: { text: "Ask nothing; what the folder doesn't say gets a placeholder" },
    "dry-run": { text: "Print the configuration, and write nothing" },
    json: { text: "Report as one JSON document" },
  },
  exitStatus: "0 written; 2 nothing written",
  async run(given, io) {
    const { switches } = given;
    const root = resolve(io.cwd, given.values.get("root") ?? ".");
    const flags = flagsIn(given, root, io.cwd);
    const target = join(root, "feedwright.yaml");
    const there = findSourceIn(root);
    if (there !== undefined) throw new ProblemError(problem("init-there", {}, { file: there }));
    const { lookAt, configurationText } = await import("../init/index.ts");
    const found = { ...(await lookAt(root, flags.content)), ...flags.told };
    const asking = switches.has("yes") || switches.has("json") ? undefined : io.asking;
    const known = asking === undefined ? found : { ...found, ...(await answers(found, asking)) };
    const { settings, problems } = settled(known, flags, basename(root), switches.has("yes"));
    const text = await configurationText(settings);
    const dryRun = switches.has("dry-run");
    if (!dryRun) write(target, text);
    if (switches.has("json"))
      io.stdout.write(
        jsonInit({ path: target, dryRun, found: known, settings, problems, base: root, cwd: io.cwd }),
      );
    else {
      const colours = coloursFor(io.stderr, io);
      io.stderr.write(problemList(problems, { base: root, cwd: io.cwd, colours, verbose: false }));
      io.stdout.write(dryRun ? text : findingsTable(known, settings, coloursFor(io.stdout, io)));
    }
    return 0;
  },
};

type Site = Partial<Record<"title" | "url" | "language" | "timezone", Told>>;

interface InitFlags {
  readonly told: Site;
  readonly content: string | undefined;
  readonly output: string | undefined;
}

const checks = {
  title: [(seen: string) => seen.trim() !== "", "text"],
  url: [isSiteAddress, "an http or https address, without `?` and `#`"],
  language: [(seen: string) => languageTag(seen) !== undefined, "a language tag, as in en or pt-BR"],
  timezone: [isTimezone, "an IANA time zone, as in Europe/Kyiv"],
} as const;
const siteKeys = ["title", "url", "language", "timezone"] as const;

/** What the command line says; it wins over what is found. */
function flagsIn({ values }: Given, root: string, cwd: string): InitFlags {
  if (!isFolder(root))
    throw new ProblemError(
      problem("flag-value", { flag: "--root", seen: values.get("root"), expected: "a folder that is there" }),
    );
  const told: Site = {};
  const wrong: Problem[] = [];
  for (const key of siteKeys) {
    const value = values.get(key);
    const [isRight, expected] = checks[key];
    if (value === undefined) continue;
    if (isRight(value)) told[key] = { value: value.trim(), from: `--${key}` };
    else wrong.push(problem("flag-value", { flag: `--${key}`, seen: value, expected }));
  }
  if (wrong.length > 0) throw new ProblemError(...wrong);
  const path = (name: string) => {
    const seen = values.get(name);
    return seen === undefined ? undefined : relative(root, resolve(cwd, seen)).replaceAll(sep, "/") || ".";
  };
  return { told, content: path("content"), output: path("out") };
}

/** What a person says of what the folder doesn't. */
async function answers(found: Findings, asking: NonNullable<Io["asking"]>): Promise<Site> {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const questions = {
    title: ["What is the publication called?", undefined],
    url: ["What is its address?", "https://"],
    language: ["Which language is it in?", "en"],
    timezone: ["Which time zone are its dates in, where they name none?", zone],
  } as const;
  const answers: Site = {};
  for (const key of siteKeys) {
    if (found[key] !== undefined) continue;
    const [isRight, expected] = checks[key];
    const [question, usual] = questions[key];
    const wrong = (answer: string) => (isRight(answer) ? undefined : `Expected ${expected}`);
    answers[key] = { value: await asking.text(question, wrong, usual), from: "as answered" };
  }
  return answers;
}

/** All that the configuration says; placeholders where nobody said it, and told to be. */
function settled(found: Findings, flags: InitFlags, name: string, yes: boolean) {
  const lacks = (["title", "url"] as const).filter((key) => found[key] === undefined);
  const unread = found.unread === undefined ? [] : [problem("init-unread", {}, { file: found.unread })];
  if (lacks.length > 0 && !yes) throw new ProblemError(...unread, problem("init-lacks", { lacks }));
  const placeholder = (value: string): Told => ({ value, from: "a placeholder: set it before you publish" });
  const instead = { title: placeholder(name), url: placeholder("https://example.com/") };
  const { articles } = found;
  const settings: Settings = {
    title: found.title ?? instead.title,
    url: found.url ?? instead.url,
    description: found.description,
    language: found.language ?? { value: "en", from: "assumed: nothing here says it" },
    timezone: found.timezone ?? { value: "UTC", from: "assumed, for dates that name no zone" },
    author: found.author,
    copyright: found.copyright,
    content: articles.content,
    output: flags.output ?? found.output,
    outputWhy: flags.output === undefined ? found.outputWhy : "as asked for with --out",
    permalink: articles.permalink,
    permalinkWhy: found.generator === undefined ? "after their files" : `as ${found.generator} gives them`,
    ignore: articles.ignore,
    pages: found.pages === true,
  };
  const example = /^https?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)\//.test(found.url?.value ?? "");
  const problems = [
    ...unread,
    ...lacks.map((key) => problem("init-placeholder", { key, value: instead[key].value })),
    ...(example && flags.told.url === undefined
      ? [problem("init-example", { value: settings.url.value })]
      : []),
    ...(articles.unsaid === undefined
      ? []
      : [problem("init-pattern", { seen: articles.unsaid, instead: articles.permalink })]),
    ...(articles.elsewhere === 0
      ? []
      : [problem("init-elsewhere", { count: articles.elsewhere, content: articles.content })]),
  ];
  return { settings, problems };
}

function write(target: string, text: string): void {
  try {
    writeFileSync(target, text, { flag: "wx" });
  } catch (error) {
    throw new ProblemError(problem("init-unwritable", { error }, { file: target }));
  }
}
