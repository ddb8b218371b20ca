import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { problem } from "../../src/problems/index.ts";
import { story } from "../cli/support.ts";
import { shown } from "./shown.ts";

/** What a page says, without its tags. */
async function said(site: Awaited<ReturnType<typeof shown>>, path: string): Promise<string> {
  const text = await (await site.get(path)).text();
  return text.replace(/<head>[\s\S]*<\/head>|<[^>]*>/g, " ").replace(/\s+/g, " ");
}

const item = (id: string, name = "rss.xml", page = "item") =>
  `/_feedwright/${page}?${new URLSearchParams({ path: name, id })}`;

it.each([
  "/_feedwright/nothing",
  "/_feedwright/constructor",
  "/_feedwright/feed",
  "/_feedwright/feed?path=nothing.xml",
  "/_feedwright/item?path=rss.xml",
  "/_feedwright/item?path=rss.xml&id=nothing",
  "/_feedwright/compare?path=rss.xml&id=nothing",
  "/_feedwright/content?path=rss.xml&id=nothing",
  "/_feedwright/source?path=nothing.xml",
  "/nothing.html",
])("says that nothing is at %s", async (path) => {
  const site = await shown();
  expect((await site.get(path)).status).toBe(404);
  expect(await said(site, path)).toContain("Nothing is at this address");
});

it("says nothing of what is deeper than its pages", async () => {
  const site = await shown();
  expect((await site.get("/_feedwright/feed/rss.xml")).status).toBe(404);
});

it("shows many items a page at a time", async () => {
  const articles = Array.from({ length: 60 }, (_, n) => [
    `articles/${n}.md`,
    story(`Number ${n}.`, new Date(Date.UTC(2025, 0, 1 + n)).toISOString()),
  ]);
  const site = await shown({
    "feedwright.yaml": "site: { title: T, url: https://daily.example/ }\nfeeds: { limit: all }\n",
    ...Object.fromEntries(articles),
  });
  const path = "/_feedwright/feed?path=rss.xml";
  const [first, second] = [await said(site, path), await said(site, `${path}&page=2`)];
  expect([first.includes("Number 59."), first.includes("Number 5."), first.includes("Newer")]).toEqual([
    true,
    false,
    false,
  ]);
  expect([second.includes("Number 5."), second.includes("Newer"), second.includes("Older")]).toEqual([
    true,
    true,
    false,
  ]);
  for (const page of ["0", "-1", "x", ""]) expect(await said(site, `${path}&page=${page}`)).toBe(first);
  expect(await said(site, `${path}&page=99`)).toContain("No items.");
});

it("shows many feeds, which are found by a word, and what waits for its moment", async () => {
  const articles = Array.from({ length: 70 }, (_, n) => [
    `articles/${n}.md`,
    story(`Number ${n}.`, "2025-01-02", `topic: Topic ${n}\n`),
  ]);
  const site = await shown({
    "feedwright.yaml":
      "site: { title: T, url: https://daily.example/ }\nscopes: [topic, language]\npages: true\nselections: [{ name: old, where: { topic: [Topic 1] } }]\n",
    ...Object.fromEntries(articles),
    "articles/later.md": story("To come", "2099-01-01T09:00:00Z"),
    "articles/draft.md": story("Never shown", "2025-01-01", "draft: true\n"),
  });
  const all = await said(site, "/_feedwright/");
  expect(all).toMatch(/73 articles read.*70 in the feeds.*2 held back/);
  expect(all).toContain("10 more: find them by their names.");
  expect(all).toMatch(/Next due To come 1 January 2099, 09:00 , future/);
  expect(all).not.toContain("Never shown");
  const found = await said(site, "/_feedwright/?find=TOPIC-69");
  expect(found).toContain("topic-69");
  expect(found).not.toContain("topic-68");
  expect(await said(site, "/_feedwright/?find=%3Cscript%3E")).toContain(
    "No feed is called “&lt;script&gt;”.",
  );
});

it("shows where nothing has been written yet, and goes on from there", async () => {
  const site = await shown();
  const fatal = problem("content-missing", { folder: "articles" });
  const { config } = await (await import("../../src/config/index.ts")).load({ cwd: site.root });
  const { Preview } = await import("../../src/serve/index.ts");
  const preview = new Preview({ host: "127.0.0.1", port: 0 }, { placeOf: () => "", frameOf: () => [] });
  const port = await preview.listen();
  const asked = fetch(`http://127.0.0.1:${port}/_feedwright/`);
  // Nothing is answered before there is something to say.
  expect(await Promise.race([asked, new Promise((done) => setTimeout(done, 200, "waiting"))])).toBe(
    "waiting",
  );
  await preview.show({ number: 1, changed: [], config, problems: [fatal], base: site.root });
  expect(await (await asked).text()).toContain("No feed has been written yet.");
  expect(await (await fetch(`http://127.0.0.1:${port}/_feedwright/partners`)).text()).toContain(
    "names no partner",
  );
  await preview.close();
});

it("shows documents that went away or grew too large as such", async () => {
  const site = await shown();
  truncateSync(join(site.root, "dist/atom.xml"), 40 * 1024 * 1024);
  rmSync(join(site.root, "dist/rss.xml"));
  for (const name of ["rss.xml", "atom.xml"]) {
    expect(await said(site, `/_feedwright/feed?path=${name}`)).toContain(
      "isn’t there any more, or is too large",
    );
    expect((await site.get(`/_feedwright/source?path=${name}`)).status).toBe(404);
  }
  const compared = await said(site, item("https://daily.example/a/", "feed.json", "compare"));
  expect(compared).toContain("not in this document");
});

it("shows a long source in parts, each line under its number", async () => {
  const body = Array.from({ length: 5000 }, (_, n) => `Line ${n}`).join("\n");
  const site = await shown({ "articles/a.md": `${story("A", "2025-01-01")}\n${body}\n` });
  const path = "/_feedwright/source?path=rss.xml";
  const numbers = async (query: string) => {
    const text = await (await site.get(path + query)).text();
    const all = [...text.matchAll(/<li id="L(\d+)"/g)].map(([, number]) => Number(number));
    return [all[0], all.at(-1), text.includes("Lines before"), text.includes("Lines after")];
  };
  expect(await numbers("")).toEqual([1, 2000, false, true]);
  expect(await numbers("&line=2001")).toEqual([2001, 4000, true, true]);
  const end = await numbers("&line=999999");
  expect([end[0], end[2], end[3]]).toEqual([4001, true, false]);
  expect(await numbers("&line=-3")).toEqual([1, 2000, false, true]);
});

it("cuts a line that is too long for a page", async () => {
  const site = await shown({ "articles/a.md": `${story("A", "2025-01-01")}\n${"word ".repeat(10_000)}\n` });
  const source = await said(site, "/_feedwright/source?path=feed.json");
  expect(source).toContain("…");
  expect(source.length).toBeLessThan(40_000);
});

it("shows what a partner hasn't got, and why", async () => {
  const site = await shown({
    "feedwright.yaml":
      "site: { title: T, url: https://daily.example/ }\npartners:\n  - profile: smartnews\n  - { profile: wire-rss, window: 36500d, limit: 1 }\n",
    "articles/b.md": story("Second", "2025-01-02"),
  });
  const wrong = problem(
    "partner-rule",
    {
      partner: "wire-rss",
      rule: "image-size",
      seen: "it has no picture",
      expected: "one",
      source: "https://partner.example/",
    },
    { file: "a.md", line: 2 },
  );
  await site.round({ problems: [wrong] });
  const table = await (await site.get("/_feedwright/partners")).text();
  expect(table).toMatch(/aria-label="SmartNews has it"/);
  expect(table.match(/class="wrong" role="img" aria-label="([^"]*)"/)?.[1]).toContain("it has no picture");
  const side = await said(site, item("https://daily.example/a/", "rss.xml", "partners"));
  expect(side).toContain("a.md:2");
  expect(await said(site, "/_feedwright/feed?path=rss.xml")).toContain("1 problem");
});

it("shows a secret partner's document without its address", async () => {
  const secret = "abcdefgh12345678ijkl";
  const site = await shown({
    "feedwright.yaml": `site: { title: T, url: https://daily.example/ }\npartners:\n  - { profile: wire-rss, window: 36500d, secret: ${secret} }\n`,
  });
  const overview = await (await site.get("/_feedwright/")).text();
  const [, path = ""] = /href="(\/_feedwright\/feed\?path=partners[^"]*)"/.exec(overview) ?? [];
  const feed = await (await site.get(path.replaceAll("&amp;", "&"))).text();
  expect(feed).toContain("First");
  expect(overview + feed).not.toContain(secret);
});

it("leads nobody to what would run, and reads what is odd", async () => {
  const site = await shown();
  const entry = (more: string) => `<entry><id>urn:a</id><title></title><summary>S</summary>${more}</entry>`;
  writeFileSync(
    join(site.root, "dist/atom.xml"),
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>T</title>${entry(
      `<link href="javascript:alert(1)"/><link rel="enclosure" type="video/mp4" href="https://video.example/a.mp4"/><link rel="enclosure" type="" href="https://files.example/%zz"/><link rel="enclosure" href="javascript:alert(2)"/><media:thumbnail url="javascript:alert(3)"/><updated>never</updated><content src="https://daily.example/a"/>`,
    )}</feed>`,
  );
  const page = await (await site.get(item("urn:a", "atom.xml"))).text();
  expect(page).not.toMatch(/(?:href|src)="javascript:/);
  expect(page).toContain('<video controls preload="metadata" src="https://video.example/a.mp4"');
  expect(page).toContain("%zz</a>");
  expect(page).toContain("(without a title)");
  expect(page).not.toContain("On the site");
  const list = await said(site, "/_feedwright/feed?path=atom.xml");
  expect(list).toContain("video/mp4, file");
});

it("reads pictures of the site from what was built only where they were", async () => {
  const site = await shown({
    "articles/a.md": `${story("A", "2025-01-01")}\n![x](https://daily.example/%zz.png)\n![y](https://daily.example/other.png)\n`,
  });
  const content = await (await site.get(item("https://daily.example/a/", "rss.xml", "content"))).text();
  expect(content).toContain('src="https://daily.example/other.png"');
  const { headers } = await site.get(item("https://daily.example/a/", "rss.xml", "content"));
  expect(headers.get("content-security-policy")).toContain("img-src 'self' https://daily.example;");
  expect(headers.get("content-security-policy")).toMatch(/^sandbox allow-same-origin allow-popups/);
  expect(headers.get("content-security-policy")).not.toContain("script-src");
});

it("shows items without ids, and files without endings that browsers know", async () => {
  const site = await shown({ "dist/partners.txt": "no feed" });
  const text = `<rss version="2.0"><channel><item><title>A</title><link>https://daily.example/x/</link><description>Short.</description><enclosure/></item></channel></rss>`;
  writeFileSync(join(site.root, "dist/rss.xml"), text);
  const list = await (await site.get("/_feedwright/feed?path=rss.xml")).text();
  expect(list).toContain("The Daily");
  const [, href = ""] = /class="items">[\s\S]*?href="([^"]+)"/.exec(list) ?? [];
  const page = await said(site, href.replaceAll("&amp;", "&"));
  expect(page).toContain("On the site");
  expect(await said(site, item("https://daily.example/x/", "rss.xml", "compare"))).toContain("says nothing");
  writeFileSync(
    join(site.root, "dist/feed.json"),
    '{"version":"https://jsonfeed.org/version/1.1","items":["x",{"id":"1","content_text":"Only text","attachments":[{"url":"https://daily.example/a.pdf","mime_type":"application/pdf"}]}]}',
  );
  expect(await said(site, item("1", "feed.json"))).toMatch(/a\.pdf application\/pdf No content\./);
});

it("lets frames of hosts that the configuration names be shown", async () => {
  const site = await shown({
    "feedwright.yaml": "site: { title: T, url: https://daily.example/ }\nembeds: [video.example]\n",
  });
  const { headers } = await site.get(item("https://daily.example/a/", "rss.xml", "content"));
  expect(headers.get("content-security-policy")).toContain("frame-src https://video.example;");
});
