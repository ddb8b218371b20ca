import { load } from "../config/index.ts";
import type { Instant } from "../model.ts";
import { nearest } from "../near.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";
import { coloursFor } from "./colours.ts";
import type { Command } from "./command.ts";
import { configFlags, configFlagsOf } from "./configFlags.ts";
import type { Given } from "./flags.ts";
import type { Io } from "./io.ts";
import { jsonNew } from "./json.ts";
import { seenFrom } from "./placeName.ts";
import { plain } from "./plain.ts";
import { problemList } from "./problemList.ts";

const { root, config, content, url } = configFlags;

/** `feedwright new`. */
export const newCommand: Command = {
  summary: "Write a new article",
  word: '"HEADLINE"',
  flags: {
    root,
    config,
    content,
    title: { ...configFlags.title, text: "The site's title, not the article's" },
    url,
    topic: { value: "TEXT", text: "The label above the headline; on a terminal, asked for otherwise" },
    date: { value: "DATE", text: "When it is published, in the site's zone where it names none; else now" },
    draft: { text: "Mark it as a draft, which no build publishes" },
    folder: { value: "DIR", text: "Folder below that of the articles" },
    name: { value: "TEXT", text: "What the file is called; else after the headline" },
    json: { text: "Report as one JSON document" },
  },
  exitStatus: "0 written, and its path printed; 2 nothing written",
  async run(given, io) {
    const { config } = await load({ cwd: io.cwd, flags: configFlagsOf(given) });
    const asking = given.switches.has("json") ? undefined : io.asking;
    const now = io.now();
    const date = await dateIn(given, config.site.timezone, now);
    const title = given.words[0] ?? (await asking?.text("Headline", lacking)) ?? "";
    const { topicsOf } = await import("../topics.ts");
    const topics = async () => await topicsOf(config, now);
    const { topic, problems } = await topicIn(given, topics, asking);
    const { writeNewArticle } = await import("../newArticle/index.ts");
    const [draft, folder, name] = [
      given.switches.has("draft"),
      given.values.get("folder"),
      given.values.get("name"),
    ];
    const written = await writeNewArticle({ title, date, topic, draft, folder, name }, config);
    const showing = { base: config.content, cwd: io.cwd };
    if (given.switches.has("json"))
      io.stdout.write(jsonNew({ ...written, topic, draft, problems, ...showing }));
    else {
      const colours = coloursFor(io.stderr, io);
      io.stderr.write(problemList(problems, { ...showing, colours, verbose: false }));
      io.stdout.write(`${plain(seenFrom(io.cwd, written.path))}\n`);
    }
    return 0;
  },
};

function lacking(answer: string): string | undefined {
  return answer === "" ? "An article needs its headline" : undefined;
}

/** What `--date` says, as front matter would be read. */
async function dateIn({ values }: Given, timezone: string, now: Instant): Promise<Instant> {
  const seen = values.get("date");
  if (seen === undefined) return now;
  const { readDate, zoneOf } = await import("../parse/index.ts");
  const date = readDate(seen, await zoneOf(timezone));
  if (typeof date === "object") return date.instant;
  const expected = "a date, as in 2026-12-01 or 2026-12-01T09:00";
  throw new ProblemError(problem("flag-value", { flag: "--date", seen, expected }));
}

interface Topic {
  readonly topic: string | undefined;
  readonly problems: readonly Problem[];
}

/** What `--topic` says, with a word on a near miss; or what a person chooses. */
async function topicIn(
  { values }: Given,
  known: () => Promise<readonly string[]>,
  asking: Io["asking"],
): Promise<Topic> {
  const seen = values.get("topic")?.trim();
  if (seen === "") return { topic: undefined, problems: [] };
  if (seen !== undefined) {
    const topics = await known();
    const meant = topics.includes(seen) ? undefined : nearest(seen, topics);
    return { topic: seen, problems: meant === undefined ? [] : [problem("topic-near", { seen, meant })] };
  }
  return { topic: asking && (await chosenTopic(await known(), asking)), problems: [] };
}

const [none, another] = ["none", "another"];

async function chosenTopic(
  topics: readonly string[],
  asking: NonNullable<Io["asking"]>,
): Promise<string | undefined> {
  const answers = [
    ...topics.map((label, index) => ({ value: String(index), label })),
    { value: another, label: topics.length === 0 ? "A topic" : "Another one" },
    { value: none, label: "No topic" },
  ];
  const chosen = await asking.choose("Topic", answers);
  if (chosen === none) return undefined;
  if (chosen !== another) return topics[Number(chosen)];
  return await asking.text("New topic", (answer) => (answer === "" ? "A topic is a word or two" : undefined));
}
