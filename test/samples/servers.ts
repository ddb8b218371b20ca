import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect } from "vitest";
import { missing } from "../readers/tools.ts";
import { type Block, nameOf } from "./blocks.ts";
import type { Sandbox } from "./sandbox.ts";

const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

const tools = {
  nginx: {
    test: ["nginx", "-v"],
    check: (file: string, root: string) => ["nginx", "-t", "-q", "-p", root, "-c", file, "-e", "stderr"],
    around: (text: string) => `${existsSync(brotli) ? `load_module ${brotli};\n` : ""}pid nginx.pid;
events { }
http {
access_log off;
client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
${/^\s*location/.test(text) ? `server {\n${text}}` : text}}\n`,
  },
  caddy: {
    test: ["caddy", "version"],
    check: (file: string) => ["caddy", "adapt", "--adapter", "caddyfile", "--config", file],
    around: (text: string) => text,
  },
  systemd: {
    test: ["systemd-analyze", "--version"],
    check: (file: string) => ["systemd-analyze", "verify", "--man=no", file],
    around: (text: string) => text.replace(/^User=.*$/m, "User=root"),
  },
};

/** A server's configuration, as its own program reads it; what it includes is what was built before. */
export function asServer(block: Block, sandbox: Sandbox): void {
  const name = block.language === "nginx" ? "nginx" : "caddy";
  verify(name, name === "nginx" ? "sample.conf" : "Caddyfile", block, sandbox);
}

/** A unit of systemd, as `systemd-analyze verify` reads it. Only nobody knows the user of the example here. */
export function asUnit(block: Block, sandbox: Sandbox): void {
  const name = nameOf(block) ?? expect.fail("no name");
  verify("systemd", name, block, sandbox);
}

function verify(name: keyof typeof tools, file: string, { text }: Block, sandbox: Sandbox): void {
  const { test, check, around } = tools[name];
  const [program = "", ...version] = test;
  sandbox.put(file, around(text));
  if (missing(name, program, version)) return;
  const [command = "", ...args] = check(sandbox.path(file), sandbox.root);
  const { status, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, HOME: sandbox.root },
  });
  expect(status, stderr).toBe(0);
}
