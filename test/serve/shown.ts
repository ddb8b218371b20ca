import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { build } from "../../src/build.ts";
import { load } from "../../src/config/index.ts";
import { type Placing, Preview } from "../../src/serve/index.ts";
import type { Round } from "../../src/watch/index.ts";
import { folder, story } from "../cli/support.ts";

const site = "site: { title: The Daily, url: https://daily.example/ }\n";

/** A site, and what its preview answers. */
export async function shown(files: Readonly<Record<string, string>> = {}, placing: Partial<Placing> = {}) {
  const root = folder({
    "feedwright.yaml": site,
    "articles/a.md": story("First", "2025-01-01"),
    ...files,
  });
  const preview = new Preview(
    { host: "127.0.0.1", port: 0 },
    {
      placeOf: ({ place }) => (place ? `${place.file}:${place.line}` : ""),
      frameOf: ({ place }) => (place ? [`> ${place.line} | the line`] : []),
      ...placing,
    },
  );
  const port = await preview.listen();
  onTestFinished(() => preview.close());
  const round = async (more: Partial<Round> = {}) => {
    const { config } = await load({ cwd: root });
    const result = await build({ config, now: Date.UTC(2026, 0) });
    await preview.show({
      number: 1,
      changed: [],
      config,
      result,
      problems: result.problems,
      base: config.content,
      ...more,
    });
  };
  await round();
  return {
    root,
    preview,
    port,
    round,
    get: (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...init }),
    /** What comes back for some bytes, as they are. */
    raw: (request: string) => raw(port, request),
  };
}

async function raw(port: number, request: string): Promise<string> {
  return await new Promise((done, failed) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request, "latin1"));
    let answer = "";
    socket.on("data", (bytes) => (answer += bytes.toString("latin1")));
    socket.on("end", () => done(answer)).on("error", failed);
  });
}

/** A request by hand: `path` isn't touched. */
export function asked(
  path: string,
  headers: readonly string[] = ["Host: 127.0.0.1"],
  method = "GET",
): string {
  return `${[`${method} ${path} HTTP/1.1`, ...headers, "Connection: close"].join("\r\n")}\r\n\r\n`;
}
