import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { Sealed } from "../../src/sealed/index.ts";
import { writeSealed } from "../../src/sealed/seal.ts";

const sections = { one: Buffer.from("some bytes"), none: Buffer.alloc(0), large: Buffer.alloc(100_000, 7) };

function sealed(): string {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-sealed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "deep", "state");
  writeSealed(path, "a context", sections);
  return path;
}

/** What can be read of a file's sections. */
function read(path: string, context = "a context") {
  const file = Sealed.open(path, context);
  const found = file && Object.keys(sections).map((name) => file.read(name));
  file?.close();
  return found;
}

test("what was sealed is read again, and nothing is left beside it", () => {
  const path = sealed();
  expect(read(path)).toEqual(Object.values(sections));
  writeSealed(path, "another context", sections);
  expect(read(path, "another context")).toEqual(Object.values(sections));
  expect(readdirSync(join(path, ".."))).toEqual(["state"]);
});

test("a section that isn't there, and one of another context, is none", () => {
  const path = sealed();
  const file = Sealed.open(path, "a context");
  expect(file?.read("another")).toBeUndefined();
  expect(file?.read("toString")).toBeUndefined();
  file?.close();
  expect(read(path, "a context ")).toBeUndefined();
});

test.each([
  ["nothing", () => {}],
  ["a folder", (path: string) => mkdirSync(path)],
  ["a FIFO", (path: string) => execFileSync("mkfifo", [path])],
  ["an empty file", (path: string) => writeFileSync(path, "")],
  ["text", (path: string) => writeFileSync(path, "{}".repeat(100))],
  [
    "a table of contents that would fill the memory",
    (path: string) => writeFileSync(path, Buffer.alloc(20, 0xff)),
  ],
])("%s in its place is as none", (_, put) => {
  const path = sealed();
  rmSync(path);
  put(path);
  expect(read(path)).toBeUndefined();
});

test("wherever it is cut or a bit of it is turned, a section is whole or none", () => {
  const path = sealed();
  const whole = readFileSync(path);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(7), fc.boolean(), (at, bit, cut) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      writeFileSync(path, cut ? whole : bytes);
      if (cut) truncateSync(path, at);
      const found = read(path) ?? [];
      for (const [index, bytes] of Object.values(sections).entries())
        expect([undefined, bytes.toString("latin1")]).toContain(found[index]?.toString("latin1"));
      expect(found.filter((each) => each !== undefined).length).toBeLessThan(3);
    }),
    { numRuns: 500 },
  );
});

test("where it can't be written, nothing of it stays", () => {
  const path = sealed();
  rmSync(path);
  mkdirSync(path);
  expect(() => writeSealed(path, "a context", sections)).toThrow();
  expect(readdirSync(join(path, ".."))).toEqual(["state"]);
});
