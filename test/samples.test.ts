import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Block,
  blocks,
  counted,
  courses,
  coursesOf,
  documents,
  nameOf,
  placeOf,
  textOf,
} from "./samples/blocks.ts";
import { kinds, putProfile } from "./samples/kinds.ts";
import { typeErrors } from "./samples/programs.ts";
import { reasons } from "./samples/reasons.ts";
import { openSandbox, type Sandbox } from "./samples/sandbox.ts";
import { has, shows } from "./samples/shown.ts";

/** Pages whose indented texts are written by `scripts/docs.js`; `docs.test.ts` holds them against the code. */
const generated = ["docs/problems.md"];

beforeAll(() => {
  if (!existsSync("lib/cli/bin.js")) throw new Error("lib/ is not there: npm run compile");
});

function reasonOf({ info }: Block): string | undefined {
  return info.find((word) => word.startsWith("not-run:"))?.slice("not-run:".length);
}

describe("every block of code in the documents", () => {
  it.each(documents)("is found: %s", (file) => {
    const { fenced, indented } = counted(textOf(file));
    expect(fenced).toBe(blocks.filter((block) => block.file === file).length);
    if (!generated.includes(file)) expect(indented, "blocks that are indented: fence them").toBe(0);
  });

  it("is of a kind that is tried, or says why not", () => {
    const strange = blocks.filter((block) => {
      const reason = reasonOf(block);
      return reason === undefined ? !(block.language in kinds) : !(reason in reasons);
    });
    expect(strange.map((block) => `${placeOf(block)} ${block.language} ${block.info.join(" ")}`)).toEqual([]);
  });

  it("is tried, but for these", () => {
    const passedOver = blocks.filter((block) => reasonOf(block) !== undefined);
    const told = passedOver.map((block) => `${block.file}: ${reasonOf(block)}`);
    expect(new Set(passedOver.map(reasonOf))).toEqual(new Set(Object.keys(reasons)));
    expect([...new Set(told)].sort()).toEqual([...notRun].sort());
    console.info(`${blocks.length} blocks, ${passedOver.length} not run:`);
    for (const block of passedOver) console.info(`  ${placeOf(block)} ${reasons[reasonOf(block) ?? ""]}`);
  });
});

/** What is not tried. Whoever adds to it says why, in the block's head. */
const notRun: readonly string[] = [
  "CONTRIBUTING.md: root",
  "docs/architecture.md: drawing",
  "docs/commands.md: help",
  "docs/cookbook/actions.md: docker",
  "docs/cookbook/hosting.md: account",
  "docs/cookbook/schedule.md: root",
  "docs/performance.md: long",
  "docs/serve.md: watching",
];

const tried = courses
  .map((course) => ({ ...course, blocks: course.blocks.filter((block) => reasonOf(block) === undefined) }))
  .filter((course) => course.blocks.length > 0);

describe.each(tried.map((course) => [placeOf(course), course] as const))("%s", (_, course) => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = openSandbox(course.site);
    for (const block of course.blocks) putProfile(block, sandbox);
  });
  afterAll(() => sandbox.remove());

  it.each(course.blocks.map((block) => [block.language, block.line, block] as const))(
    "%s at line %i",
    async (language, _line, block) => {
      await kinds[language]?.(block, sandbox);
    },
  );
});

it("the programs fit the types", async () => {
  const programs = blocks.filter(
    (block) => ["js", "ts"].includes(block.language) && nameOf(block) === undefined && !reasonOf(block),
  );
  expect(programs.length).toBeGreaterThan(7);
  expect(await typeErrors(programs)).toBe("");
});

describe("what finds and compares blocks", () => {
  it("sees fences of every form, their heads, and where a new folder begins", () => {
    const text =
      "```sh\na\n```\n\n<!-- samples: empty -->\n\n~~~~text not-run:drawing\n```\nb\n~~~~\n\n```yaml x.yaml\n";
    expect(coursesOf("x.md", text)).toEqual([
      {
        file: "x.md",
        line: 1,
        site: "newsroom",
        blocks: [{ file: "x.md", line: 1, language: "sh", info: [], text: "a\n" }],
      },
      {
        file: "x.md",
        line: 5,
        site: "empty",
        blocks: [
          { file: "x.md", line: 7, language: "text", info: ["not-run:drawing"], text: "```\nb\n" },
          { file: "x.md", line: 12, language: "yaml", info: ["x.yaml"], text: "\n" },
        ],
      },
    ]);
    expect(counted(text)).toEqual({ fenced: 3, indented: 0 });
    expect(counted("Words:\n\n    code\n\n- ```sh\n  a\n  ```\n")).toEqual({ fenced: 1, indented: 1 });
  });

  it("takes no line for another, and none out of order", () => {
    const whole =
      "<item>\n  <a>1</a>\n  <b>2 kB</b>\n\n  <c>three and four</c>\n</item>\n<item>\n  <d>5</d>\n</item>\n";
    for (const sample of [
      "<a>1</a>\n<b>9 kB</b>\n",
      "<item>\n  …\n  <c>three …</c>\n",
      "<a>1</a>\n…\n</item>\n",
    ])
      expect([sample, shows(sample, whole)]).toEqual([sample, true]);
    for (const sample of ["<a>2</a>\n", "<b>2 kB</b>\n<a>1</a>\n", "<a>1</a>\n…\n<d>5</d>\n", "<a>1\n"])
      expect([sample, shows(sample, whole)]).toEqual([sample, false]);
  });

  it("knows data that has all that is shown, and no more", () => {
    const value = { a: "one two", b: [1, { c: 2 }] };
    for (const sample of [{ a: "one…" }, { b: [1, { c: 2 }] }, { b: [1, "…"] }, {}])
      expect([sample, has(value, sample)]).toEqual([sample, true]);
    for (const sample of [
      { a: "one" },
      { a: "two…" },
      { b: [1] },
      { b: [1, { d: 2 }] },
      { b: {} },
      { c: 1 },
      [],
      { b: [1, [2]] },
    ])
      expect([sample, has(value, sample)]).toEqual([sample, false]);
  });
});
