import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentFolders } from "../../src/config/contentFolders.ts";
import { loadConfig } from "../../src/config/index.ts";
import { usualLimits } from "../limits.ts";
import { folder, problemsOf, said, site } from "./support.ts";

const flags = { title: "The Daily", url: "https://daily.example" };

describe("the search", () => {
  it("goes upwards, and paths start from the folder of what it finds", async () => {
    const root = folder({ "feedwright.yaml": `${site}content: stories\noutput: public\n`, "a/b/": "" });
    const config = await loadConfig({ cwd: join(root, "a/b") });
    expect(config).toMatchObject({
      root,
      file: join(root, "feedwright.yaml"),
      content: join(root, "stories"),
      output: join(root, "public"),
    });
  });

  it("stops at the nearest", async () => {
    const near = "site: { title: Near, url: https://near.example }";
    const root = folder({ "feedwright.yaml": site, "a/feedwright.yml": near, "a/b/": "" });
    expect((await loadConfig({ cwd: join(root, "a/b") })).site.title).toBe("Near");
  });

  it.each([
    ["feedwright.yml", site],
    ["feedwright.json", '{\n\t"site": { "title": "The Daily", "url": "https://daily.example" }\n}\n'],
    ["feedwright.mjs", 'export default { site: { title: "The Daily", url: "https://daily.example" } };'],
  ])("finds %s", async (name, text) => {
    const root = folder({ [name]: text });
    expect(await loadConfig({ cwd: root })).toMatchObject({
      file: join(root, name),
      site: { title: "The Daily" },
    });
  });

  it("takes YAML before JSON", async () => {
    const root = folder({ "feedwright.yaml": site, "feedwright.json": "{}" });
    expect((await loadConfig({ cwd: root })).file).toBe(join(root, "feedwright.yaml"));
  });

  it("says where it looked", async () => {
    const cwd = folder();
    const [problem] = await problemsOf(loadConfig({ cwd }));
    expect(problem).toMatchObject({
      code: "config-missing",
      severity: "fatal",
      message: `no feedwright.yaml was found in ${cwd} or above it`,
      hint: 'write one, or give --title "…" and --url https://…',
    });
  });

  it.each([
    [{ title: "The Daily" }, "--url", "--url https://…"],
    [{ url: "https://daily.example" }, "--title", '--title "…"'],
  ])("says which flag is missing beside %j", async (flags, name, written) => {
    const cwd = folder();
    expect(await problemsOf(loadConfig({ cwd, flags }))).toMatchObject([
      {
        code: "config-missing",
        message: `no feedwright.yaml was found in ${cwd} or above it, and ${name} is missing`,
        hint: `write one, or give ${written} too`,
      },
    ]);
  });
});

describe("--config", () => {
  it("names a file from the working directory; its folder is the root", async () => {
    const cwd = folder({ "conf/site.yaml": site, "feedwright.yaml": "pages: 1" });
    const config = await loadConfig({ cwd, flags: { config: "conf/site.yaml" } });
    expect(config).toMatchObject({ root: join(cwd, "conf"), output: join(cwd, "conf/dist") });
  });

  it("has to be there", async () => {
    const problems = await problemsOf(loadConfig({ cwd: folder(), flags: { config: "nowhere.yaml" } }));
    expect(problems.map(said)).toEqual([
      "nowhere.yaml config-unreadable: the configuration can't be read: ENOENT: no such file or directory (check its path and permissions)",
    ]);
  });
});

describe("--root", () => {
  it("is where the search and the file's paths start", async () => {
    const cwd = folder({ "feedwright.yaml": `${site}content: a`, "inner/": "" });
    const config = await loadConfig({ cwd, flags: { root: "inner" } });
    expect(config).toMatchObject({ root: join(cwd, "inner"), content: join(cwd, "inner/a") });
    expect(config.file).toBe(join(cwd, "feedwright.yaml"));
  });

  it("goes together with --config", async () => {
    const cwd = folder({ "conf/site.yaml": site, "inner/": "" });
    const config = await loadConfig({ cwd, flags: { root: "inner", config: "conf/site.yaml" } });
    expect(config).toMatchObject({ root: join(cwd, "inner"), output: join(cwd, "inner/dist") });
  });

  it("has to be a folder", async () => {
    const problems = await problemsOf(loadConfig({ cwd: folder(), flags: { ...flags, root: "nowhere" } }));
    expect(problems.map(said)).toEqual([
      "flag-value: `--root` is `nowhere`; expected a folder that is there (see --help)",
    ]);
  });
});

describe("flags", () => {
  it("win over the file, and their paths start from the working directory", async () => {
    const cwd = folder({ "feedwright.yaml": `${site}content: a\noutput: b\nfeeds: { limit: 3 }`, "in/": "" });
    const all = { ...flags, title: "Other", content: "c", out: "d", limit: "all" };
    const config = await loadConfig({ cwd: join(cwd, "in"), flags: all });
    expect(config).toMatchObject({
      root: cwd,
      content: join(cwd, "in/c"),
      output: join(cwd, "in/d"),
      site: { title: "Other", url: "https://daily.example/" },
      feeds: { limit: Number.POSITIVE_INFINITY },
    });
  });

  it("mend what the file has wrong", async () => {
    const cwd = folder({ "feedwright.yaml": "site: { url: nonsense, title: 3 }" });
    expect((await loadConfig({ cwd, flags })).site.title).toBe("The Daily");
  });

  it("are named where they are wrong", async () => {
    const cwd = folder();
    const wrong = { title: "", url: "daily.example", out: "", limit: "0" };
    expect((await problemsOf(loadConfig({ cwd, flags: wrong }))).map(said)).toEqual([
      "flag-value: `--title` is ``; expected text (see --help)",
      "flag-value: `--url` is `daily.example`; expected an http or https address, without `?` and `#` (did you mean `https://daily.example`?)",
      "flag-value: `--out` is ``; expected a folder (see --help)",
      "flag-value: `--limit` is `0`; expected a whole number from 1, or `all` (see --help)",
    ]);
  });

  it.each([
    ["The Daily", '`"The Daily"`'],
    ["[a]", "a list"],
    ["", "empty"],
  ])("can't repair a section of the wrong kind: %j", async (written, seen) => {
    const cwd = folder({ "feedwright.yaml": `site: ${written}` });
    const [only, ...others] = (await problemsOf(loadConfig({ cwd, flags }))).map(said);
    expect(only).toContain(`config-value: \`site\` is ${seen}; expected keys with values`);
    expect(others).toEqual([]);
  });
});

describe("a title and an address", () => {
  it("need no file", async () => {
    const cwd = folder();
    expect(await loadConfig({ cwd, flags })).toEqual({
      partners: [],
      root: cwd,
      file: undefined,
      site: {
        title: "The Daily",
        url: "https://daily.example/",
        language: "en",
        timezone: "UTC",
        authors: [],
        image: undefined,
        icon: undefined,
        favicon: undefined,
      },
      content: cwd,
      output: join(cwd, "dist"),
      permalink: "/:path/",
      ignore: [],
      feeds: { limit: 50, content: "full", formats: ["rss", "atom", "json"], readingTime: false },
      embeds: [],
      limits: usualLimits,
      scopes: [],
      selections: [],
      missing: "withdraw",
      broken: "keep",
      guards: { emptied: true, lost: 0.5, ids: 3, dates: 3 },
      tombstones: 30,
      websub: { hubs: [] },
      delivery: { head: false, servers: [], compress: [] },
    });
  });

  it.each(contentFolders)("find the articles in %s", async (name) => {
    const cwd = folder({ [`${name}/`]: "" });
    expect((await loadConfig({ cwd, flags })).content).toBe(join(cwd, name));
  });

  it("prefer articles to other known folders, and folders to files", async () => {
    const cwd = folder({ "content/": "", "articles/": "", _posts: "a file" });
    expect((await loadConfig({ cwd, flags })).content).toBe(join(cwd, "articles"));
  });

  it("don't make a whole project content where there is a configuration", async () => {
    const cwd = folder({ "feedwright.yaml": site });
    expect((await loadConfig({ cwd })).content).toBe(join(cwd, "articles"));
  });
});
