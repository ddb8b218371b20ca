import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleExplained } from "../src/problems/explained/article.ts";
import { configExplained } from "../src/problems/explained/config.ts";
import { type Explanation, explanations } from "../src/problems/explained/index.ts";
import { catalogue } from "../src/problems/index.ts";
import { folder, run, story } from "./cli/support.ts";
import { words } from "./samples/blocks.ts";

const page = readFileSync("docs/problems.md", "utf8");

describe("docs/problems.md", () => {
  it.each(Object.keys(catalogue))("tells of %s what, why, an example and how to mend it", (code) => {
    const section = page.split(`\n## ${code}\n`)[1]?.split("\n## ")[0] ?? "";
    const parts = [...section.matchAll(/^\*\*(\w+)\.\*\*(.*)$/gm)].map(([, name, text = ""]) => [
      name,
      text.length > 15,
    ]);
    expect(parts).toEqual([
      ["What", true],
      ["Why", true],
      ["Example", false],
      ["Fix", true],
    ]);
    expect(section).toMatch(/^ {4}\S/m);
  });

  it("tells of nothing else", () => {
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, code]) => code)).toEqual(Object.keys(catalogue));
  });
});

/** The examples that stand in some explanations. */
function examples(of: Readonly<Record<string, Explanation>>, suits: (wrong: string) => boolean) {
  return Object.entries(of).flatMap(([code, { wrong, right = "" }]) =>
    wrong !== undefined && suits(wrong) ? [[code, wrong, right] as const] : [],
  );
}

const isCommand = (text: string) => text.startsWith("feedwright ");

async function codesOf(argv: readonly string[], cwd: string): Promise<string[]> {
  const { out } = await run([...argv, "--json"], { cwd });
  const { problems } = JSON.parse(out);
  return problems.map(({ code }: { code: string }) => code);
}

describe("an example says what it is there for, and mended nothing", () => {
  it.each(examples(articleExplained, () => true))("%s", async (code, wrong, right) => {
    const site = "site:\n  title: T\n  url: https://daily.example/\n";
    const codes = async (text: string) =>
      await codesOf(["build"], folder({ "feedwright.yaml": site, "articles/a.md": text }));
    expect([await codes(wrong), await codes(right)]).toEqual([[code], []]);
  });

  it.each(examples(configExplained, (text) => !isCommand(text)))("%s", async (code, wrong, right) => {
    const codes = async (text: string) =>
      await codesOf(
        ["build"],
        folder({ "feedwright.yaml": text, "articles/a.md": story("A", "2026-01-01") }),
      );
    expect([await codes(wrong), await codes(right)]).toEqual([[code], []]);
  });

  it.each(examples(explanations, isCommand))("%s: %s", async (code, wrong, right) => {
    const codes = async (line: string) => {
      const cwd = folder({ "articles/name.md": story("A", "2025-01-01") });
      mkdirSync(join(cwd, "empty"));
      const [, ...argv] = words(line);
      const { err } = await run(argv, { cwd });
      return [...err.matchAll(/ \[([a-z-]+)\]$/gm)].map(([, said]) => said);
    };
    expect(await codes(wrong)).toContain(code);
    expect(await codes(right)).not.toContain(code);
  });
});
