import type { Told } from "./site.ts";

/** What a configuration is to say; who said it stands beside it. */
export interface Settings {
  readonly title: Told;
  readonly url: Told;
  readonly description?: Told | undefined;
  readonly language: Told;
  readonly timezone: Told;
  readonly author?: Told | undefined;
  readonly copyright?: Told | undefined;
  readonly content: string;
  readonly output: string;
  readonly outputWhy: string;
  readonly permalink: string;
  readonly permalinkWhy: string;
  readonly ignore: readonly string[];
  readonly pages: boolean;
}

/** The text of `feedwright.yaml`, with a word on where each value is from. */
export async function configurationText(settings: Settings): Promise<string> {
  const { dump } = await import("js-yaml");
  const write = (value: string) => dump(value, { lineWidth: -1 }).trimEnd();
  const keys = ["title", "url", "description", "language", "timezone", "author", "copyright"] as const;
  const site = keys.flatMap((key) => {
    const said = settings[key];
    return said === undefined ? [] : [`  ${key}: ${write(said.value)} # ${plainly(said.from)}`];
  });
  const { content, output, outputWhy, permalink, permalinkWhy, ignore, pages } = settings;
  const lines = [
    "# yaml-language-server: $schema=./node_modules/feedwright/feedwright.schema.json",
    "site:",
    ...site,
    "# The folder of the articles.",
    `content: ${write(content)}`,
    `# The folder of the feeds: ${plainly(outputWhy)}.`,
    `output: ${write(output)}`,
    `# The articles' addresses: ${plainly(permalinkWhy)}.`,
    `permalink: ${write(permalink)}`,
    ...(ignore.length === 0 ? [] : ["# Pages without a date, which are no articles.", "ignore:"]),
    ...ignore.map((glob) => `  - ${write(glob)}`),
    ...(pages
      ? ["# A page for each article and a front page: nothing else here makes any.", "pages: true"]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** A comment ends with its line. */
function plainly(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
