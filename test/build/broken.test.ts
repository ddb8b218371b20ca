import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseJsonFeed } from "feedsmith";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { build, loadConfig, type Problem, ProblemError } from "../../src/index.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 5);
const unreadable = "---\ntitle: [B\n---\nMended text of b.\n";
const tooLong = `---\ntitle: B\ndate: 2026-03-02\ntags: [x]\n---\n${"A long text. ".repeat(200_000)}\n`;
const mended = "---\ntitle: B\ndate: 2026-03-02\ntags: [x]\n---\nMended text of b.\n";

/** A site of three articles that was built. */
async function site(configuration: string, later = 60_000) {
  vi.restoreAllMocks();
  const clock = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => clock() + later);
  const root = mkdtempSync(join(tmpdir(), "feedwright-broken-"));
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });
  mkdirSync(join(root, "articles"));
  const write = (name: string, text: string) => writeFileSync(join(root, "articles", `${name}.md`), text);
  for (const [at, name] of ["a", "b", "c"].entries())
    write(name, `---\ntitle: ${name}\ndate: 2026-03-0${at + 1}\ntags: [x]\n---\nText of ${name}.\n`);
  const head = 'site: { title: T, url: "https://news.example/" }\nscopes: [tag]\n';
  writeFileSync(join(root, "feedwright.yaml"), head + configuration);
  const config = await loadConfig({ cwd: root });
  const told: Problem[] = [];
  const run = async (now = start, force = false) => {
    told.length = 0;
    const result = await build({ config, now, force, report: (each) => told.push(each) }).catch(
      (thrown: unknown) => {
        if (!(thrown instanceof ProblemError)) throw thrown;
        told.push(...thrown.problems);
      },
    );
    return { codes: told.map(({ code }) => code), result };
  };
  await run();
  const text = (path: string) => readFileSync(join(root, "dist", path), "utf8");
  const texts = (path = "feed.json") =>
    (parseJsonFeed(text(path)).items ?? []).map((item) => item.content_html);
  return { root, write, run, text, texts };
}

const kinds = [
  ["can't be read", unreadable, "head-syntax"],
  ["can't be rendered", tooLong, "body-too-large"],
] as const;

describe.each(kinds)("an article that was published and %s any more", (_, broken, code) => {
  test.each([
    ["settled", 60_000],
    ["written the moment before the build", 0],
  ])("keeps its last good version, build after build, until it is mended (%s)", async (_, later) => {
    const { write, run, text, texts } = await site("", later);
    const before = [text("feed.json"), text("tags/x/rss.xml")];
    write("b", broken);
    for (let times = 0; times < 3; times++) {
      const { codes, result } = await run(start + times * day);
      expect(codes).toEqual([code, "article-stale"]);
      expect(result).toMatchObject({ published: 3, rejected: 0 });
      expect([text("feed.json"), text("tags/x/rss.xml")]).toEqual(before);
    }
    write("c", "---\ntitle: C\ndate: 2026-03-03\n---\nMended text of c.\n");
    expect((await run()).codes).toEqual([code, "article-stale"]);
    expect(texts()).toEqual(["<p>Mended text of c.</p>", "<p>Text of b.</p>", "<p>Text of a.</p>"]);
    write("b", mended);
    expect((await run()).codes).toEqual([]);
    expect(texts()).toContain("<p>Mended text of b.</p>");
  });

  test("is left out where that is wished", async () => {
    const { write, run, texts } = await site("broken: drop\n");
    write("b", broken);
    const { codes, result } = await run();
    expect([codes, result?.published, result?.rejected]).toEqual([[code], 2, 1]);
    expect(texts()).toEqual(["<p>Text of c.</p>", "<p>Text of a.</p>"]);
  });

  test("lets nothing be written where that is wished, until somebody insists", async () => {
    const { write, run, text, texts } = await site("broken: fail\n");
    const before = text("feed.json");
    write("b", broken);
    for (let times = 0; times < 2; times++) {
      const { codes, result } = await run();
      expect([codes, result]).toEqual([[code, "articles-broken"], undefined]);
      expect(text("feed.json")).toBe(before);
    }
    expect((await run(start, true)).codes).toEqual([code]);
    expect(texts()).toHaveLength(2);
  });
});

test("what was never published is no loss", async () => {
  for (const choice of ["keep", "fail"]) {
    const { write, run } = await site(`broken: ${choice}\n`);
    write("d", "---\ntitle: D\ndate: 2026-03-04\ndraft: true\n---\nText.\n");
    await run();
    write("d", unreadable);
    write("e", unreadable);
    expect((await run()).codes).toEqual(["head-syntax", "head-syntax"]);
  }
});

test("a correction isn't undone: the version before it is none that could be kept", async () => {
  const { write, run, texts } = await site("");
  write("b", mended);
  await run();
  write("b", unreadable);
  await run();
  expect(texts()).toContain("<p>Mended text of b.</p>");
});

test("a story that moved to another file isn't there twice", async () => {
  const { write, run, texts } = await site("");
  write("moved", mended.replace("title: B", "title: B\nid: https://news.example/b/"));
  write("b", unreadable);
  expect((await run()).codes).toEqual(["head-syntax"]);
  expect(texts()).toEqual(["<p>Text of c.</p>", "<p>Mended text of b.</p>", "<p>Text of a.</p>"]);
});

test("a kept version ends when its own head says so", async () => {
  const { write, run, texts } = await site("");
  write("b", mended.replace("tags: [x]", "expires: 2026-07-01"));
  await run();
  write("b", unreadable);
  await run();
  expect(texts()).toHaveLength(3);
  await run(Date.UTC(2026, 6, 2));
  expect(texts()).toEqual(["<p>Text of c.</p>", "<p>Text of a.</p>"]);
});

test("a file that is as it was is believed again, whatever stood there in between", async () => {
  const { root, write, run, texts } = await site("");
  write("b", unreadable);
  await run();
  write("b", mended);
  utimesSync(join(root, "articles/b.md"), 1, 1);
  await run();
  expect(texts()).toContain("<p>Mended text of b.</p>");
});
