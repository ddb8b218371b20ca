import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { build, type Config, loadConfig } from "../../src/index.ts";

const site = "https://news.example/";
const count = 5000;
const now = Date.UTC(2026, 5);
const day = 24 * 60 * 60 * 1000;
const root = mkdtempSync(join(tmpdir(), "feedwright-archives-"));
let config: Config;

/** Some days have no article, some have many. */
function publishedAt(n: number): number {
  return Date.UTC(2015, 0, 1) + Math.floor((n * n * 0.7) / count) * day + (n % 24) * 60 * 60 * 1000;
}

function write(n: number, text = "Text.", head = ""): void {
  const path = join(root, "articles", String(n % 50), `${n}.md`);
  mkdirSync(dirname(path), { recursive: true });
  const date = new Date(publishedAt(n)).toISOString();
  writeFileSync(path, `---\ntitle: Story ${n}\ndate: ${date}\n${head}---\n${text}\n`);
}

const ids = Array.from({ length: count }, (_, n) => `${site}${n % 50}/${n}/`).sort();

beforeAll(async () => {
  for (let n = 0; n < count; n++) write(n);
  const yaml = `site: { title: T, url: "${site}" }\nfeeds: { limit: 40 }\narchive: month\n`;
  writeFileSync(join(root, "feedwright.yaml"), yaml);
  config = await loadConfig({ cwd: root });
  await build({ config, now });
}, 60_000);

afterAll(() => rmSync(root, { recursive: true }));

interface Page {
  readonly ids: readonly (string | undefined)[];
  readonly next: string | undefined;
}

const wayOf = (links: readonly { rel?: string | undefined; href?: string | undefined }[] = []) =>
  links.find(({ rel }) => rel === "prev-archive")?.href;

/** Each format as a parser of another make reads it, and where it says that older items are. */
const formats: Readonly<Record<string, (text: string) => Page>> = {
  "atom.xml": (text) => {
    const { entries = [], links } = parseAtomFeed(text);
    return { ids: entries.map(({ id }) => id), next: wayOf(links) };
  },
  "rss.xml": (text) => {
    const { items = [], atom } = parseRssFeed(text);
    return { ids: items.map(({ guid }) => guid?.value), next: wayOf(atom?.links) };
  },
  "feed.json": (text) => {
    const { items = [], next_url: next } = parseJsonFeed(text);
    return { ids: items.map(({ id }) => id), next };
  },
};

function fetched(address: string): string {
  return readFileSync(join(root, "dist", address.slice(site.length)), "utf8");
}

/** The documents' addresses and items, from the feed on. */
function walk(file: string): (Page & { readonly address: string })[] {
  const pages = [];
  for (let address: string | undefined = site + file; address !== undefined; ) {
    const page: Page | undefined = formats[file]?.(fetched(address));
    if (page === undefined || pages.length > count) throw new Error(`no way on from ${address}`);
    pages.push({ ...page, address });
    address = page.next;
  }
  return pages;
}

const itemsOf = (file: string) => walk(file).flatMap((page) => page.ids);

/** Of all closed archives. */
function closed(): Map<string, string> {
  const pages = Object.keys(formats).flatMap((file) => walk(file).slice(1));
  return new Map(pages.map(({ address }) => [address, fetched(address)]));
}

function differing(before: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([address, text]) => fetched(address) !== text).map(([address]) => address);
}

test.each(Object.keys(formats))("the way from %s gives every article once", (file) => {
  expect(itemsOf(file).sort()).toEqual(ids);
});

test("a newer article changes no closed archive", async () => {
  const before = closed();
  const feed = fetched(`${site}atom.xml`);
  write(count);
  await build({ config, now });
  expect(differing(before)).toEqual([]);
  expect(fetched(`${site}atom.xml`)).not.toBe(feed);
  expect(itemsOf("feed.json")).toHaveLength(count + 1);
});

test("an old article that is updated comes again in the feed, and changes its own archive alone", async () => {
  const before = closed();
  write(1234, "Text, put right.", `updated: ${new Date(now - day).toISOString()}\n`);
  await build({ config, now });
  const own = differing(before).map((address) => dirname(address));
  expect(new Set(own).size).toBe(1);
  const id = `${site}${1234 % 50}/1234/`;
  for (const file of Object.keys(formats)) {
    expect(walk(file)[0]?.ids).toContain(id);
    expect(new Set(itemsOf(file)).size).toBe(count + 1);
    expect(itemsOf(file)).toHaveLength(count + 2);
  }
});

test("the only article of an archive may be withdrawn", async () => {
  const root = mkdtempSync(join(tmpdir(), "feedwright-archives-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "articles"));
  writeFileSync(
    join(root, "feedwright.yaml"),
    `site: { title: T, url: "${site}" }\nfeeds: { limit: 1 }\narchive: month\n`,
  );
  const text = (month: number) => `---\ntitle: T\ndate: 2026-0${month}-01\n---\nText\n`;
  for (const month of [1, 2, 3]) writeFileSync(join(root, `articles/${month}.md`), text(month));
  const config = await loadConfig({ cwd: root });
  await build({ config, now });
  writeFileSync(join(root, "articles/1.md"), text(1).replace("---\nText", "status: withdrawn\n---\nText"));
  await build({ config, now });
  expect(readFileSync(join(root, "dist/archive/2026-01/rss.xml"), "utf8")).not.toContain("<item>");
});

test("an old article that is withdrawn is gone from its archive, and from no other one's bytes", async () => {
  const before = closed();
  const id = `${site}${77 % 50}/77/`;
  write(77, "Text.", `withdrawn: ${new Date(now - day).toISOString()}\n`);
  await build({ config, now });
  expect(new Set(differing(before).map((address) => dirname(address))).size).toBe(1);
  for (const file of Object.keys(formats)) expect(itemsOf(file)).not.toContain(id);
  expect(fetched(`${site}atom.xml`)).toContain(`<at:deleted-entry ref="${id}"`);
});
