import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { build } from "../../src/build.ts";
import { load } from "../../src/config/index.ts";
import { problem } from "../../src/problems/index.ts";
import { Preview } from "../../src/serve/index.ts";
import { watch } from "../../src/watch/index.ts";
import { folder, story } from "../cli/support.ts";
import { missing } from "../readers/tools.ts";
import { shown } from "./shown.ts";

let browser: Browser | undefined;

/** Where pictures of the preview go, if anywhere. */
const pictures = process.env.FEEDWRIGHT_PICTURES;

const head = "id: tag:daily.example,2026:bridge\ntopic: Transport\nauthors: [Ana Duarte]\ntags: [bridges]\n";
const text = `The old bridge is *closed*.

![A bridge](picture.png)

| a | b |
|---|---|
| 1 | 2 |
`;
const files = {
  "feedwright.yaml": `site: { title: The Daily, url: https://daily.example/, description: All the news. }
partners:
  - profile: smartnews
  - profile: wire-rss
    window: 36500d
  - profile: google-news
scopes: [topic]
`,
  "articles/bridge/index.md": `---\ntitle: The bridge is closed\ndate: 2025-12-01T09:00:00Z\n${head}enclosures: [talk.mp3]\n---\n\n${text}`,
  "articles/talk.md": story("Others talk", "2025-11-01", "summary: What they say.\n"),
};
const id = "tag:daily.example,2026:bridge";
const item = (name = "rss.xml") => `/_feedwright/item?${new URLSearchParams({ path: name, id })}`;

/** A site with a picture and a recording. */
async function site() {
  const found = await shown(files);
  for (const name of ["bridge/picture.png", "bridge/talk.mp3"]) {
    const from = name.endsWith("png")
      ? "articles/2026/alt-text/choices.png"
      : "articles/2025/podcast-enclosure/enclosure.mp3";
    writeFileSync(join(found.root, "articles", name), readFileSync(from));
  }
  await found.round();
  return found;
}

describe.skipIf(missing("chromium", "chromium", ["--version"]))("the preview in Chromium", () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  const paths = [
    ["overview", "/_feedwright/"],
    ["feed", "/_feedwright/feed?path=rss.xml"],
    ["item", item()],
    ["compare", item().replace("item", "compare")],
    ["partners", "/_feedwright/partners"],
    ["side", item().replace("item", "partners")],
    ["source", "/_feedwright/source?path=rss.xml&line=10"],
    ["json", "/_feedwright/source?path=feed.json"],
    ["problems", "/_feedwright/problems"],
  ] as const;

  it.each(paths)("fits and can be used by all, at any width, light and dark: %s", async (name, path) => {
    const found = await site();
    const wrong = problem(
      "date-impossible",
      { key: "date", seen: "2026-02-30" },
      { file: "b.md", line: 3, column: 7 },
    );
    const unlike = problem(
      "field-unknown",
      { key: "sumary", meant: "summary" },
      { file: "bridge/index.md", line: 2 },
    );
    await found.round({ problems: [wrong, unlike] });
    for (const width of [1280, 390])
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await opened(found.port, path, { viewport: { width, height: 850 }, colorScheme });
        await page.inner.getByText("Live").waitFor();
        const [wide, visible] = await page.measure();
        expect([width, wide <= visible]).toEqual([width, true]);
        expect(await page.violations()).toEqual([]);
        expect(page.said).toEqual([]);
        expect(page.asked.filter((url) => !url.startsWith(page.base))).toEqual([]);
        await page.picture(`preview-${name}-${width}-${colorScheme}`);
        await page.close();
      }
  });

  it("opens a feed, an article in it, and the same in other formats", async () => {
    const found = await site();
    const page = await opened(found.port, "/");
    const { inner } = page;
    await inner.getByRole("link", { name: "The Daily", exact: true }).first().click();
    expect(await inner.locator(".items h2").allInnerTexts()).toEqual([
      "The bridge is closed",
      "Others talk",
      "First",
    ]);
    expect(await inner.locator(".items .summary").nth(1).innerText()).toBe("What they say.");
    await inner.getByRole("link", { name: "The bridge is closed" }).click();
    expect(await inner.locator("h1").innerText()).toBe("The bridge is closed");
    expect(await inner.locator(".meta").innerText()).toContain("Ana Duarte");
    const content = inner.frameLocator("iframe");
    await content.getByText("The old bridge is closed.").waitFor();
    // The picture and the recording are taken from what was built: the site itself may have neither.
    expect(await inner.locator("audio").getAttribute("src")).toBe("/bridge/talk.mp3");
    const picture =
      "(async () => { const [img] = document.querySelector('iframe').contentDocument.images; await img.decode(); return [img.naturalWidth, img.src]; })()";
    expect(await inner.evaluate(picture)).toEqual([1000, `${page.base}/bridge/picture.png`]);
    for (const format of ["Atom", "JSON Feed", "RSS"]) {
      await inner.locator(".tabs").getByRole("link", { name: format }).click();
      expect(await inner.locator(".tabs [aria-current]").innerText()).toBe(format);
      expect(await inner.locator("h1").innerText()).toBe("The bridge is closed");
    }
    expect(page.said).toEqual([]);
    await page.close();
  });

  it("gives an article the height that it needs, and lets nothing run in it", async () => {
    const found = await shown({ "articles/a.md": story("Evil", "2025-01-01") });
    const evil = `<p>Text</p><script>top.ran = true</script><img src="x" onerror="top.ran = true"><iframe srcdoc="<script>top.ran = true</script>"></iframe><form action="/x"><button>Go</button></form><svg onload="top.ran = true"></svg><div>${"<p>long</p>".repeat(200)}</div><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">`;
    const feed = readFileSync(join(found.root, "dist/rss.xml"), "utf8");
    writeFileSync(
      join(found.root, "dist/rss.xml"),
      feed
        .replace(
          /<content:encoded>[\s\S]*?<\/content:encoded>/,
          `<content:encoded><![CDATA[${evil}]]></content:encoded>`,
        )
        .replace("<title>Evil</title>", "<title>&lt;script&gt;top.ran = true&lt;/script&gt;</title>"),
    );
    const page = await opened(found.port, "/_feedwright/feed?path=rss.xml");
    await page.inner.locator(".items a").first().click();
    await page.inner.frameLocator("iframe.content").getByText("Text").waitFor();
    const height = "document.querySelector('iframe.content').getBoundingClientRect().height";
    await expect.poll(() => page.inner.evaluate(height)).toBeGreaterThan(3000);
    expect(await page.inner.evaluate("globalThis.ran")).toBeUndefined();
    expect(page.inner.url()).toContain(page.base);
    expect(page.asked.filter((url) => !url.startsWith(page.base))).toEqual([]);
    await page.close();
  });

  it("says what differs between formats, and shows the partners' versions side by side", async () => {
    const found = await site();
    const page = await opened(found.port, item());
    const { inner } = page;
    await inner.getByRole("link", { name: "Compare formats" }).click();
    const rows = inner.locator(".compare tbody tr");
    expect(await rows.filter({ hasText: "Title" }).first().locator("td").allInnerTexts()).toEqual(
      Array(3).fill("The bridge is closed"),
    );
    expect(await rows.filter({ hasText: "Title" }).first().getAttribute("class")).toBeNull();
    await inner.goBack();
    await inner.getByRole("link", { name: "At partners" }).click();
    expect(await inner.locator(".version h2").allInnerTexts()).toEqual([
      "RSS",
      "SmartNews",
      "A wire desk (RSS)",
      "Google News",
    ]);
    expect(await inner.locator(".version").nth(2).locator("h3").innerText()).toBe("The bridge is closed");
    await inner
      .locator(".version")
      .nth(2)
      .frameLocator("iframe")
      .getByText("The old bridge is closed.")
      .waitFor();
    expect(await inner.locator(".version").nth(3).innerText()).toContain("This story isn’t in its document.");
    expect(page.said).toEqual([]);
    await page.close();
  });

  it("shows a document's source with its lines' numbers, and what is wrong at its line", async () => {
    const found = await site();
    const feed = readFileSync(join(found.root, "dist/rss.xml"), "utf8");
    writeFileSync(
      join(found.root, "dist/rss.xml"),
      feed.replace("<title>Others talk</title>", "<title>Others & talk</title>"),
    );
    const line = feed.split("\n").findIndex((each) => each.includes("<title>Others talk")) + 1;
    const page = await opened(found.port, "/_feedwright/source?path=rss.xml");
    const { inner } = page;
    const lines = await inner.locator(".source li > code").allInnerTexts();
    expect(`${lines.join("\n")}\n`).toBe(readFileSync(join(found.root, "dist/rss.xml"), "utf8"));
    expect(await inner.locator(".fault .number").first().innerText()).toBe(String(line));
    await inner.locator(".faults a").first().click();
    expect(inner.url()).toMatch(new RegExp(`line=${line}#L${line}$`));
    await page.close();
  });

  it("shows what is wrong, where, on each page, and that nothing was written", async () => {
    const found = await site();
    const fatal = problem("content-missing", { folder: "articles" });
    const unlike = problem(
      "field-unknown",
      { key: "sumary", meant: "summary" },
      { file: "bridge/index.md", line: 2 },
    );
    await found.round({ result: undefined, problems: [unlike, fatal] });
    const page = await opened(found.port, item());
    const { inner } = page;
    expect(await inner.locator(".alert").innerText()).toContain(
      "Nothing was written: what is shown is the last build.",
    );
    expect(await inner.locator(".reading .problem").innerText()).toContain("bridge/index.md:2");
    await inner.locator(".alert a").click();
    expect(await inner.locator(".problem .severity").allInnerTexts()).toEqual(["error", "warning"]);
    expect(await inner.locator(".problem pre").innerText()).toContain("> 2 | the line");
    await page.close();
  });

  it("loads itself again on a save, and then only where it is another, and keeps its place", async () => {
    const root = folder({
      ...files,
      "articles/long.md": story("Long", "2025-10-01") + "A paragraph.\n\n".repeat(200),
    });
    const preview = new Preview({ host: "127.0.0.1", port: 0 }, { placeOf: () => "", frameOf: () => [] });
    const port = await preview.listen();
    const controller = new AbortController();
    const { signal } = controller;
    const watching = watch({
      load: () => load({ cwd: root }),
      cwd: root,
      build,
      options: () => ({ now: Date.UTC(2026, 0), wait: true, signal }),
      told: (round) => void preview.show(round),
      signal,
    });
    onTestFinished(async () => {
      controller.abort();
      await watching;
      await preview.close();
    });
    const long = `/_feedwright/item?${new URLSearchParams({ path: "rss.xml", id: "https://daily.example/long/" })}`;
    const [page, other] = [
      await opened(port, long),
      await opened(port, "/_feedwright/source?path=topics/transport/rss.xml"),
    ];
    await page.inner.getByText("Live").waitFor();
    await other.inner.evaluate("globalThis.mark = 'the same page'");
    await expect
      .poll(() => page.inner.evaluate("document.documentElement.scrollHeight"))
      .toBeGreaterThan(3000);
    await page.inner.evaluate("scrollTo(0, 1500)");
    const save = (words: string) =>
      writeFileSync(
        join(root, "articles/long.md"),
        `${story("Long", "2025-10-01")}${words}\n\n${"A paragraph.\n\n".repeat(200)}`,
      );
    for (const words of ["Saved once.", "Saved twice."]) {
      save(words);
      await page.inner.frameLocator("iframe").getByText(words).waitFor();
    }
    await expect.poll(() => page.inner.evaluate("scrollY")).toBeGreaterThan(1000);
    expect(await other.inner.evaluate("globalThis.mark")).toBe("the same page");
    await page.close();
    await other.close();
  });

  it("is whole without script", async () => {
    const found = await site();
    const page = await opened(found.port, "/_feedwright/", { javaScriptEnabled: false });
    await page.inner.getByRole("link", { name: "The Daily", exact: true }).first().click();
    await page.inner.getByRole("link", { name: "The bridge is closed" }).click();
    await page.inner.frameLocator("iframe").getByText("The old bridge is closed.").waitFor();
    expect(await page.inner.locator(".live").isVisible()).toBe(false);
    await page.close();
  });
});

/** A page of the preview, with all that the browser had to say of it, and all that it asked for. */
async function opened(port: number, path: string, options: BrowserContextOptions = {}) {
  const base = `http://127.0.0.1:${port}`;
  const context = await (browser ?? expect.fail("no browser")).newContext(options);
  const page = await context.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(base + path, { waitUntil: "load" });
  return {
    inner: page,
    base,
    said,
    asked,
    close: () => context.close(),
    measure: (): Promise<[number, number]> =>
      page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]"),
    async violations(): Promise<string[]> {
      await page.evaluate(axe.source);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      return page.evaluate(
        `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`,
      );
    },
    async picture(name: string) {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}
