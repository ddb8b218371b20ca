import { load } from "../config/index.ts";
import { ProblemError, problem } from "../problems/index.ts";
import type { Command } from "./command.ts";
import { configFlags, configFlagsOf } from "./configFlags.ts";
import type { Given } from "./flags.ts";
import { jsonNotices } from "./json.ts";
import { sayNotices, tellHubs } from "./notices.ts";

const { root, config, out, title, url } = configFlags;

/** `feedwright notify`. */
export const notifyCommand: Command = {
  summary: "Tell the WebSub hubs which feeds changed since they were last told",
  flags: {
    root,
    config,
    out: { ...out, text: "Folder that the feeds were written to" },
    title,
    url,
    hub: { value: "URL", text: "Tell this hub instead of the configuration's" },
    check: { text: "Tell only of feeds that their own address serves as they were built" },
    "dry-run": { text: "Say what would be told, and ask nobody for anything" },
    json: { text: "Report as one JSON document" },
    verbose: { text: "Show every feed and problem" },
  },
  exitStatus: "0 every hub knows of every feed; 1 something is still owed; 2 no hub was told",
  async run(given, io) {
    const { switches } = given;
    const hubs = await hubsIn(given);
    const { config } = await load({ cwd: io.cwd, flags: configFlagsOf(given) });
    const [dryRun, check] = [switches.has("dry-run"), switches.has("check")];
    const notices = await tellHubs({ config, hubs, check, dryRun }, io);
    const { problems } = notices;
    const exitCode = problems.length > 0 ? 1 : 0;
    const showing = { base: config.root, dryRun, verbose: switches.has("verbose") };
    if (!switches.has("json")) sayNotices(notices, showing, io);
    else io.stdout.write(jsonNotices({ exitCode, notices, problems, cwd: io.cwd, ...showing }));
    return exitCode;
  },
};

async function hubsIn({ values }: Given): Promise<readonly string[] | undefined> {
  const seen = values.get("hub");
  if (seen === undefined) return undefined;
  const { isHub } = await import("../notify/index.ts");
  if (isHub(seen)) return [seen];
  throw new ProblemError(
    problem("flag-value", { flag: "--hub", seen, expected: "an http or https address" }),
  );
}
