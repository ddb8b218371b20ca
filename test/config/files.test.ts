import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { complaintsOn, folder, problemsOf, said, site } from "./support.ts";

async function complaints(name: string, content: string | Uint8Array): Promise<string[]> {
  return (await problemsOf(loadConfig({ cwd: folder({ [name]: content }) }))).map(said);
}

const missing = (file: string) => [
  `${file}:1:1 config-key-missing: \`site.title\` is missing; expected text (add \`title: …\` below \`site\`, or give --title)`,
  `${file}:1:1 config-key-missing: \`site.url\` is missing; expected an http or https address, without \`?\` and \`#\` (add \`url: …\` below \`site\`, or give --url)`,
];
const quoting = "(quote values that hold `: ` or `#`, and indent with spaces)";
const shape = "(write `site:`, and below it `title: …` and `url: …`; a module exports them as default)";

describe("a file that can't be read", () => {
  it.each([
    [
      "site:\n  title: a: b\n",
      `feedwright.yaml:2:11 config-syntax: this is not valid YAML: bad indentation of a mapping entry ${quoting}`,
    ],
    [
      "site:\n\ttitle: a\n",
      `feedwright.yaml:2:1 config-syntax: this is not valid YAML: tab characters must not be used in indentation ${quoting}`,
    ],
    [
      "output: a\noutput: b\n",
      `feedwright.yaml:2:1 config-syntax: this is not valid YAML: duplicated mapping key (keep one of the two)`,
    ],
    [
      "- a\n- b\n",
      `feedwright.yaml:1:1 config-shape: the configuration is a list; expected keys with values ${shape}`,
    ],
    [
      "hello\n",
      `feedwright.yaml:1:1 config-shape: the configuration is a single value; expected keys with values ${shape}`,
    ],
  ])("%j", async (yaml, expected) => {
    expect(await complaintsOn(yaml)).toEqual([expected]);
  });

  it.each(["", "\n\n", "# nothing but this\n", "---\n", "\ufeff"])("%j is empty", async (yaml) => {
    expect(await complaintsOn(yaml)).toEqual(missing("feedwright.yaml"));
  });

  it("is named JSON where it is", async () => {
    expect(await complaints("feedwright.json", '{\n  "site": {\n')).toEqual([
      "feedwright.json:3:1 config-syntax: this is not valid JSON: unexpected end of the stream within a flow collection",
    ]);
  });

  it("is refused when too many aliases blow it up", async () => {
    const level = (n: number) =>
      `l${n}: &l${n} [${Array(9)
        .fill(`*l${n - 1}`)
        .join(",")}]\n`;
    const bomb = `l0: &l0 [x]\n${Array.from({ length: 12 }, (_, n) => level(n + 1)).join("")}`;
    expect((await complaintsOn(bomb))[0]).toMatch(/^feedwright\.yaml:\S+ config-syntax: /);
  });

  it("is refused when it isn't UTF-8", async () => {
    expect(await complaints("feedwright.yaml", Buffer.from("site: { title: Caf\xe9 }", "latin1"))).toEqual([
      "feedwright.yaml config-not-utf8: the configuration is not UTF-8 (save it as UTF-8)",
    ]);
  });

  it("is refused when it is huge", async () => {
    expect(await complaints("feedwright.yaml", `# ${"x".repeat(1024 * 1024)}`)).toEqual([
      "feedwright.yaml config-too-large: the configuration is larger than 1024 kB (check that --config names the right file)",
    ]);
  });

  it("is refused when it is a folder", async () => {
    expect(await complaints("feedwright.yaml/", "")).toEqual([
      "feedwright.yaml config-not-file: the configuration is a folder; expected a file (name the file with --config FILE, or the folder with --root DIR)",
    ]);
  });

  it.skipIf(process.platform === "win32")("is refused, not waited for, when it is a pipe", async () => {
    const cwd = folder();
    execFileSync("mkfifo", [join(cwd, "feedwright.yaml")]);
    expect((await problemsOf(loadConfig({ cwd }))).map(({ message }) => message)).toEqual([
      "the configuration is not a regular file; expected a file",
    ]);
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "is said when it is locked",
    async () => {
      const cwd = folder({ "feedwright.yaml": site });
      chmodSync(join(cwd, "feedwright.yaml"), 0);
      expect((await problemsOf(loadConfig({ cwd }))).map(({ code }) => code)).toEqual(["config-unreadable"]);
    },
  );

  it("may begin with a byte order mark and end its lines with CRLF", async () => {
    const yaml = `\ufeff${site}mastheads: 1\n`.replaceAll("\n", "\r\n");
    expect((await complaintsOn(yaml))[0]).toMatch(/^feedwright\.yaml:4:1 config-key-unknown/);
    expect((await complaintsOn(`\ufeffmastheads: 1\n${site}`))[0]).toMatch(
      /^feedwright\.yaml:1:1 config-key-unknown/,
    );
    expect((await complaintsOn(`${site}# old\rmastheads: 1\n`))[0]).toMatch(
      /^feedwright\.yaml:5:1 config-key-unknown/,
    );
  });
});

describe("a module", () => {
  it("that throws is said, with its line", async () => {
    const module = 'const a = 1;\nthrow new Error("no network");\nexport default {};\n';
    const [only] = await problemsOf(loadConfig({ cwd: folder({ "feedwright.mjs": module }) }));
    expect(only).toMatchObject({
      code: "config-module",
      message: "the configuration module can't be loaded: no network",
      place: { file: "feedwright.mjs" },
    });
  });

  it.each([
    ["what is no error", 'throw "no network";'],
    [
      "an error that doesn't say where",
      'throw Object.assign(new Error("no network"), { stack: undefined });',
    ],
  ])("may throw %s", async (_, module) => {
    expect(await complaints("feedwright.mjs", module)).toEqual([
      "feedwright.mjs config-module: the configuration module can't be loaded: no network (run it with node to see the whole error)",
    ]);
  });

  it.each([
    ["export const site = {};", "nothing"],
    ["export default [];", "a list"],
    ["export default 3;", "a single value"],
  ])("%j exports %s", async (module, seen) => {
    expect(await complaints("feedwright.mjs", module)).toEqual([
      `feedwright.mjs:1:1 config-shape: the configuration is ${seen}; expected keys with values ${shape}`,
    ]);
  });

  it("is checked as a file is", async () => {
    const module = 'export default { site: { title: "A", url: "https://a.example" }, mastheads: true };';
    expect((await complaints("feedwright.mjs", module))[0]).toMatch(
      /^feedwright\.mjs config-key-unknown: `mastheads` is not a key/,
    );
  });

  it.skipIf("typescript" in process.features && Boolean(process.features.typescript))(
    "in TypeScript needs a Node that runs it",
    async () => {
      expect(await complaints("feedwright.ts", "export default {};")).toEqual([
        `feedwright.ts config-typescript: Node ${process.version} can't run a TypeScript configuration (use Node 22.18 or newer, or write feedwright.mjs or feedwright.yaml)`,
      ]);
    },
  );
});
