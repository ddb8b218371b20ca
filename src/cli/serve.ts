import { ProblemError, problem } from "../problems/index.ts";
import type { Preview } from "../serve/index.ts";
import { coloursFor } from "./colours.ts";
import type { Command } from "./command.ts";
import { configFlags } from "./configFlags.ts";
import type { Given } from "./flags.ts";
import type { Io } from "./io.ts";
import { framed, placeName } from "./problemList.ts";
import { RoundLog } from "./roundLog.ts";
import { watching } from "./watch.ts";

const loopback = "127.0.0.1";
const usualPort = 4400;

/** `feedwright serve`. */
export const serveCommand: Command = {
  summary: "Build, show a preview of the feeds, and build again whenever something changes",
  flags: {
    ...configFlags,
    port: { value: "N", text: `Port to listen at; ${usualPort} otherwise, or the next one that is free` },
    host: { value: "ADDR", text: "Address to listen at; only this machine is answered otherwise" },
    open: { text: "Open the preview in the browser" },
    force: { text: "Write even where a feed would become empty or lose most of its articles" },
    verbose: { text: "Show every file, problem and article held back" },
  },
  exitStatus: "0 ended by Ctrl-C; 2 nothing could be shown",
  async run(given, io) {
    const address = { host: given.values.get("host") ?? loopback, port: portIn(given) };
    const { Preview } = await import("../serve/index.ts");
    const preview = new Preview(address, {
      placeOf: ({ place }, base) => (place === undefined ? "" : placeName(place, { base, cwd: io.cwd })),
      frameOf: ({ place }, { base, content }) => framed(place, { base, content }),
    });
    const log = new RoundLog(io, given.switches.has("verbose"));
    let shown = Promise.resolve();
    try {
      return await watching(
        given,
        io,
        (round) => {
          log.say(round);
          shown = shown.then(() => preview.show(round));
        },
        async () => await begin(preview, given, io),
      );
    } finally {
      await shown;
      await preview.close();
    }
  },
};

/** Listens, and says where. */
async function begin(preview: Preview, given: Given, io: Io): Promise<void> {
  const asked = portIn(given);
  const port = await preview.listen();
  const { bold, cyan, yellow } = coloursFor(io.stdout, io);
  const host = given.values.get("host") ?? loopback;
  const { previewLink } = await import("../serve/index.ts");
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const taken =
    asked !== 0 && port !== asked ? yellow(`  Port ${asked} is taken; this is the next one.\n`) : "";
  const beyond = isLoopback(host) ? "" : yellow("  Whoever reaches this address can read what is served.\n");
  io.stdout.write(`\n  ${bold("Preview")}  ${cyan(address + previewLink(""))}\n${taken}${beyond}\n`);
  if (given.switches.has("open")) await openInBrowser(address + previewLink(""));
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function portIn({ values }: Given): number {
  const seen = values.get("port");
  if (seen === undefined) return usualPort;
  const port = /^\d{1,5}$/.test(seen) ? Number(seen) : Number.NaN;
  if (port <= 65_535) return port;
  throw new ProblemError(
    problem("flag-value", { flag: "--port", seen, expected: "a number from 0 to 65535" }),
  );
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** The system's own way; where it has none, the address was said. */
async function openInBrowser(address: string): Promise<void> {
  const { spawn } = await import("node:child_process");
  const [command, ...first] = openers[process.platform] ?? ["xdg-open"];
  const opened = spawn(command, [...first, address], { stdio: "ignore", detached: true });
  opened.on("error", () => {}).unref();
}
