import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { missing } from "../readers/tools.ts";
import { folder, run } from "./support.ts";

const script = async (shell: string) => (await run(["completion", shell])).out;

/** A folder with the script, folders and files. */
async function prepared(shell: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  return folder({
    "feedwright.sh": await script(shell),
    "news room/a.md": "",
    "notes.yaml": "",
    ...more,
  });
}

type Offered = (line: string) => Promise<string[]>;

/** What bash's own completion gives for a line: the words as readline cuts them, `=` apart. */
const bash: Offered = async (line) => {
  const cut = line.split(/ |(=)/).filter((word) => word !== undefined);
  const words = line.endsWith("=") ? cut : cut.filter((word, at) => word !== "" || at === cut.length - 1);
  const call = `source ./feedwright.sh
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}) COMP_CWORD=${words.length - 1}
_feedwright && printf '%s\\n' "\${COMPREPLY[@]}"`;
  const said = spawnSync("bash", ["--norc", "-c", call], { cwd: await prepared("bash"), encoding: "utf8" });
  expect(said.stderr).toBe("");
  return said.stdout.split("\n").filter((each) => each !== "");
};

const fish: Offered = async (line) => {
  const call = `source ./feedwright.sh; complete -C '${line}'`;
  const said = spawnSync("fish", ["--no-config", "-c", call], {
    cwd: await prepared("fish"),
    encoding: "utf8",
  });
  expect(said.stderr).toBe("");
  return said.stdout.split("\n").filter((each) => each !== "");
};

/** A zsh at a terminal of its own, which notes all that it would add, and leaves after the first TAB. */
const zshrc = `
autoload -Uz compinit; compinit -u -D
source ./feedwright.sh
compadd() {
  local -a words
  builtin compadd -A words "$@"
  print -rl -- \${(Q)words} >> hits
  builtin compadd "$@"
}
first() { zle complete-word; exit }
zle -N first; bindkey '^I' first
PROMPT='ready> '
`;

const zsh: Offered = async (line) => {
  const cwd = await prepared("zsh", { ".zshrc": zshrc, hits: "" });
  const env = { ...process.env, ZDOTDIR: cwd, TERM: "dumb" };
  const child = spawn("script", ["-qec", "zsh -d -i", "/dev/null"], { cwd, env });
  let shown = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (shown.includes("ready> ")) return;
    shown += chunk.toString();
    if (shown.includes("ready> ")) child.stdin.write(`${line}\t`);
  });
  await new Promise((done) => child.on("exit", done));
  const hits = readFileSync(join(cwd, "hits"), "utf8").split("\n");
  return [...new Set(hits.filter((each) => each !== ""))];
};

const shells = [
  ["bash", bash],
  ["zsh", zsh],
  ["fish", fish],
] as const;

describe.each(shells)("%s", (name, offered) => {
  const lacking = missing(name, name, ["--version"]);
  /** What is offered, without what is said of it. */
  const names = async (line: string) =>
    (await offered(line)).map((each) =>
      each
        .split("\t")[0]
        ?.replace(/^(-.*)=$/, "$1")
        .replace(/\/$/, ""),
    );

  it.skipIf(lacking)("completes commands", async () => {
    expect([...(await names("feedwright "))].sort()).toEqual(
      expect.arrayContaining(Object.keys(commands).sort()),
    );
    expect(await names("feedwright bu")).toEqual(["build"]);
  });

  it.skipIf(lacking)("completes a command's own flags", async () => {
    expect([...(await names("feedwright build --f"))].sort()).toEqual(["--force", "--format"]);
    expect(await names("feedwright next --f")).toEqual(["--format"]);
    expect(await names("feedwright init --f")).toEqual([]);
  });

  it.skipIf(lacking)("completes the values that a flag has", async () => {
    expect(await names("feedwright build --format s")).toEqual(["sarif"]);
    expect(
      (await names("feedwright build --format=g")).map((each) => each?.replace("--format=", "")),
    ).toEqual(["github"]);
    expect([...(await names("feedwright next --format "))].sort()).toEqual(["iso", "seconds", "systemd"]);
  });

  it.skipIf(lacking)("completes folders for folders and files for files", async () => {
    expect(await names("feedwright build --content n")).toEqual(["news room"]);
    expect([...(await names("feedwright build --config n"))].sort()).toEqual(["news room", "notes.yaml"]);
  });

  it.skipIf(lacking)("completes no text", async () => {
    expect(await names("feedwright build --title n")).toEqual([]);
  });

  it.skipIf(lacking)("completes the word that a command takes", async () => {
    expect(await names("feedwright completion f")).toEqual(["fish"]);
  });
});

describe("feedwright completion", () => {
  it.each([
    [[], "the shell's name is missing; expected bash, zsh or fish", "`echo $SHELL` says which one you have"],
    [["fisch"], "there are no completions for `fisch`; expected bash, zsh or fish", "did you mean `fish`?"],
    [
      ["cmd"],
      "there are no completions for `cmd`; expected bash, zsh or fish",
      "`echo $SHELL` says which one",
    ],
  ])("%j is told to name a shell", async (words, message, hint) => {
    const { exitCode, out, err } = await run(["completion", ...words]);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });
});
