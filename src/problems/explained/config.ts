import type { configProblems } from "../config.ts";
import type { Explanations } from "./explanation.ts";

const site = "site:\n  title: The Daily Example\n  url: https://daily.example/\n";

export const configExplained: Explanations<typeof configProblems> = {
  "config-missing": {
    what: "Neither the working directory nor a folder above it has a configuration, and the command line doesn't say title and address.",
    fix: "Run the command in the site's folder, or name that with `--root DIR`. `feedwright init` writes a configuration for it.",
    wrong: "feedwright build",
    right: 'feedwright build --title "The Daily Example" --url https://daily.example/',
  },
  "config-unreadable": {
    what: "The configuration is there, or was named with `--config`, but the system doesn't let it be read.",
    fix: "Look at the file's name, and let whoever runs the build read it: `chmod a+r feedwright.yaml`.",
  },
  "config-not-file": {
    what: "What stands in the configuration's place is a folder, a pipe or a device.",
    fix: "Name the file itself. A folder to start from goes to `--root`.",
    wrong: "feedwright build --config .",
    right: "feedwright build --root .",
  },
  "config-too-large": {
    what: "The file that is to be the configuration has more than 1 MB.",
    fix: "Look whether `--config` names the file that you meant.",
  },
  "config-not-utf8": {
    what: "The configuration's bytes are no UTF-8: it was saved as Windows-1252, UTF-16 or the like.",
    fix: "Save it again as UTF-8; in most editors the encoding stands in the status line.",
  },
  "config-syntax": {
    what: "The configuration is no YAML, or no JSON, from this place on.",
    fix: "Put values that hold `: `, ` #` or begin with a special sign in quotes, and indent with spaces, not tabs.",
    wrong: "site:\n  title: The Daily: an example\n  url: https://daily.example/\n",
    right: 'site:\n  title: "The Daily: an example"\n  url: https://daily.example/\n',
  },
  "config-module": {
    what: "The configuration is a program, and Node can't load it.",
    fix: "Run `node feedwright.mjs`: Node then shows the whole error with its line.",
  },
  "config-typescript": {
    what: "The configuration is TypeScript, and this Node runs none.",
    fix: "Update Node to 22.18 or newer, or write the configuration as `feedwright.mjs` or `feedwright.yaml`.",
  },
  "config-shape": {
    what: "The configuration is a list or a single value, not keys with values.",
    fix: "Write keys with values, `site` among them.",
    wrong: "- title: The Daily Example\n",
    right: site,
  },
  "config-key-unknown": {
    what: "The configuration has a key that feedwright doesn't know.",
    fix: "Write the key as [configuration.md](configuration.md) has it, or take it out.",
    wrong: `${site}outptu: public\n`,
    right: `${site}output: public\n`,
  },
  "config-key-missing": {
    what: "A key that has to be there is not.",
    fix: "Add it. The title and the address can stand on the command line, too.",
    wrong: "site:\n  title: The Daily Example\n",
    right: site,
  },
  "config-key-twice": {
    what: "Two keys say the same thing, or exclude each other.",
    fix: "Keep the one that is meant.",
    wrong: `${site}  author: Jane\n  authors: [Jane, John]\n`,
    right: `${site}  authors: [Jane, John]\n`,
  },
  "config-value": {
    what: "A key has a value that means nothing there.",
    fix: "Write one of the values that the message names; [configuration.md](configuration.md) has all.",
    wrong: `${site}feeds:\n  content: ful\n`,
    right: `${site}feeds:\n  content: full\n`,
  },
  "flag-unknown": {
    what: "The command line has a flag that this command doesn't take.",
    fix: "`feedwright <command> --help` lists a command's flags.",
    wrong: "feedwright build --titel Daily",
    right: "feedwright build --title Daily --url https://daily.example/",
  },
  "flag-value": {
    what: "A flag lacks its value, or has one that it can't use.",
    fix: "Give a value as the message says. One that begins with `-` goes behind `=`: `--title=-`.",
    wrong: "feedwright build --now noon",
    right: "feedwright build --now 2026-12-01T12:00:00Z --title Daily --url https://daily.example/",
  },
  "word-unexpected": {
    what: "A word on the command line belongs to no flag.",
    fix: "Put values with blanks in quotes, and name folders with their flag.",
    wrong: "feedwright build --title The Daily --url https://daily.example/",
    right: 'feedwright build --title "The Daily" --url https://daily.example/',
  },
  "command-unknown": {
    what: "The first word is no command of feedwright.",
    fix: "`feedwright --help` lists the commands.",
    wrong: "feedwright biuld",
    right: "feedwright --help",
  },
  "shell-unknown": {
    what: "`feedwright completion` doesn't know which shell it is for, or knows none of that name.",
    fix: "Name bash, zsh or fish. `echo $SHELL` says which one you have.",
    wrong: "feedwright completion",
    right: "feedwright completion bash",
  },
  "folder-gone": {
    what: "The folder that the command was started in has been deleted since the shell went there.",
    fix: "Go to a folder that is there: `cd` and its path.",
  },
  unexpected: {
    what: "feedwright met something that it has no message for.",
    fix: "Run the command once more with `--verbose`, and report what it says. The feeds are as they were.",
  },
};
