import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliveryFiles, type Offer } from "../../src/delivery/index.ts";
import { missing } from "../readers/tools.ts";
import { listing, offer, siteAt, wanted } from "./samples.ts";
import { serve } from "./server.ts";

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><rect width="90" height="40" rx="8" fill="#b4451f"/><path d="M14 13h38v4H14zm0 10h26v4H14z" fill="#fff"/></svg>`;

const texts = new Map<string, string>([["logo.svg", logo]]);
let server = { url: "", close: () => {} };
let browser: Browser | undefined;

/** Where pictures of the pages go, if anywhere. */
const pictures = process.env.FEEDWRIGHT_PICTURES;

describe.skipIf(missing("chromium", "chromium", ["--version"]))("the page in Chromium", () => {
  beforeAll(async () => {
    server = await serve(texts);
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  const languages = ["en", "uk", "ar"];
  const screens = [
    { name: "desktop", width: 1280, height: 900 },
    { name: "phone", width: 360, height: 740 },
  ];
  const schemes = ["light", "dark"] as const;
  const views = languages.flatMap((language) =>
    screens.flatMap((screen) => schemes.map((scheme) => ({ language, screen, scheme }))),
  );

  it.each(views)(
    "fits and can be used by all: $language, $screen.name, $scheme",
    async ({ language, screen, scheme }) => {
      const { name, ...viewport } = screen;
      const page = await opened(publish(newsroom(language)), { viewport, colorScheme: scheme });
      expect(page.said).toEqual([]);
      const [wide, visible] = await page.measure();
      expect(wide).toBeLessThanOrEqual(visible);
      expect(await page.violations()).toEqual([]);
      await page.picture(`${language}-${name}-${scheme}`);
      await page.close();
    },
  );

  it("leads to every feed, and each is there", async () => {
    const published = newsroom("en");
    const page = await opened(publish(published));
    const addresses = await page.addresses("main a");
    const feeds = published.listings.flatMap(({ documents }) => documents.map(({ url }) => url));
    expect(addresses).toEqual(expect.arrayContaining([...feeds, `${server.url}feeds.opml`]));
    for (const url of feeds) expect((await fetch(url)).status).toBe(200);
    const [main] = published.listings;
    expect(await page.addresses("link[rel=alternate]")).toEqual(
      expect.arrayContaining(main?.documents.map(({ url }) => url) ?? []),
    );
    await page.close();
  });

  it("leads there from a folder too", async () => {
    const published = newsroom("en");
    const page = await opened(publish(published, "about/feeds/index.html"));
    const addresses = await page.addresses("main a, link[rel=alternate]");
    expect(addresses.filter((address) => address.endsWith(".xml")).length).toBeGreaterThan(10);
    for (const url of addresses.filter((address) => /\.(?:xml|json|opml)$/.test(address)))
      expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    await page.close();
  });

  it("has hundreds of feeds and the longest words without disorder", async () => {
    const many = Array.from({ length: 200 }, (_, at) => {
      return listing("tag", `A tag with number ${at}`, `tags/a-tag-${at}/`, server.url);
    });
    const long = "Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    const listings = [
      listing("main", "All", `a-folder-with-a-long-name/${long}/`, server.url),
      listing("topic", long, "topics/long/", server.url),
      ...many,
    ];
    const site = siteAt(server.url, { title: long });
    const page = await opened(publish(offer({ site, listings })), { viewport: { width: 320, height: 740 } });
    const [wide, visible] = await page.measure();
    expect(wide).toBeLessThanOrEqual(visible);
    expect(await page.violations()).toEqual([]);
    await page.picture("many");
    await page.close();
  });

  it("runs nothing that a title brings along", async () => {
    const hostile = `"><script>document.title="taken"</script><img src=x onerror="document.title='taken'">`;
    const site = siteAt(server.url, { title: hostile, description: hostile, image: `${server.url}logo.svg` });
    const feeds = [listing("main", hostile, "", server.url), listing("tag", hostile, "tags/x/", server.url)];
    const headlines = [
      { title: hostile, url: `${server.url}x"onclick="document.title='taken'`, summary: hostile },
      { title: "A script", url: "javascript:document.title='taken'" },
    ];
    const page = await opened(publish(offer({ site, listings: feeds, headlines })));
    expect(page.said).toEqual([]);
    expect(await page.title()).toBe(`Subscribe to ${hostile}`);
    expect(await page.addresses("[onclick],[onerror],script,a[href^='javascript']")).toEqual([]);
    await page.close();
  });
});

/** What a newsroom offers, at the server's address. */
function newsroom(language: string): Offer {
  const site = siteAt(server.url, { language, image: `${server.url}logo.svg`, ...(words[language] ?? {}) });
  return offer({ site, opml: "feeds.opml" });
}

const words: Readonly<Record<string, Partial<Offer["site"]>>> = {
  uk: { title: "Щоденний приклад", description: "Новини про стрічки, агентства та редакції." },
  ar: { title: "المثال اليومي", description: "أخبار الخلاصات والوكالات وغرف الأخبار." },
};

/** Puts an offer's files in place; gives the page's address. */
function publish(published: Offer, path = "index.html"): string {
  for (const file of deliveryFiles(published, wanted({ page: path }))) texts.set(file.path, file.text);
  for (const { documents } of published.listings)
    for (const each of documents) texts.set(each.path, `<!-- ${each.format} -->`);
  texts.set("feeds.opml", "<opml/>");
  return server.url + path;
}

type Options = Parameters<Browser["newPage"]>[0];

/** A page, with all that the browser had to say of it. */
async function opened(url: string, options: Options = {}) {
  const page = await (browser ?? expect.fail("no browser")).newPage(options);
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url, { waitUntil: "load" });
  return {
    said,
    close: () => page.close(),
    title: () => page.title(),
    measure: () => widths(page),
    violations: () => violations(page),
    addresses: (selector: string) => addresses(page, selector),
    async picture(name: string) {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    },
  };
}

function widths(page: Page): Promise<[number, number]> {
  return page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
}

/** As people have them: decoded. */
function addresses(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.href ?? "")`,
  );
}

/** What axe-core objects to, by WCAG 2.2 AA and its own good practices. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`,
  );
}
