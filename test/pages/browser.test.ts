import { mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missing } from "../readers/tools.ts";
import { article, site } from "./site.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".png": "image/png",
  ".mp3": "audio/mpeg",
};

/** What is served now: this repository's own pages, unless a test has others. */
let root = "dist";
let server: Server | undefined;
let base = "";
let browser: Browser | undefined;

/** Where pictures of the pages go, if anywhere. */
const pictures = process.env.FEEDWRIGHT_PICTURES;

const story = "/volodymyr-zelensky/2025/02/zelensky-nato-post/";

describe.skipIf(missing("chromium", "chromium", ["--version"]))("pages in Chromium", () => {
  beforeAll(async () => {
    server = createServer(({ url = "/" }, response) => {
      const path = decodeURIComponent(new URL(url, "http://x/").pathname).replace(/\/$/, "/index.html");
      try {
        const bytes = readFileSync(join(root, path));
        response.writeHead(200, { "content-type": types[extname(path)] ?? "application/xml" }).end(bytes);
      } catch {
        response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
      }
    });
    await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    base = `http://127.0.0.1:${address.port}`;
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const paths = [
    ["front", "/"],
    ["story", story],
    ["pictured", "/accessibility/2026/05/alt-text/"],
    ["recording", "/audio/2025/08/podcast-enclosure/"],
    ["corrections", "/newsroom/2025/11/how-corrections-travel/"],
    ["ukrainian", "/стандарти/2025/10/yak-vlashtovana-rss/"],
    ["notice", "/delivery/2025/09/styling-a-feed-with-xslt/"],
    ["topic", "/topics/standards/"],
    ["topics", "/topics/"],
    ["missing", "/404.html"],
  ] as const;
  const views = paths.flatMap(([name, path]) =>
    [1200, 360].flatMap((width) =>
      (["light", "dark"] as const).map((colorScheme) => ({ name, path, width, colorScheme })),
    ),
  );

  it.each(views)(
    "fit and can be used by all: $name, $width px, $colorScheme",
    async ({ name, path, ...view }) => {
      const page = await opened(path, {
        viewport: { width: view.width, height: 800 },
        colorScheme: view.colorScheme,
      });
      expect(page.said).toEqual([]);
      expect(page.asked.filter((url) => !url.startsWith(base))).toEqual([]);
      const [wide, visible] = await page.measure();
      expect(wide).toBeLessThanOrEqual(visible);
      expect(await page.violations()).toEqual([]);
      await page.picture(`pages-${name}-${view.width}-${view.colorScheme}`);
      await page.close();
    },
  );

  it("are whole without JavaScript: read, subscribe, pass on, go on", async () => {
    const page = await opened(story, { javaScriptEnabled: false });
    const { inner } = page;
    expect(await inner.locator("h1").innerText()).toMatch(/^Zelensky offers/);
    expect(await inner.locator(".share a").count()).toBe(5);
    expect(await inner.locator(".share button").isVisible()).toBe(false);
    await inner.locator(".topic a").first().click();
    expect(inner.url()).toBe(`${base}/topics/volodymyr-zelensky/`);
    await inner.locator(".stories a").first().click();
    expect(inner.url()).toBe(base + story);
    await inner.locator(".newer a").click();
    expect(inner.url()).toBe(`${base}/history/2025/03/history-of-rss/`);
    await inner.locator("header.site .button").click();
    expect(inner.url()).toBe(`${base}/feeds/`);
    expect(page.said).toEqual([]);
    await page.close();
  });

  it("copy the address where the system shares nothing, and say so", async () => {
    const page = await opened(story, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.inner.locator(".share button").click();
    await page.inner.getByText("Copied").waitFor();
    expect(await page.inner.evaluate("navigator.clipboard.readText()")).toBe(
      `https://feedwright.example${story}`,
    );
    await page.close();
  });

  it("hand the address to the system where it shares", async () => {
    const context = await newContext();
    await context.addInitScript(
      "navigator.share = (what) => { globalThis.shared = what; return Promise.resolve(); }",
    );
    const page = await context.newPage();
    await page.goto(base + story);
    await page.getByRole("button", { name: "Share" }).click();
    expect(await page.evaluate("globalThis.shared")).toEqual({
      title: "Zelensky offers to give up his post in return for NATO membership",
      url: `https://feedwright.example${story}`,
    });
    await context.close();
  });

  it("can be walked through by keys, the text first", async () => {
    const page = await opened(story);
    await page.inner.keyboard.press("Tab");
    const skip = page.inner.locator(".skip");
    expect(await page.inner.evaluate("document.activeElement.className")).toBe("skip");
    expect((await skip.boundingBox())?.y).toBeGreaterThan(0);
    await page.inner.keyboard.press("Enter");
    expect(page.inner.url()).toMatch(/#text$/);
    await page.close();
  });

  it("print the story alone, in black on white", async () => {
    const page = await opened(story, { colorScheme: "dark" });
    await page.inner.emulateMedia({ media: "print" });
    for (const hidden of [".share", ".neighbours", "header.site .button", ".skip"])
      expect([hidden, await page.inner.locator(hidden).isVisible()]).toEqual([hidden, false]);
    expect(await page.inner.locator(".body").isVisible()).toBe(true);
    expect(
      await page.inner.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]",
      ),
    ).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    await page.picture("pages-print");
    await page.close();
  });

  it("keep in order what is long, foreign, or written from right to left", async () => {
    const long = "Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(2);
    const body = `| a | b | c | d | e | f | g | h |\n|---|---|---|---|---|---|---|---|\n|${" a long cell |".repeat(8)}\n\n\`${long}\`\n\n    ${long} ${long}\n\n> ${long}\n\n1. ${long}\n   - deep\n\n## ${long}\n\nSee[^1].\n\n[^1]: A note.`;
    const built = await site(
      {
        "articles/a.md": article(
          "خبر عن الخلاصات",
          "2026-03-01T10:00:00Z",
          `language: ar\ntopic: ${long}\nsummary: موجز.`,
          body,
        ),
        "articles/b.md": article(
          long,
          "2026-02-01",
          `authors: [${long}, Jon Okafor]\ncredit: ${long}\ntags: [x]`,
          body,
        ),
      },
      "pages: { share: [email, whatsapp, telegram, facebook, bluesky, mastodon, x, linkedin, reddit] }",
    );
    root = built.path("dist");
    for (const path of ["/a/", "/b/", "/", "/topics/"]) {
      const page = await opened(path, { viewport: { width: 320, height: 740 } });
      const [wide, visible] = await page.measure();
      expect([path, wide]).toEqual([path, visible]);
      expect([path, await page.violations()]).toEqual([path, []]);
      expect(page.said).toEqual([]);
      await page.picture(`pages-long-${path.replaceAll("/", "")}`);
      await page.close();
    }
    root = "dist";
  });
});

function newContext(options: BrowserContextOptions = {}) {
  return (browser ?? expect.fail("no browser")).newContext(options);
}

/** A page, with all that the browser had to say of it, and all that it asked for. */
async function opened(path: string, options: BrowserContextOptions = {}) {
  const context = await newContext(options);
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
    said,
    asked,
    close: () => context.close(),
    measure: (): Promise<[number, number]> =>
      page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]"),
    violations: () => violations(page),
    async picture(name: string) {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.evaluate(
        "(async () => { for (const each of document.images) each.loading = 'eager'; await Promise.all([...document.images].map((each) => each.decode().catch(() => {}))); })()",
      );
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    },
  };
}

/** What axe-core objects to, by WCAG 2.2 AA and its own good practices. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`,
  );
}
