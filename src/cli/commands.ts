import { buildCommand } from "./build.ts";
import type { Command } from "./command.ts";
import { completionCommand } from "./completion.ts";
import { importCommand } from "./import.ts";
import { initCommand } from "./init.ts";
import { newCommand } from "./new.ts";
import { nextCommand } from "./next.ts";
import { notifyCommand } from "./notify.ts";
import { serveCommand } from "./serve.ts";

/** All that feedwright does, in the order of its help. */
export const commands: Readonly<Record<string, Command>> = {
  init: initCommand,
  new: newCommand,
  build: buildCommand,
  next: nextCommand,
  notify: notifyCommand,
  serve: serveCommand,
  import: importCommand,
  completion: completionCommand(() => commands),
};
