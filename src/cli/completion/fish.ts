import type { Command } from "../command.ts";
import { topFlags } from "../command.ts";
import type { Flag, FlagTable } from "../flags.ts";
import { flagsOf, type Offer, offerFor, quoted } from "./values.ts";

/** To be sourced, or to stand in `~/.config/fish/completions/`. */
export function fishCompletion(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).flatMap(([name, command]) => [
    line("__feedwright_lacks", `-a ${name}`, command.summary),
    ...flagLines(`__feedwright_has ${name}`, flagsOf(command)),
    ...(command.words === undefined
      ? []
      : [line(`__feedwright_has ${name}`, `-a ${word(command.words.join(" "))}`)]),
  ]);
  return `# feedwright's completions for fish.
function __feedwright_lacks
    test (count (commandline -opc)) -eq 1
end

function __feedwright_has
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[2] = $argv[1]
end

complete -c feedwright -e
complete -c feedwright -f
${[...flagLines("__feedwright_lacks", topFlags), ...lines].join("\n")}
`;
}

function flagLines(when: string, flags: FlagTable): string[] {
  return Object.entries(flags).map(([name, flag]) => line(when, optionOf(name, flag), flag.text));
}

function optionOf(name: string, flag: Flag): string {
  const offer = offerFor(flag);
  const short = flag.short === undefined ? "" : `-s ${flag.short} `;
  return `${short}-l ${name}${offer === undefined ? "" : ` ${offering(offer)}`}`;
}

function offering({ of }: Offer): string {
  if (typeof of === "object") return `-x -a ${word(of.join(" "))}`;
  return { folders: "-x -a '(__fish_complete_directories)'", files: "-r -F", nothing: "-x" }[of];
}

function line(when: string, option: string, text?: string): string {
  const told = text === undefined ? "" : ` -d ${word(text)}`;
  return `complete -c feedwright -n ${word(when)} ${option}${told}`;
}

function word(text: string): string {
  return quoted(text.replaceAll("\\", "\\\\"), "\\'");
}
