import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { parse as parseToml } from "smol-toml";
import { expect, vi } from "vitest";
import { run } from "../cli/support.ts";
import { missing } from "../readers/tools.ts";
import { type Block, nameOf } from "./blocks.ts";
import { type Sandbox, secrets } from "./sandbox.ts";
import { asServer, asUnit } from "./servers.ts";
import { has, isRecord, shows } from "./shown.ts";
import { asWorkflow } from "./workflow.ts";

type Try = (block: Block, sandbox: Sandbox) => Promise<void> | void;

/** How a block is tried, by its language. One of another language is refused. */
export const kinds: Readonly<Record<string, Try>> = {
  sh: asCommands,
  bash: asCommands,
  yaml: asYaml,
  toml: asToml,
  json: asJson,
  xml: asXml,
  markdown: asArticle,
  js: asProgram,
  ts: asProgram,
  html: asFile,
  text: asText,
  crontab: asCrontab,
  ini: asUnit,
  nginx: asServer,
  caddy: asServer,
  http: asHeaders,
};

/** Puts a partner's profile where the configuration above it looks for it. */
export function putProfile(block: Block, sandbox: Sandbox): void {
  const name = nameOf(block) ?? "";
  const isProfile = block.language === "yaml" && /^(?!feedwright)[\w-]+\.yaml$/.test(name);
  if (isProfile) sandbox.put(name, block.text);
}

function asHeaders({ text }: Block): void {
  for (const line of text.trim().split("\n")) expect(line).toMatch(/^[A-Z][\w-]+: \S/);
}

/**
 * Each line is run by a shell. In the block's head, `loop` says that it has to come round again, `exit:1` that it fails so,
 * `warns` that it has something to say on stderr, `needs:hugo` that it is run only where that program is.
 */
async function asCommands({ text, info }: Block, sandbox: Sandbox): Promise<void> {
  const said = (name: string) => info.find((word) => word.startsWith(name))?.slice(name.length);
  const program = said("needs:");
  sandbox.isUntried = program !== undefined && missing(program, "sh", ["-c", `command -v ${program}`]);
  if (sandbox.isUntried) return;
  // What was built to try a configuration, nobody who reads along has.
  if (sandbox.isBuiltHere) sandbox.clear();
  const { status, err } = await sandbox.shell(text);
  const fails = said("exit:");
  if (fails !== undefined) return expect(status).toBe(Number(fails));
  expect(status, err).toBe(info.includes("loop") ? null : 0);
  if (info.includes("warns")) expect(err).toContain("warning");
  else expect(err).toBe("");
}

/** A configuration is loaded and built; a workflow is checked and its steps run; other files are put in their places. */
async function asYaml(block: Block, sandbox: Sandbox): Promise<void> {
  const name = nameOf(block);
  expect(name, "its file's name in the first line, as `# feedwright.yaml`").toBeDefined();
  if (name === undefined) return;
  expect(isRecord(load(block.text))).toBe(true);
  if (name.startsWith(".github/workflows/")) return await asWorkflow(block.text, sandbox);
  sandbox.put(name, block.text);
  if (name !== "feedwright.yaml" || block.info.includes("later")) return;
  await builds(sandbox);
}

async function builds(sandbox: Sandbox): Promise<void> {
  for (const [name, value] of Object.entries(secrets)) vi.stubEnv(name, value);
  sandbox.clear();
  const { exitCode, err } = await run(["build"], { cwd: sandbox.root, now: Date.now });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  sandbox.isBuiltHere = true;
}

/** What a host runs is run, and the feeds have to be in the folder that it publishes. */
async function asToml(block: Block, sandbox: Sandbox): Promise<void> {
  const name = nameOf(block) ?? expect.fail("no name");
  const read = parseToml(block.text);
  sandbox.put(name, block.text);
  if (name !== "netlify.toml") return;
  if (!isRecord(read.build)) return expect.fail("[build]");
  const { command, publish } = read.build;
  const { status } = await sandbox.shell(String(command));
  expect(status).toBe(0);
  expect(sandbox.read(join(String(publish), "rss.xml"))).toContain("<rss ");
}

/** A file of its own, or what stands so in one that was built. */
function asJson(block: Block, sandbox: Sandbox): void {
  const sample: unknown = JSON.parse(block.text);
  const name = nameOf(block);
  if (block.info.includes("output")) {
    expect(has(JSON.parse(sandbox.last?.out ?? ""), sample)).toBe(true);
  } else if (name?.startsWith("dist/")) {
    const whole: unknown = JSON.parse(sandbox.read(name));
    const items = isRecord(whole) && Array.isArray(whole.items) ? whole.items : [];
    expect([whole, ...items].some((each) => has(each, sample))).toBe(true);
  } else sandbox.put(name ?? expect.fail("no name"), block.text);
}

function asXml(block: Block, sandbox: Sandbox): void {
  const name = nameOf(block) ?? expect.fail("no name");
  expect(shows(block.text, sandbox.read(name)), block.text).toBe(true);
}

/** An article: with a name it stays in the folder; else it is built alone, and has to come out. */
async function asArticle(block: Block, sandbox: Sandbox): Promise<void> {
  const name = nameOf(block);
  sandbox.put(name ?? "articles/sample.md", block.text);
  if (name !== undefined) return;
  await builds(sandbox);
  const before = JSON.parse(sandbox.read("dist/feed.json")).items.length;
  expect(before).toBe((await articles(sandbox)).published);
}

async function articles(sandbox: Sandbox): Promise<{ published: number }> {
  const { out } = await run(["build", "--json"], { cwd: sandbox.root, now: Date.now });
  return JSON.parse(out);
}

/** A program is run, with `both` for the package `feed` too; a file with a name is put in its place and parsed. Types: `programs.ts`. */
async function asProgram(block: Block, sandbox: Sandbox): Promise<void> {
  const name = nameOf(block);
  if (name !== undefined) return check(name, block, sandbox);
  const texts = [block.text];
  if (block.info.includes("both")) texts.push(block.text.replaceAll('from "feedwright"', 'from "feed"'));
  for (const text of texts) {
    sandbox.put("sample.mjs", text);
    const { status, out, err } = await sandbox.shell("node sample.mjs");
    expect(status, err).toBe(0);
    expect(err).not.toMatch(/config-|ProblemError|Warning/);
    expect(out !== "" || existsSync(sandbox.path("atom.xml")), "it does something").toBe(true);
  }
}

function check(name: string, { text }: Block, sandbox: Sandbox): void {
  sandbox.put(name, text);
  const { status, stderr } = spawnSync(process.execPath, ["--check", sandbox.path(name)], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

function asFile(block: Block, sandbox: Sandbox): void {
  sandbox.put(nameOf(block) ?? expect.fail("no name"), block.text);
}

/** What the commands above it said. */
function asText(block: Block, sandbox: Sandbox): void {
  const name = nameOf(block);
  if (name !== undefined) {
    sandbox.put(name, block.text);
    return;
  }
  expect(block.info, "what this text is: `output`, or why it can't be tried").toContain("output");
  if (sandbox.isUntried) return;
  const said = `${sandbox.last?.err ?? ""}${sandbox.last?.out ?? ""}`;
  expect(shows(block.text, said), said).toBe(true);
}

/** The five fields, no `%` (which cron takes for a line's end), and the command itself, as cron's shell runs it. */
async function asCrontab({ text }: Block, sandbox: Sandbox): Promise<void> {
  for (const line of text.trim().split("\n")) {
    const [, command] = /^(?:[\d*/,-]+ ){5}([^%]+)$/.exec(line) ?? [];
    if (command === undefined) return expect.fail(line);
    sandbox.clear();
    expect(await sandbox.shell(`sh -c '${command.replaceAll("'", "'\\''")}'`)).toMatchObject({
      status: 0,
      err: "",
    });
  }
}
