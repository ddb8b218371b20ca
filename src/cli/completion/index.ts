import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import { zshCompletion } from "./zsh.ts";

/** A shell to what makes its completion script of all commands. */
export const completions = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };
