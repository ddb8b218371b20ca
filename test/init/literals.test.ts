import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Folder } from "../../src/init/folder.ts";
import { folder } from "../cli/support.ts";

/** What a program exports, told without running it. */
async function told(source: string, others: Readonly<Record<string, string>> = {}, file = "config.ts") {
  const module = await new Folder(folder({ [file]: source, ...others })).module(file);
  return module?.exported();
}

describe("a program that is data is told", () => {
  it.each([
    ["export default { a: 1, 'b': [true, null, `c`] }", { a: 1, b: [true, undefined, "c"] }],
    ["module.exports = { a: 'x' + 'y' }", { a: "xy" }],
    ["const a = 'x'; export default { a, b: `${a}/${1}` }", { a: "x", b: "x/1" }],
    ["const it = { a: 'x' }; export default it.a", "x"],
    ["const it = { a: 'x' }; export default it['a']", "x"],
    ["const list = ['x', 'y']; export default list[1]", "y"],
    ["const { a, b: c } = { a: 1, b: 2 }; export default { a, c }", { a: 1, c: 2 }],
    ["const more = { a: 1 }; export default { ...more, b: 2 }", { a: 1, b: 2 }],
    ["const a = 'x'; export { a as default }", "x"],
    ["export default defineConfig({ a: 1 })", { a: 1 }],
    ["export default withPlugin(defineConfig({ a: 1 }), 2)", { a: 1 }],
    ["export default async () => ({ a: 1 })", { a: 1 }],
    [
      "module.exports = function (config) { config.add('x'); const b = 2; return { a: 1, b } }",
      { a: 1, b: 2 },
    ],
    ["async function make() { return { a: 1 } }\nexport default make", { a: 1 }],
    ["export default await load({ a: 1 })", { a: 1 }],
    ["export default { a: process.env.SITE ?? 'x', b: process.env.B || 'y' }", { a: "x", b: "y" }],
    ["const a = ''; export default a || 'x'", "x"],
    ["import path from 'node:path'; export default path.join(__dirname, 'a', 'b')", "./a/b"],
    ["export default `${__dirname}/a`", "./a"],
    ["export default fileURLToPath(new URL('./a', import.meta.url))", "./a"],
    ["export default { a: 1 } satisfies Config", { a: 1 }],
    ["const it: Config = { a: 1 } as const; export default it!", { a: 1 }],
    ["#!/usr/bin/env node\nexport default { a: 1 }", { a: 1 }],
  ])("%s", async (source, expected) => {
    expect(await told(source)).toEqual(expected);
  });

  it.each([
    [
      "import { SITE } from './src/site'; export default SITE.url",
      { "src/site.ts": "export const SITE = { url: 'x' }" },
    ],
    [
      "import { SITE } from './src/site.js'; export default SITE.url",
      { "src/site.ts": "export const SITE = { url: 'x' }" },
    ],
    ["import site from '@/site'; export default site", { "src/site.mjs": "export default 'x'" }],
    ["import * as site from './site'; export default site.a", { "site/index.ts": "export const a = 'x'" }],
    ["import data from './site.json'; export default data.a", { "site.json": '{ "a": "x" }' }],
    ["const { a } = require('./site.json'); module.exports = a", { "site.json": '{ "a": "x" }' }],
    ["import { a as b } from './site'; export default b", { "site.ts": "export { c as a } ; const c = 'x'" }],
  ])("%s, with what it imports", async (source, others: Record<string, string>) => {
    expect(await told(source, others)).toBe("x");
  });
});

describe("what would have to be run is not known", () => {
  it.each([
    "export default process.env.SITE",
    "export default make()",
    "export default make('x')",
    "export default `a${make()}`",
    "export default 'a' + make()",
    "export default 1 + 2",
    "export default isLive ? 'a' : 'b'",
    "export default isLive && 'a'",
    "export default /a/",
    "export default class {}",
    "export default new Map([])",
    "export default unknown",
    "import it from 'a-package'; export default it",
    "import it from './not-there'; export default it",
    "import it from '../outside'; export default it",
    "const a = b, b = a; export default a",
    "export default function it() { return it }",
    "export const a = 1",
    "this is no program",
  ])("%s", async (source) => {
    expect(await told(source)).toBeUndefined();
  });

  it("and keeps the rest", async () => {
    expect(await told("export default { a: make(), [make()]: 1, b: 2, get c() { return 1 } }")).toEqual({
      a: undefined,
      b: 2,
      c: 1,
    });
  });

  it("nothing that stands elsewhere is read, whatever leads there", async () => {
    const outside = folder({ "secret.ts": "export default 'secret'" });
    const root = folder({ "config.ts": "import it from './link'; export default { it }" });
    symlinkSync(join(outside, "secret.ts"), join(root, "link.ts"));
    const module = await new Folder(root).module("config.ts");
    expect(module?.exported()).toEqual({ it: undefined });
  });

  it.each([
    [
      "doubling texts",
      Array.from({ length: 40 }, (_, n) => `const a${n + 1} = \`\${a${n}}\${a${n}}\`;`).join("\n"),
      "a40",
    ],
    [
      "doubling work",
      `const a = ${"() => { const x = ".repeat(30)}1${"; return [x, x]; }".repeat(30)};`,
      "a",
    ],
    ["nesting", `const a1 = ${"[".repeat(5000)}${"]".repeat(5000)};`, "a1"],
  ])("%s come to an end", async (_, source, name) => {
    await told(`const a0 = 'x';\n${source}\nexport default ${name}`);
    expect(await told("export default 1")).toBe(1);
  });

  it("nothing is set on what all objects share", async () => {
    await told("export default { __proto__: { polluted: 1 }, ['__proto__']: { polluted: 1 } }");
    expect("polluted" in {}).toBe(false);
  });
});
