import { cpSync, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, run } from "./cli/support.ts";
import { documents, proseOf, rows, textOf, words } from "./samples/blocks.ts";
import { measures } from "./samples/shown.ts";

const readme = textOf("README.md");
const article = "---\ntitle: A name\ndate: 2025-01-31\ntopic: Formats\n---\n\nSome words.\n";
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

  it.each(documents)("link to what is there: %s", (file) => {
    const links = [...proseOf(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(resolve(dirname(file), path)))).toEqual([]);
  });

  it.each(documents)("link to headings that are there: %s", (file) => {
    const links = [...proseOf(file).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const lost = links.filter(([, path = "", anchor = ""]) => {
      const page = path === "" ? file : join(dirname(file), path);
      return page.endsWith(".md") && !anchorsOf(page).has(anchor);
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it.each(documents)("name commands and flags that are there: %s", async (file) => {
    const named = [...proseOf(file).matchAll(/`(?:npx )?feedwright ([a-z]+)( [^`]*)?`/g)];
    for (const [code, name = "", rest = ""] of named) {
      const { out, exitCode } = await run([name, "--help"]);
      expect([code, exitCode]).toEqual([code, 0]);
      const flags = [...rest.matchAll(/(?<= )--[a-z-]+/g)].map(([flag]) => flag);
      expect(
        flags.filter((flag) => !out.includes(`${flag} `)),
        code,
      ).toEqual([]);
    }
  });

  it.each(documents)("name npm scripts that are there: %s", (file) => {
    const { scripts } = JSON.parse(textOf("package.json"));
    const named = [...proseOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** A page's headings, as GitHub makes addresses of them. */
function anchorsOf(page: string): Set<string> {
  const headings = proseOf(page).matchAll(/^#+ (.*)$/gm);
  const named = [...headings].map(([, heading = ""]) =>
    heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, ""),
  );
  return new Set(named.map((name) => name.trim().replaceAll(" ", "-")));
}

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

describe("the README", () => {
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
    cpSync("test/samples/sites/report", root, { recursive: true });
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

describe("on the folder of another generator", () => {
  const places: Readonly<Record<string, readonly [folder: string, dated: string]>> = {
    Hugo: ["content/posts", "/posts/2025-01-31-name/"],
    Jekyll: ["_posts", "/2025/01/31/name.html"],
    Astro: ["src/content/posts", "/posts/2025-01-31-name/"],
    Eleventy: ["posts", "/posts/name/"],
    Zola: ["content/posts", "/posts/name/"],
    Docusaurus: ["blog", "/blog/2025/01/31/name"],
  };
  const generators = rows(textOf("docs/cookbook/generators.md")).filter(([name = ""]) => name in places);

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
