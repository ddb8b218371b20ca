import { nearest } from "../near.ts";
import { ProblemError, problem } from "../problems/index.ts";
import type { Command } from "./command.ts";

const shells = ["bash", "zsh", "fish"] as const;

/**
 * `feedwright completion`. The script holds all commands and flags, so that no key press starts a Node.
 * @param commands gives all commands, this one among them
 */
export function completionCommand(commands: () => Readonly<Record<string, Command>>): Command {
  return {
    summary: "Print what has a shell complete feedwright's commands and flags",
    word: shells.join("|"),
    words: shells,
    flags: {},
    exitStatus: "0 printed; 2 not a shell that there are completions for",
    async run({ words: [seen] }, io) {
      const shell = shells.find((name) => name === seen);
      if (shell === undefined) {
        const meant = seen === undefined ? undefined : nearest(seen, shells);
        throw new ProblemError(problem("shell-unknown", { seen, meant }));
      }
      const { completions } = await import("./completion/index.ts");
      io.stdout.write(completions[shell](commands()));
      return 0;
    },
  };
}
