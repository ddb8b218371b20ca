import type { Command } from "../command.ts";
import { topFlags } from "../command.ts";
import type { FlagTable } from "../flags.ts";
import { flagsOf, type Offer, offerFor, quoted } from "./values.ts";

/** To be sourced, or to stand in a folder of `$fpath` as `_feedwright`. */
export function zshCompletion(commands: Readonly<Record<string, Command>>): string {
  const described = Object.entries(commands).map(([name, { summary }]) => word(`${name}:${summary}`));
  const cases = Object.entries(commands).map(([name, command]) => {
    const specs = [...specsOf(flagsOf(command)), ...wordSpec(command)];
    return [
      `        ${name}) _arguments -S \\`,
      specs.map((spec) => `          ${spec}`).join(" \\\n"),
      "          ;;",
    ];
  });
  return `#compdef feedwright
# feedwright's completions for zsh.
_feedwright() {
  local curcontext=$curcontext state line
  local -a commands=(
${described.map((each) => `    ${each}`).join("\n")}
  )
  _arguments -C \\
${specsOf(topFlags)
  .map((spec) => `    ${spec} \\`)
  .join("\n")}
    '1: :->command' '*:: :->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case $words[1] in
${cases.flat().join("\n")}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _feedwright ]]; then _feedwright "$@"; else compdef _feedwright feedwright; fi
`;
}

function specsOf(flags: FlagTable): string[] {
  return Object.entries(flags).flatMap(([name, flag]) => {
    const offer = offerFor(flag);
    const text = `[${flag.text.replace(/[[\]\\]/g, "\\$&")}]`;
    if (offer !== undefined) return [word(`--${name}=${text}:${flag.value ?? ""}:${actionOf(offer)}`)];
    if (flag.short === undefined) return [word(`--${name}${text}`)];
    const both = `(-${flag.short} --${name})`;
    return [word(`${both}-${flag.short}${text}`), word(`${both}--${name}${text}`)];
  });
}

function wordSpec({ words, word: name }: Command): string[] {
  if (words !== undefined) return [word(`1:${name}:(${words.join(" ")})`)];
  return name === undefined ? [] : [word(`1:${name}: `)];
}

function actionOf({ of }: Offer): string {
  if (typeof of === "object") return `(${of.join(" ")})`;
  return { folders: "_files -/", files: "_files", nothing: " " }[of];
}

function word(text: string): string {
  return quoted(text, "'\\''");
}
