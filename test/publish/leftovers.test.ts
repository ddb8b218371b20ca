import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { removeLeftoversOf } from "../../src/publish/leftovers.ts";
import { filesBelow } from "./support.ts";

const [dead, other] = ["0123456789ab", "ba9876543210"];

test("of a dead process its staging files go, wherever they are, and nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-leftovers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const elsewhere = join(folder, "elsewhere");
  const output = join(folder, "output");
  mkdirSync(join(output, "tags/x"), { recursive: true });
  mkdirSync(elsewhere);
  const names = [dead, other].map((mark) => `.${mark}aaaaaaaaaaaa.feedwright`);
  for (const name of names)
    for (const where of [output, join(output, "tags/x"), elsewhere]) writeFileSync(join(where, name), "");
  writeFileSync(join(output, `.${dead}.feedwright`), "not such a name");
  writeFileSync(join(output, "rss.xml"), "");
  symlinkSync(elsewhere, join(output, "link"));
  mkdirSync(join(output, `.${dead}bbbbbbbbbbbb.feedwright`));
  removeLeftoversOf(new Set([dead]), output);
  removeLeftoversOf(new Set([dead]), join(folder, "nowhere"));
  rmSync(join(output, "link"));
  expect(filesBelow(folder)).toEqual([
    ...names.map((name) => `elsewhere/${name}`),
    `output/.${dead}.feedwright`,
    `output/${names[1]}`,
    "output/rss.xml",
    `output/tags/x/${names[1]}`,
  ]);
});
