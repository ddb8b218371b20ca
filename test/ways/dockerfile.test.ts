import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect, it } from "vitest";
import { folder, site, story } from "../cli/support.ts";

const text = readFileSync("Dockerfile", "utf8");
const [, building = "", running = ""] = text.split(/^FROM .*$/m);

/** Does what a stage's lines beginning with COPY say; what `npm ci` and the compiler make is linked, as they made it here. */
function copied(stage: string, root: string): void {
  for (const [, from, words = ""] of stage.matchAll(/^COPY (--from=build )?(.+)$/gm)) {
    const sources = words.split(" ");
    const target = join(root, sources.pop() ?? "");
    for (const source of sources) {
      const path = from === undefined ? source : source.replace("/feedwright/", "");
      const place = target.endsWith("/") || words.endsWith("./") ? join(target, basename(path)) : target;
      if (path === "node_modules") symlinkSync(resolve(path), place);
      else cpSync(path, place, { recursive: true, filter: (each) => basename(each) !== "node_modules" });
    }
  }
}

it("has all that compiling needs", () => {
  const root = folder();
  copied(building, root);
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  expect(building).toMatch(/^RUN npm run compile && npm prune --omit=dev/m);
  execFileSync("npm", ["run", "compile"], { cwd: root, stdio: "pipe" });
  const said = execFileSync("node", ["lib/cli/bin.js", "--version"], { cwd: root, encoding: "utf8" });
  expect(said).toContain(JSON.parse(readFileSync("package.json", "utf8")).version);
}, 120_000);

it("has all that a build with pages and partners needs, and runs it as somebody who isn't root", () => {
  const root = folder();
  copied(running, root);
  const cwd = folder({
    "feedwright.yaml": `${site}pages: true\npartners: [{ profile: flipboard }]\n`,
    "articles/a.md": story("A", "2025-01-01"),
  });
  const [program = "", script = ""] = JSON.parse(running.match(/^ENTRYPOINT (.+)$/m)?.[1] ?? "[]");
  const argv = JSON.parse(running.match(/^CMD (.+)$/m)?.[1] ?? "[]");
  execFileSync(program, [script.replace("/feedwright", root), ...argv], { cwd, stdio: "pipe" });
  expect(existsSync(join(cwd, "dist/a/index.html"))).toBe(true);
  expect(existsSync(join(cwd, "dist/rss.xml"))).toBe(true);
  expect(running).toMatch(/^USER node$/m);
});

it("is sent every file that it copies, and no others", () => {
  const letIn = readFileSync(".dockerignore", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));
  const named = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, words = ""]) =>
    words.split(" "),
  );
  const tops = new Set(named.map((path) => path.split("/")[0]));
  expect([...tops].sort()).toEqual([...new Set(letIn)].sort());
  for (const path of named) expect(statSync(path)).toBeDefined();
});
