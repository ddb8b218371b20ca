import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Config } from "../../src/config/index.ts";
import { compress, deliveryFiles, type Offer, suffixes } from "../../src/delivery/index.ts";
import { wanted } from "./samples.ts";

export type ServerName = "nginx" | "caddy" | "apache";

/** A running server of one's own. */
export interface Running {
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answer>;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a document of the offer says here. */
export function bodyOf(path: string): string {
  return `<${path}> ${"and so on, ".repeat(200)}`;
}

/** Builds an offer's files in a new folder and starts a server for them, with the fragment written for it. */
export async function start(
  name: ServerName,
  offer: Offer,
  encodings: Config["delivery"]["compress"],
): Promise<Running> {
  const root = mkdtempSync(join(tmpdir(), "feedwright-server-"));
  // Apache gives up its rights before it reads.
  chmodSync(root, 0o755);
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const below = `public${new URL(offer.site.url).pathname}`;
  for (const path of [...documents(offer), "page.html", "a/index.html", "404.html", "other.xml"]) {
    put(below + path, bodyOf(path));
    for (const encoding of encodings)
      put(below + path + suffixes[encoding], compress(Buffer.from(bodyOf(path)), encoding));
  }
  for (const { path, text } of deliveryFiles(offer, wanted({ servers: [name], compress: encodings })))
    put(below + path, text);
  put("mime.types", "");
  const port = await freePort();
  put(commands[name].file, commands[name].configuration(root, port, below));
  const child = spawn(commands[name].command, commands[name].args(root), {
    env: { ...process.env, HOME: root, XDG_DATA_HOME: root, XDG_CONFIG_HOME: root },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(String(text)));
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGTERM")) await ended;
    rmSync(root, { recursive: true, force: true });
  };
  if (!(await answers(port, child))) {
    await stop();
    throw new Error(`${name} doesn't answer: ${said.join("")}`);
  }
  return { get: (path, headers = {}, method = "GET") => ask(port, path, headers, method), stop };
}

function documents({ listings, opml, partners = [], hasArchives }: Offer): string[] {
  const feeds = listings.flatMap((each) => each.documents.map(({ path }) => path));
  const others = partners.map(({ path }) => path);
  return [...feeds, ...others, ...(opml ? [opml] : []), ...(hasArchives ? ["archive/2026-10/rss.xml"] : [])];
}

const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Each server as Debian sets it up, as far as it touches the feeds. */
const commands = {
  nginx: {
    command: "nginx",
    file: "nginx.conf",
    args: (root: string) => ["-p", root, "-c", join(root, "nginx.conf"), "-e", "stderr"],
    configuration: (root: string, port: number, below: string) => `
${existsSync(brotli) ? `load_module ${brotli};` : ""}
daemon off; master_process off; pid nginx.pid; events { }
http {
  types { text/html html; text/xml xml; application/json json; }
  access_log off;
  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  server { listen 127.0.0.1:${port}; root ${root}/public; include ${root}/${below}delivery/nginx.conf; }
}`,
  },
  caddy: {
    command: "caddy",
    file: "Caddyfile",
    args: (root: string) => ["run", "--adapter", "caddyfile", "--config", join(root, "Caddyfile")],
    configuration: (root: string, port: number, below: string) => `
{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${root}/public
  import ${root}/${below}delivery/Caddyfile
  file_server
}`,
  },
  apache: {
    command: "apache2",
    file: "apache.conf",
    args: (root: string) => ["-X", "-f", join(root, "apache.conf")],
    configuration: (root: string, port: number) => `
ServerName 127.0.0.1
ServerRoot ${root}
Listen 127.0.0.1:${port}
PidFile ${root}/apache.pid
Mutex file:${root}
ErrorLog ${root}/error.log
User www-data
Group www-data
${["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "setenvif"]
  .map((module) => `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so`)
  .join("\n")}
TypesConfig ${root}/mime.types
AddType text/html .html
AddType application/xml .xml
AddType application/x-gzip .gz
AddLanguage br .br
DocumentRoot ${root}/public
<Directory ${root}/public>
  DirectoryIndex index.html
  AllowOverride FileInfo
  Options FollowSymLinks
  Require all granted
</Directory>`,
  },
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function answers(port: number, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const answer = await ask(port, "/", {}, "GET").catch(() => undefined);
    if (answer !== undefined) return true;
    await setTimeout(50);
  }
  return false;
}

/** Not by `fetch`, which unpacks and hides what was sent. */
function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  method: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
      response.on("error", reject);
    });
    asking.on("error", reject).end();
  });
}
