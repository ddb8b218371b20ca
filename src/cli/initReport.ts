import type { Findings, Settings } from "../init/index.ts";
import { count, grouped } from "./amounts.ts";
import type { Colours } from "./colours.ts";
import { cut, plain } from "./plain.ts";
import { columns } from "./table.ts";

/** What was found in a folder, for people, and what comes next. */
export function findingsTable(found: Findings, settings: Settings, colours: Colours): string {
  const { title, url, language, timezone, content, output, permalink, ignore, pages } = settings;
  const told = Object.entries({ title, url, language, timezone }).map(
    ([name, { value, from }]) => [name, value, from] as const,
  );
  const { articles, generator = "no generator that is known", notes = [] } = found;
  const without = ignore.length === 0 ? "" : `; of pages without dates, ${grouped(ignore.length)} ignored`;
  const rows = [
    ["generator", generator, ""],
    ...told,
    ["content", content, `${count(articles.count, "article")}${without}`],
    ["permalink", permalink, ""],
    ["output", output, pages ? "feeds, and pages of the articles" : ""],
  ];
  const lines = columns(
    rows.map(([name = "", value = "", from = ""]) => [
      { text: name, paint: colours.dim },
      { text: cut(plain(value), 60), paint: colours.bold },
      { text: plain(from), paint: colours.dim },
    ]),
  );
  const next = articles.count === 0 ? 'npx feedwright new "A headline"' : "npx feedwright build";
  const last = [...notes.map((note) => `Note: ${note}.`), `feedwright.yaml is written. Next: ${next}`];
  return [...lines, "", ...last].map((line) => `${`  ${line}`.trimEnd()}\n`).join("");
}
