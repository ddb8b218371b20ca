import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const out = (): string => mkdtempSync(join(tmpdir(), "feedwright-same-"));
let first = "";

/** Builds the project's own articles with the command, in a process of its own. */
function build(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): void {
  const command = ["lib/cli/bin.js", "build", "--force", "--out", folder, ...args];
  const { status, stderr } = spawnSync(process.execPath, command, {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

function files(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .flatMap((each) => (each.isFile() ? join(each.parentPath, each.name).slice(folder.length + 1) : []))
    .sort();
}

const bytes = (folder: string) =>
  files(folder).map((file) => [file, readFileSync(join(folder, file)).toString("base64")]);

beforeAll(() => {
  first = out();
  build(first, ["--now", "2026-12-01T00:00:00Z"]);
});

describe("the same articles give the same bytes", () => {
  it.each([
    ["in another zone", { TZ: "Pacific/Auckland" }, "2026-12-01T00:00:00Z"],
    [
      "in another language",
      { LANG: "uk_UA.UTF-8", LC_ALL: "uk_UA.UTF-8", TZ: "America/St_Johns" },
      "2026-12-01T00:00:00Z",
    ],
    ["years later, when nothing became due", {}, "2098-12-31T21:00:00Z"],
  ])("%s", (_, env, now) => {
    const folder = out();
    build(folder, ["--now", now], env);
    expect(bytes(folder)).toEqual(bytes(first));
  });

  it("and without --now, since nothing in a feed is the clock's", () => {
    const folder = out();
    build(folder);
    expect(bytes(folder)).toEqual(bytes(first));
  });
});

it("a second build touches no file", () => {
  const folder = out();
  const stats = () =>
    files(folder).map((file) => [file, statSync(join(folder, file), { bigint: true })] as const);
  const marks = () => stats().map(([file, { ino, mtimeNs, ctimeNs }]) => [file, ino, mtimeNs, ctimeNs]);
  build(folder, ["--now", "2026-12-01T00:00:00Z"]);
  const before = marks();
  build(folder, ["--now", "2026-12-02T00:00:00Z"]);
  expect(marks()).toEqual(before);
});

it("what becomes due appears, and is all that changes", () => {
  const folder = out();
  build(folder, ["--now", "2099-01-01T12:00:00Z"]);
  const items = (where: string) => readFileSync(join(where, "rss.xml"), "utf8").split("<item>").slice(1);
  const known = new Set(items(first).map((each) => each.trim()));
  const added = items(folder).filter((each) => !known.has(each.trim()));
  expect(added).toHaveLength(1);
  expect(added[0]).toContain("<title>Years with four digits");
});
