import type { Command } from "../command.ts";
import { topFlags } from "../command.ts";
import type { FlagTable } from "../flags.ts";
import { flagsOf, type Offer, offerFor } from "./values.ts";

/** For bash 3.2, which macOS has, and newer. */
export function bashCompletion(commands: Readonly<Record<string, Command>>): string {
  const names = Object.keys(commands);
  const cases = Object.entries(commands).map(([name, command]) => caseOf(name, command));
  return `# feedwright's completions for bash.
_feedwright_offer() {
  local each
  while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen "$@" -- "$word")
}

_feedwright_paths() {
  compopt -o filenames 2>/dev/null
  _feedwright_offer "$@"
}

_feedwright() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} words=
  COMPREPLY=()
  # bash takes --flag=value apart.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    _feedwright_offer -W '${[...names, ...written(topFlags)].join(" ")}'
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
  _feedwright_offer -W "$words"
}

complete -F _feedwright feedwright
`;
}

function caseOf(name: string, command: Command): string {
  const flags = flagsOf(command);
  const values = Object.entries(flags).flatMap(([flag, each]) => {
    const offer = offerFor(each);
    return offer === undefined ? [] : [`        --${flag}) ${offering(offer)}return ;;`];
  });
  return [
    `    ${name})`,
    "      case $before in",
    ...values,
    "      esac",
    `      words='${[...(command.words ?? []), ...written(flags)].join(" ")}'`,
    "      ;;",
  ].join("\n");
}

function offering({ of }: Offer): string {
  if (typeof of === "object") return `_feedwright_offer -W '${of.join(" ")}'; `;
  return { folders: "_feedwright_paths -d; ", files: "_feedwright_paths -f; ", nothing: "" }[of];
}

function written(flags: FlagTable): string[] {
  return Object.entries(flags).flatMap(([name, { short }]) => [
    `--${name}`,
    ...(short === undefined ? [] : [`-${short}`]),
  ]);
}
