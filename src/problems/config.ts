import { systemReason, wording } from "./wording.ts";

/** What can be wrong with the configuration, whether in the file or on the command line. */
export const configProblems = {
  "config-missing": wording<{ from: string; lacking?: "--title" | "--url" | undefined }>({
    severity: "fatal",
    why: "A feed needs at least the site's title and address; nothing sensible can be assumed for them.",
    message: ({ from, lacking }) =>
      `no feedwright.yaml was found in ${from} or above it${lacking ? `, and ${lacking} is missing` : ""}`,
    hint: ({ lacking }) =>
      lacking === undefined
        ? 'write one, or give --title "…" and --url https://…'
        : `write one, or give ${lacking === "--url" ? "--url https://…" : '--title "…"'} too`,
  }),
  "config-unreadable": wording<{ error: unknown }>({
    severity: "fatal",
    why: "A build that went on without its configuration would publish something else.",
    message: ({ error }) => `the configuration can't be read: ${systemReason(error)}`,
    hint: () => "check its path and permissions",
  }),
  "config-not-file": wording<{ seen: string }>({
    severity: "fatal",
    why: "Only a regular file has an end; a pipe or a device could keep a build waiting for ever.",
    message: ({ seen }) => `the configuration is ${seen}; expected a file`,
    hint: () => "name the file with --config FILE, or the folder with --root DIR",
  }),
  "config-too-large": wording<{ limit: number }>({
    severity: "fatal",
    why: "A configuration beyond this size is another file by mistake.",
    message: ({ limit }) => `the configuration is larger than ${limit / 1024} kB`,
    hint: () => "check that --config names the right file",
  }),
  "config-not-utf8": wording<object>({
    severity: "fatal",
    why: "Text in another encoding would reach readers as garbled characters.",
    message: () => "the configuration is not UTF-8",
    hint: () => "save it as UTF-8",
  }),
  "config-syntax": wording<{ language: "YAML" | "JSON"; reason: string }>({
    severity: "fatal",
    why: "A configuration that can't be read whole isn't used in part.",
    message: ({ language, reason }) => `this is not valid ${language}: ${reason}`,
    hint: ({ language, reason }) => {
      if (/duplicat/i.test(reason)) return "keep one of the two";
      return language === "YAML" ? "quote values that hold `: ` or `#`, and indent with spaces" : "";
    },
  }),
  "config-module": wording<{ error: unknown }>({
    severity: "fatal",
    why: "A configuration module is run by Node, and has to load.",
    message: ({ error }) => `the configuration module can't be loaded: ${systemReason(error)}`,
    hint: () => "run it with node to see the whole error",
  }),
  "config-typescript": wording<{ version: string }>({
    severity: "fatal",
    why: "TypeScript is run by Node itself, from 22.18 on; feedwright brings no compiler.",
    message: ({ version }) => `Node ${version} can't run a TypeScript configuration`,
    hint: () => "use Node 22.18 or newer, or write feedwright.mjs or feedwright.yaml",
  }),
  "config-shape": wording<{ seen: string }>({
    severity: "fatal",
    why: "The configuration names things: it is a mapping of keys to values.",
    message: ({ seen }) => `the configuration is ${seen}; expected keys with values`,
    hint: () => "write `site:`, and below it `title: …` and `url: …`; a module exports them as default",
  }),
  "config-key-unknown": wording<{
    key: string;
    known: readonly string[];
    meant: string | undefined;
    of: "configuration" | "profile" | "options";
  }>({
    severity: "fatal",
    why: "A misspelt key would be silently without effect.",
    message: ({ key, of }) => `\`${key}\` is not a key of the ${of}`,
    hint: ({ known, meant }) =>
      meant ? `did you mean \`${meant}\`?` : `expected one of ${known.join(", ")}`,
  }),
  "config-key-missing": wording<{ key: string; expected: string }>({
    severity: "fatal",
    why: "Without it no valid feed can be written.",
    message: ({ key, expected }) => `\`${key}\` is missing; expected ${expected}`,
    hint: ({ key }) => howToAdd(key),
  }),
  "config-key-twice": wording<{
    key: string;
    twin: string;
    isRival?: boolean | undefined;
  }>({
    severity: "fatal",
    why: "Two keys for one thing, or two that say the contrary of each other: which of them counts would be a guess.",
    message: ({ key, twin, isRival }) =>
      isRival
        ? `\`${key}\` and \`${twin}\` can't stand together`
        : `\`${key}\` and \`${twin}\` are the same setting`,
    hint: () => "keep one of the two",
  }),
  "config-value": wording<{ key: string; seen: string; expected: string; meant: string | undefined }>({
    severity: "fatal",
    why: "A value that means nothing must not act as another one.",
    message: ({ key, seen, expected }) => `\`${key}\` is ${seen}; expected ${expected}`,
    hint: ({ meant }) => (meant ? `did you mean \`${meant}\`?` : ""),
  }),
  "flag-unknown": wording<{ flag: string; meant: string | undefined }>({
    severity: "fatal",
    why: "A misspelt flag would be silently without effect.",
    message: ({ flag }) => `\`${flag}\` is not a flag of this command`,
    hint: ({ meant }) => (meant ? `did you mean \`${meant}\`?` : "see --help"),
  }),
  "flag-value": wording<{
    flag: string;
    seen: string | undefined;
    expected: string;
    meant?: string | undefined;
  }>({
    severity: "fatal",
    why: "A flag without a value that can be used has no meaning.",
    message: ({ flag, seen, expected }) =>
      `\`${flag}\` is ${seen === undefined ? "without a value" : `\`${seen}\``}; expected ${expected}`,
    hint: ({ meant }) => (meant ? `did you mean \`${meant}\`?` : "see --help"),
  }),
  "word-unexpected": wording<{ word: string; meant?: string | undefined }>({
    severity: "fatal",
    why: "A word that no flag takes is a flag's name or a pair of quotes forgotten.",
    message: ({ word }) => `\`${word}\` belongs to no flag`,
    hint: ({ meant }) =>
      meant ? `did you mean \`${meant}\`?` : "quote values that hold blanks, as in --title 'The Daily'",
  }),
  "command-unknown": wording<{ command: string; meant: string | undefined }>({
    severity: "fatal",
    why: "Only known commands are run.",
    message: ({ command }) => `\`${command}\` is not a command of feedwright`,
    hint: ({ meant }) => (meant ? `did you mean \`${meant}\`?` : "see feedwright --help"),
  }),
  "shell-unknown": wording<{ seen: string | undefined; meant: string | undefined }>({
    severity: "fatal",
    why: "Completions are written in the shell's own language.",
    message: ({ seen }) =>
      `${seen === undefined ? "the shell's name is missing" : `there are no completions for \`${seen}\``}; expected bash, zsh or fish`,
    hint: ({ meant }) =>
      meant === undefined ? "`echo $SHELL` says which one you have" : `did you mean \`${meant}\`?`,
  }),
  "folder-gone": wording<object>({
    severity: "fatal",
    why: "Relative paths mean nothing where the working directory was deleted.",
    message: () => "the working directory is not there any more",
    hint: () => "go to a folder that is there, as with cd",
  }),
  unexpected: wording<{ reason: string }>({
    severity: "fatal",
    why: "A fault of feedwright itself, not of the articles or the configuration.",
    message: ({ reason }) => `feedwright failed: ${reason}`,
    hint: () => "please report it, with what --verbose says",
  }),
};

function howToAdd(key: string): string {
  const [name = key, ...above] = key.split(".").reverse();
  const flag = /^site\.(?:title|url)$/.test(key) ? `, or give --${name}` : "";
  return `add \`${name}: …\`${above.length === 0 ? "" : ` below \`${above.reverse().join(".")}\``}${flag}`;
}
