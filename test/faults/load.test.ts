import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { missing } from "../readers/tools.ts";
import { Newsroom, rounds } from "./newsroom.ts";
import { isWhole } from "./poller.ts";

const [pollers, builds] = rounds < 100 ? [20, 4] : [100, 60];

const types: Readonly<Record<string, string>> = {
  "rss.xml": "application/rss+xml; charset=utf-8",
  "atom.xml": "application/atom+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
  "feeds.opml": "text/x-opml; charset=utf-8",
};

test.skipIf(missing("nginx", "nginx", ["-v"]))(
  "behind nginx, whoever polls while builds publish sees whole files, of the right types, and nothing twice",
  { timeout: 60_000 + builds * 5_000 },
  async () => {
    const newsroom = new Newsroom(60);
    chmodSync(newsroom.root, 0o755);
    await newsroom.build();
    const port = await serve(newsroom.output);
    const paths = [...newsroom.bytes().keys()].filter((path) => types[nameOf(path)] !== undefined);
    const seen = { whole: 0, unchanged: 0, wrong: [] as string[] };
    let going = true;
    const agent = new Agent({ keepAlive: true, maxSockets: pollers });
    onTestFinished(() => agent.destroy());

    /** Asks for one feed after the other, each time for what changed since it had it. */
    const poll = async (start: number) => {
      const tags = new Map<string, string>();
      for (let at = start; going; at++) {
        const path = paths[at % paths.length] ?? "";
        const answer = await ask(agent, port, path, tags.get(path)).catch((error: unknown) => String(error));
        if (typeof answer === "string") seen.wrong.push(`${path}: ${answer}`);
        else if (answer.status === 304) seen.unchanged++;
        else {
          const wrong = whatIsWrong(path, answer, tags.get(path));
          if (wrong) seen.wrong.push(`${path}: ${wrong}`);
          else seen.whole++;
          tags.set(path, answer.tag);
        }
        await setTimeout(5);
      }
    };
    const polling = Array.from({ length: pollers }, (_, at) => poll(at * 7));
    const ends: (number | null)[] = [];
    for (let version = 1; version <= builds; version++) {
      const next = setTimeout(1000);
      newsroom.write(version % 60, version);
      ends.push((await newsroom.build()).status);
      await next;
    }
    going = false;
    await Promise.all(polling);

    console.info(
      `load: ${pollers} pollers of ${paths.length} feeds, ${builds} builds; ${seen.whole} whole documents, ${seen.unchanged} × 304, ${seen.wrong.length} wrong`,
    );
    expect(ends).toEqual(new Array(builds).fill(0));
    expect(seen.wrong).toEqual([]);
    expect(seen.whole).toBeGreaterThan(pollers);
    expect(seen.unchanged).toBeGreaterThan(0);
  },
);

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly tag: string;
  readonly length: number;
  readonly body: Buffer;
}

function whatIsWrong(path: string, { status, type, tag, length, body }: Answer, last: string | undefined) {
  if (status !== 200) return `status ${status}`;
  if (type !== types[nameOf(path)]) return `type ${type}`;
  if (length !== body.length) return `${body.length} of ${length} bytes`;
  if (tag === last) return "sent again, as it was";
  return isWhole(path, body) ? undefined : "not whole";
}

function ask(agent: Agent, port: number, path: string, tag: string | undefined): Promise<Answer> {
  const headers = tag === undefined ? {} : { "if-none-match": tag };
  return new Promise((answered, failed) => {
    request({ agent, host: "127.0.0.1", port, path: `/${path}`, headers, timeout: 10_000 }, (response) => {
      bodyOf(response).then((body) => {
        const { statusCode: status = 0, headers } = response;
        const { etag = "", "content-type": type, "content-length": length = "-1" } = headers;
        answered({ status, type, tag: etag, length: Number(length), body });
      }, failed);
    })
      .on("error", failed)
      .end();
  });
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Starts nginx with the configuration that the build wrote for it. */
async function serve(output: string): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), "feedwright-load-"));
  const port = await freePort();
  mkdirSync(join(root, "tmp"));
  writeFileSync(
    join(root, "nginx.conf"),
    `${existsSync(brotli) ? `load_module ${brotli};\n` : ""}daemon off; master_process off; pid ${root}/pid;
events { worker_connections 1024; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${root}/tmp/${name};`).join(" ")}
  server { listen 127.0.0.1:${port}; root ${output}; include ${output}/delivery/nginx.conf; }
}`,
  );
  const nginx = spawn("nginx", ["-p", root, "-c", join(root, "nginx.conf"), "-e", "stderr"], {
    stdio: "ignore",
  });
  onTestFinished(async () => {
    const ended = new Promise((resolve) => nginx.once("exit", resolve));
    if (nginx.exitCode === null && nginx.kill("SIGTERM")) await ended;
    rmSync(root, { recursive: true, force: true });
  });
  for (let tries = 0; tries < 100; tries++) {
    const answer = await ask(new Agent(), port, "rss.xml", undefined).catch(() => undefined);
    if (answer) return port;
    await setTimeout(50);
  }
  throw new Error("nginx doesn't answer");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
