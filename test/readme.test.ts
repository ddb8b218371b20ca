import { execFile, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { load } from "js-yaml";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadConfig } from "../src/index.ts";
import { folder, run } from "./cli/support.ts";
import { documents, inLanguage, rows, samples, textOf, words } from "./readme/samples.ts";

const readme = textOf("README.md");
const article = "---\ntitle: A name\ndate: 2025-01-31\ntopic: Formats\n---\n\nSome words.\n";
const newsroom = {
  "feedwright.yaml": "site:\n  title: Notes\n  url: https://notes.example/\n",
  "articles/name.md": article,
};

/** Runs `npx feedwright …`. */
async function command(line: string, cwd: string) {
  const [npx, name, ...argv] = words(line);
  expect([npx, name]).toEqual(["npx", "feedwright"]);
  return await run(argv, { cwd, now: Date.now });
}

describe("the documents", () => {
  it("have the repository's two commands", () => {
    expect(readme).toContain("npm ci && npm run build");
    expect(readme).toContain("npm cit");
  });

  it("have samples in languages that are run or checked here, and no others", () => {
    const checked = ["sh", "bash", "js", "yaml", "json", "xml", "markdown", "text", "ini", "crontab"];
    expect(samples.filter(({ language }) => !checked.includes(language))).toEqual([]);
  });

  it.each(documents)("link to what is there: %s", (file) => {
    const links = [...textOf(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(resolve(dirname(file), path)))).toEqual([]);
  });
  it.each([...documents, "CONTRIBUTING.md"])("name npm scripts that are there: %s", (file) => {
    const { scripts } = JSON.parse(textOf("package.json"));
    const named = [...textOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  const page = textOf("docs/architecture.md");

  it("names files that are there", () => {
    const rooms = rows(page).flatMap(([first = "", , change = ""]) => {
      const room = /^`([\w-]+\/)`/.exec(first)?.[1] ?? "";
      const names = [...change.matchAll(/`([\w./-]+(?:\.ts|\/))`/g)];
      return names.map(([, name = ""]) => [join("src", room, name), join("src", name), name]);
    });
    expect(rooms.filter((places) => !places.some((path) => existsSync(path)))).toEqual([]);
    expect(rooms.length).toBeGreaterThan(10);
  });

  it("gives each run-time dependency its reason", () => {
    const { dependencies } = JSON.parse(textOf("package.json"));
    const named = rows(page.split("## Run-time dependencies")[1] ?? "").slice(1);
    const names = named.flatMap(([first = ""]) => [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(names.sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe("a shell sample runs", () => {
  it.each(inLanguage("sh"))("%s", async (_, { text }) => {
    const { scripts } = JSON.parse(textOf("package.json"));
    for (const line of text.trim().split("\n")) {
      const npm = [...line.matchAll(/npm (run )?(\S+)/g)];
      if (npm.length > 0)
        expect(npm.filter(([, , name = ""]) => !["ci", "cit"].includes(name) && !(name in scripts))).toEqual(
          [],
        );
      else expect(await command(line, folder(newsroom))).toMatchObject({ exitCode: 0, err: "" });
    }
  });
});

describe("a program", () => {
  const programs = inLanguage("js");
  const execute = promisify(execFile);

  function place(): string {
    const root = folder(newsroom);
    mkdirSync(join(root, "node_modules"));
    symlinkSync(resolve("."), join(root, "node_modules/feedwright"), "dir");
    return root;
  }

  it.each(programs)("runs: %s", async (_, { text }) => {
    const root = place();
    writeFileSync(join(root, "sample.mjs"), text);
    const { stdout, stderr } = await execute(process.execPath, ["sample.mjs"], { cwd: root });
    expect(stdout !== "" || existsSync(join(root, "atom.xml"))).toBe(true);
    expect(stderr).not.toMatch(/config-|ProblemError|Warning/);
  });

  it("fits the types", async () => {
    const root = place();
    symlinkSync(resolve("node_modules/@types"), join(root, "node_modules/@types"), "dir");
    for (const [at, [, { text }]] of programs.entries()) writeFileSync(join(root, `sample${at}.mjs`), text);
    const compilerOptions = {
      target: "es2023",
      lib: ["es2023"],
      module: "nodenext",
      types: ["node"],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      skipLibCheck: true,
      preserveSymlinks: false,
    };
    writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.mjs"] }));
    const tsc = resolve("node_modules/typescript/bin/tsc");
    const { stdout } = await execute(process.execPath, [tsc, "-p", root]).catch((error) => error);
    expect(stdout).toBe("");
  });
});

describe("a YAML sample holds", () => {
  const isNamed = (text: string) => /^# (\S+\.yaml)\n/.exec(text)?.[1];
  const profiles = inLanguage("yaml").flatMap(([, { text }]) => {
    const name = isNamed(text);
    return name === undefined || name === "feedwright.yaml" ? [] : [[name, text] as const];
  });

  it.each(inLanguage("yaml"))("%s", async (_, { text }) => {
    vi.stubEnv("CITY_PAPER_SECRET", "k3Jx9_mQ2vLp7ZtR");
    vi.stubEnv("WIRE_SECRET", "k3Jx9_mQ2vLp7ZtR");
    if (text.startsWith("# feedwright.yaml\n")) {
      const cwd = folder({ ...Object.fromEntries(profiles), "feedwright.yaml": text });
      const config = await loadConfig({ cwd });
      expect(config.site.url).toBe("https://daily.example/");
    } else if (isNamed(text) !== undefined) {
      expect(inLanguage("yaml").some(([, other]) => other.text.includes(`./${isNamed(text)}`))).toBe(true);
    } else {
      const workflow = load(text) as { on: object; jobs: Record<string, { steps: object[] }> };
      expect(Object.keys(workflow.on)).toContain("schedule");
      const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
      expect(steps.filter((step) => "uses" in step === "run" in step)).toEqual([]);
    }
  });
});

describe("a front-matter sample is an article", () => {
  it.each(inLanguage("markdown"))("%s", async (_, { text }) => {
    const { "feedwright.yaml": configuration } = newsroom;
    const root = folder({ "feedwright.yaml": configuration, "articles/sample.md": text });
    expect(await run(["build"], { cwd: root, now: Date.now })).toMatchObject({ exitCode: 0, err: "" });
    expect(JSON.parse(textOf(join(root, "dist/feed.json"))).items).toHaveLength(1);
  });
});

describe("what comes out", () => {
  it.each(inLanguage("xml"))("stands so in dist/: %s", (_, { text }) => {
    const tag = /^<(\w+)>/.exec(text)?.[1];
    const feed = textOf(tag === "item" ? "dist/rss.xml" : "dist/atom.xml");
    const story = feed.split(`<${tag}>`).find((each) => each.includes("Zelensky offers"));
    let at = 0;
    for (const line of text.trim().split("\n").slice(1)) {
      const shown = line.trim().replace(/ ?…$/, "");
      expect(story?.indexOf(shown, at), shown).toBeGreaterThanOrEqual(0);
      at = story?.indexOf(shown, at) ?? 0;
    }
  });

  it.each(inLanguage("json"))("stands so in dist/feed.json: %s", (_, { text }) => {
    const sample: Record<string, unknown> = JSON.parse(text);
    const feed: { items: Record<string, unknown>[] } = JSON.parse(textOf("dist/feed.json"));
    const story = feed.items.find(({ id }) => id === sample.id);
    for (const [name, value] of Object.entries(sample)) {
      if (typeof value === "string" && value.endsWith("…"))
        expect(String(story?.[name]).startsWith(value.slice(0, -1))).toBe(true);
      else expect(story?.[name]).toEqual(value);
    }
  });
});

describe("the README", () => {
  it("has the help as the command says it", async () => {
    const { out } = await run(["build", "--help"]);
    expect(inLanguage("text")[0]?.[1].text).toBe(out);
  });

  it("has what `feedwright next` says", async () => {
    const [open, shut] = ["---\ntitle: The city's budget\ndate:", "---\ntitle: Closed until nine\nexpires:"];
    const moment = "2026-12-01T09:00:00Z";
    const cwd = folder({
      ...newsroom,
      "articles/city/budget.md": `${open} ${moment}\n---\n`,
      "articles/city/traffic.md": `${shut} ${moment}\ndate: 2025-01-31\n---\n`,
    });
    const { out } = await run(["next", "--now", "2026-11-01T00:00:00Z"], { cwd });
    expect(
      inLanguage("text")
        .slice(1)
        .map(([, { text }]) => text),
    ).toEqual([out]);
  });

  it("has keys of the configuration and words of the front matter as their pages have them", () => {
    const section = (title: string) => readme.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
    const keys = rows(section("Configuration"));
    expect(rows(textOf("docs/configuration.md"))).toEqual(expect.arrayContaining(keys));
    const known = rows(textOf("docs/front-matter.md")).map((cells) => cells.slice(0, 3));
    const front = rows(section("Front matter"));
    expect(known).toEqual(expect.arrayContaining(front));
    expect([keys.length > 10, front.length > 10]).toEqual([true, true]);
  });

  it("shows a report as it is", async () => {
    const root = folder();
    cpSync("test/readme/newsroom", root, { recursive: true });
    const now = () => Date.UTC(2026, 10, 24);
    const { out, err, exitCode } = await run(["build"], { cwd: root, now });
    expect(exitCode).toBe(1);
    const drawn = [...textOf("docs/report.svg").matchAll(/<text [^>]*>(.*)<\/text>/g)]
      .map(([, line = ""]) => line.replace(/<[^>]+>/g, "").replaceAll("&gt;", ">"))
      .slice(1);
    const said = `${err}\n${out}`.split("\n").filter((line) => line !== "");
    expect(drawn.map(measures)).toEqual(said.map(measures));
  });
});

/** Sizes and durations are another matter. */
function measures(line: string): string {
  return line.replace(/[\d.]+ kB/, "# kB").replace(/in \d+ ms/, "in # ms");
}

describe("on the folder of another generator", () => {
  const places: Readonly<Record<string, readonly [folder: string, dated: string]>> = {
    Hugo: ["content/posts", "/posts/2025-01-31-name/"],
    Jekyll: ["_posts", "/2025/01/31/name.html"],
    Astro: ["src/content/posts", "/posts/2025/01/31/name/"],
    Eleventy: ["posts", "/posts/name/"],
    Zola: ["content/posts", "/posts/name/"],
    Docusaurus: ["blog", "/blog/2025/01/31/name"],
  };
  const generators = rows(readme).filter(([name = ""]) => name in places);

  it.each(generators)(
    "%s: the command finds the articles, and the pattern their addresses",
    async (...cells) => {
      const [name = "", line = "", pattern = ""] = cells;
      const [content, dated] = places[name] ?? ["", ""];
      const path = /^`(.*?)`/.exec(pattern)?.[1];
      const configuration = path && `site: { title: T, url: https://example.org/ }\npermalink: ${path}\n`;
      const root = folder({
        [`${content}/2025-01-31-name.md`]: article,
        ...(configuration && { "feedwright.yaml": configuration }),
      });
      expect(await command(line.replaceAll("`", ""), root)).toMatchObject({ exitCode: 0, err: "" });
      const { items } = JSON.parse(textOf(join(root, "dist/feed.json")));
      expect(items.map(({ url }: { url: string }) => url)).toEqual([`https://example.org${dated}`]);
    },
  );

  it("are six", () => {
    expect(generators).toHaveLength(6);
  });
});

describe("schedules", () => {
  it.each(inLanguage("crontab"))("are a line of crontab: %s", (_, { text }) => {
    expect(text).toMatch(/^(?:[\d*/,-]+ ){5}.*npx feedwright build[^%]*\n$/);
  });

  it.each(inLanguage("bash"))("are scripts, with flags that are there: %s", async (_, { text }) => {
    expect(spawnSync("sh", ["-n"], { input: text, encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
    for (const [line] of text.matchAll(/npx feedwright [^)\n]+/g))
      expect(await command(line, folder(newsroom))).toMatchObject({ exitCode: 0, err: "" });
  });

  it.each(inLanguage("ini"))("are units of systemd: %s", (_, { text }) => {
    const lines = text.trim().split("\n");
    expect(lines.filter((line) => !/^(?:|#.*|\[\w+\]|[A-Z]\w+=\S.*)$/.test(line))).toEqual([]);
    expect(text).toMatch(
      /^\[(?:Service\]\n(?:.*\n)*ExecStart=.*npx feedwright build|Timer\]\n(?:.*\n)*OnCalendar=)/m,
    );
  });
});

beforeAll(() => {
  const compiled = existsSync("lib/index.js") && readFileSync("lib/index.js", "utf8").includes("Feed");
  if (!compiled) throw new Error("lib/ is not there: npm run compile");
});
