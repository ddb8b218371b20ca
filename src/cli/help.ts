import type { Command } from "./command.ts";
import { commonFlags, topFlags } from "./command.ts";
import type { FlagTable } from "./flags.ts";
import { columns } from "./table.ts";

/** What `feedwright` alone says. */
export function overview(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [
    { text: `  ${name}` },
    { text: summary },
  ]);
  return sections([
    "feedwright turns a folder of Markdown articles into RSS, Atom and JSON feeds.",
    "Usage: feedwright <command> [flags]",
    ["Commands:", ...columns(rows)].join("\n"),
    ["Flags:", ...flagRows(topFlags)].join("\n"),
    "`feedwright <command> --help` says more about a command.",
  ]);
}

/** What `feedwright <command> --help` says. */
export function helpFor(name: string, { summary, flags, word, exitStatus }: Command): string {
  return sections([
    `${summary}.`,
    `Usage: feedwright ${name}${word === undefined ? "" : ` ${word}`} [flags]`,
    ["Flags:", ...flagRows({ ...flags, ...commonFlags })].join("\n"),
    `Exit status: ${exitStatus}.`,
  ]);
}

function flagRows(flags: FlagTable): string[] {
  return columns(
    Object.entries(flags).map(([name, { short, value, text }]) => {
      const written = `${short === undefined ? "    " : `-${short}, `}--${name}`;
      return [{ text: `  ${written}${value === undefined ? "" : ` ${value}`}` }, { text }];
    }),
  );
}

function sections(texts: readonly string[]): string {
  return `${texts.join("\n\n")}\n`;
}
