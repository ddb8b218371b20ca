import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { type BuildResult, build, type Config, loadConfig } from "../../src/index.ts";
import { folder, story } from "../cli/support.ts";

/** A site's addresses are its own program's to say. */

const url = "https://news.example/";
const at = (path: string) => url + path;

/** A site of three stories, which is built with whatever addresses a program says. */
async function site(files: Readonly<Record<string, string>> = {}) {
  // Files count as settled at once.
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  onTestFinished(() => void vi.restoreAllMocks());
  const root = folder({
    "feedwright.yaml": `site: { title: T, url: "${url}" }\npermalink: /:year/:slug/\ntombstones: 0\nselections: [{ name: mine, where: { tag: a } }]\n`,
    "articles/a.md": `${story("A", "2025-02-21", "tags: [a]\n")}See [that](b.md).\n`,
    "articles/b.md": story("B", "2025-02-22", "permalink: /own/\n"),
    "articles/sub/c.md": story("C", "2025-02-23", "id: c\nslug: see\n"),
    ...files,
  });
  const config = await loadConfig({ cwd: root });
  return {
    root,
    build: async (addresses?: Config["addresses"]) => {
      await setTimeout(12);
      return await told({ ...config, ...(addresses && { addresses }) });
    },
    fresh: async (addresses?: Config["addresses"]) => {
      const state = mkdtempSync(join(tmpdir(), "feedwright-"));
      onTestFinished(() => rmSync(state, { recursive: true }));
      const output = join(state, "dist");
      return await told({ ...config, root: state, output, ...(addresses && { addresses }) });
    },
  };
}

async function told(config: Config) {
  const result: BuildResult = await build({ config, force: true, now: Date.UTC(2025, 2, 1) });
  const feeds = result.files.filter(({ kind, state }) => kind !== undefined && state !== "removed");
  const all = feeds.map(({ path }) => [path, readFileSync(join(config.output, path), "utf8")] as const);
  const rss = readFileSync(join(config.output, "rss.xml"), "utf8");
  const items = rss.split("<item>").slice(1);
  return {
    all,
    items: items.map((each) =>
      ["link", "guid"].map((name) => new RegExp(`<${name}[^>]*>([^<]*)`).exec(each)?.[1]),
    ),
    inner: items.map((each) => /href="([^"]*)"/.exec(each.replaceAll("&quot;", '"'))?.[1]).filter(Boolean),
    skipped: result.skipped,
    codes: result.problems
      .map(({ code }) => code)
      .filter((code) => !/^(?:id-changed|article-missing)$/.test(code)),
  };
}

const first = { "a.md": at("one/"), "b.md": at("two.html"), "sub/c.md": at("deep/three") };

it("addresses that a program says win over front matter and pattern; an id of its own stays", async () => {
  const { build } = await site();
  expect((await build()).items).toEqual([
    [at("2025/see/"), "c"],
    [at("own/"), at("own/")],
    [at("2025/a/"), at("2025/a/")],
  ]);
  const { items, inner, codes } = await build(first);
  expect(codes).toEqual([]);
  expect(items).toEqual([
    [at("deep/three"), "c"],
    [at("two.html"), at("two.html")],
    [at("one/"), at("one/")],
  ]);
  // A link between articles leads where the other one is.
  expect(inner).toEqual([at("two.html")]);
});

it("a file that has no address has no page, and is passed over", async () => {
  const { build } = await site();
  const { items, skipped, inner } = await build({ "a.md": at("one/") });
  expect(items).toEqual([[at("one/"), at("one/")]]);
  expect(skipped).toEqual([
    { path: "b.md", reason: "no page" },
    { path: "sub/c.md", reason: "no page" },
  ]);
  expect(inner).not.toContain(at("own/"));
});

it.each(["https://elsewhere.example/one/", "one/", "javascript:alert(1)", "https://me@news.example/"])(
  "%s is no address on the site",
  async (address) => {
    const { build } = await site();
    const { items, codes } = await build({ ...first, "a.md": address });
    expect(items).toHaveLength(2);
    expect(codes).toContain("address-outside");
  },
);

it("names that mean something else to a program are names", async () => {
  const { build } = await site({ "articles/constructor.md": story("D", "2025-02-24") });
  expect((await build(first)).items).toHaveLength(3);
});

it("another map is another site, whatever was kept of the last build", async () => {
  const { build, fresh } = await site();
  const others: readonly Config["addresses"][] = [
    first,
    { ...first, "b.md": at("moved/") },
    { ...first, "b.md": at("moved/"), "a.md": at("moved/too/") },
    // Of two at one address the later one goes.
    { ...first, "a.md": at("two.html") },
    { "sub/c.md": at("deep/three") },
    undefined,
    first,
  ];
  for (const addresses of others) expect((await build(addresses)).all).toEqual((await fresh(addresses)).all);
});

it("the same map leaves all as it is", async () => {
  const { build, root } = await site();
  await build(first);
  await build(first);
  const kept = () => ["index", "build"].map((name) => statSync(join(root, ".feedwright", name)).ino);
  const before = kept();
  await build({ ...first });
  expect(kept()).toEqual(before);
});
