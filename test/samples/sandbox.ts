import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { standIns } from "./standIns.ts";

/** What a shell did. */
interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder in which the blocks of one course are tried. */
export interface Sandbox {
  readonly root: string;
  /** What the last shell said, for blocks that show it. */
  last: Ran | undefined;
  /** Whether the last commands need a program that isn't here. */
  isUntried: boolean;
  /** Whether what is built was built to try a configuration, and not by commands. */
  isBuiltHere: boolean;
  path(name: string): string;
  put(name: string, text: string): void;
  read(name: string): string;
  /** Forgets what was built, so that another configuration starts anew. */
  clear(): void;
  shell(script: string): Promise<Ran>;
  remove(): void;
}

/** Where the documents' examples stand. */
const machine = /\/srv\/news(?=$|[/\s;"'])/gm;

export function openSandbox(site: string): Sandbox {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "feedwright-samples-")));
  const [root, bin, home] = ["news", "bin", "home"].map((name) => join(base, name));
  for (const folder of [root, bin, home]) mkdirSync(folder ?? "");
  if (root === undefined || bin === undefined || home === undefined) throw new Error("no folders");
  fill(root, site);
  for (const [name, script] of Object.entries(standIns(resolve(".")))) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const environment = {
    PATH: `${bin}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/usr/games`,
    HOME: home,
    LANG: "C.UTF-8",
    NO_COLOR: "1",
    FEEDWRIGHT_SHIMS: base,
    ...secrets,
  };
  const sandbox: Sandbox = {
    root,
    last: undefined,
    isUntried: false,
    isBuiltHere: false,
    path: (name) => join(root, name),
    put(name, text) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text.replaceAll(machine, root));
    },
    read: (name) => readFileSync(join(root, name), "utf8"),
    clear() {
      for (const name of ["dist", ".feedwright"]) rmSync(join(root, name), { recursive: true, force: true });
      sandbox.isBuiltHere = false;
    },
    async shell(script) {
      const text = script.replaceAll(machine, root);
      const ran = await bash(text, root, environment);
      const ours = (said: string) => said.replaceAll(root, "/srv/news");
      sandbox.last = { ...ran, out: ours(ran.out), err: ours(ran.err) };
      return sandbox.last;
    },
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
  return sandbox;
}

/** Long enough for those who give one. */
export const secrets = { CITY_PAPER_SECRET: "k3Jx9_mQ2vLp7ZtR", WIRE_SECRET: "k3Jx9_mQ2vLp7ZtR" };

function fill(root: string, site: string): void {
  const fixture = join("test/samples/sites", site);
  if (site === "repository")
    for (const name of ["articles", "dist", "feedwright.yaml"])
      cpSync(name, join(root, name), { recursive: true });
  else if (existsSync(fixture)) cpSync(fixture, root, { recursive: true });
  else if (site !== "empty") throw new Error(`there is no site ${site}`);
  linkPackages(dirname(root));
}

/** Makes a folder one in which feedwright is installed, and `feed` beside it. */
export function linkPackages(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  symlinkSync(resolve("."), join(modules, "feedwright"), "dir");
  for (const name of ["feed", "@types"])
    symlinkSync(resolve("node_modules", name), join(modules, name), "dir");
}

function bash(script: string, cwd: string, env: Record<string, string>): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn("bash", ["-e", "-o", "pipefail", "-c", script], { cwd, env, timeout: 60_000 });
    let [out, err] = ["", ""];
    child.stdout.on("data", (text) => {
      out += String(text);
    });
    child.stderr.on("data", (text) => {
      err += String(text);
    });
    child.once("error", failed);
    child.once("close", (status) => done({ status, out, err }));
  });
}
