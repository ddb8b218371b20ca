/// <reference lib="es2024.string" />
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Item, Tombstone } from "../../src/model.ts";
import type { Profile } from "../../src/partners/profile/schema.ts";
import { tellsUntil } from "../../src/partners/tombstones.ts";
import { channel, item } from "../formats/samples.ts";
import { anyChannel, anyItem } from "../properties/feeds.ts";
import { recipient, written } from "./support.ts";

const day = 86_400_000;
const published = Date.UTC(2026, 4, 1, 12);

const story: Item = {
  ...item,
  title: "Tea & sugar",
  summary: "A summary",
  contentHtml: "<p>The <b>text</b></p>",
  published,
  updated: published + 60_000,
  authors: [{ name: "Ann", email: "ann@news.example" }, { name: "Bo" }],
  topic: { term: "Science" },
  tags: [{ term: "Space" }, { term: "Kyiv" }],
  image: { url: "https://news.example/a.jpg", type: "image/jpeg", width: 800, height: 600, credit: "Cy" },
  credit: { name: "Reuters" },
  wordCount: 250,
};

const tombstone: Tombstone = {
  id: "https://news.example/gone",
  url: "https://news.example/gone",
  title: "Gone",
  published,
  when: published + day,
  reason: "Wrong <name>",
};

const stories = [{ item: story, file: "a.md", extra: { desk: "wire", keys: ["a", "b"] } }];

/** What stands in the one item. */
function itemOf(part: Profile["item"], others: Partial<Profile> = {}): string {
  const { text } = written(recipient({ item: { keep: [], ...part }, ...others }), { stories });
  return /<item>\n([\s\S]*?) {4}<\/item>/.exec(text)?.[1] ?? "";
}

describe("a profile's elements", () => {
  it("are written where there is something to say", () => {
    const elements: NonNullable<Profile["item"]>["elements"] = [
      { element: "text", text: "${title}" },
      { element: "cdata", cdata: "${content}" },
      { element: "fixed", text: "yes" },
      { element: "sign" },
      { element: "empty", text: "${rights}" },
      { element: "prefixed", text: "© ${rights}" },
      { element: "state", attributes: { state: "deleted" } },
      { element: "link", attributes: { href: "${comments}", rel: "replies" } },
      { element: "around", elements: [{ element: "inner", text: "${rights}" }] },
      { element: "kept", text: "${rights}", keep: true },
      { element: "some", attributes: { width: "${image.width}", alt: "${image.alt}", rel: "x" } },
      { element: "if", if: "${credit}", text: "a" },
      { element: "if", if: "${rights}", text: "b" },
      { element: "unless", unless: "${credit}", text: "a" },
      { element: "unless", unless: '${topic | is "Sport"}', text: "b" },
      { element: "who", each: "byline", attributes: { mail: "${person.email}" }, text: "${person}" },
      {
        element: "tag",
        each: "tags | take 1",
        elements: [{ element: "name", text: "${tag.name} in ${topic}" }],
      },
      { element: "desk", text: "${extra.desk}${extra.none}" },
      { element: "key", each: "extra.keys", text: "${it}" },
    ];
    expect(itemOf({ elements })).toBe(`      <text>Tea &amp; sugar</text>
      <cdata><![CDATA[<p>The <b>text</b></p>]]></cdata>
      <fixed>yes</fixed>
      <sign/>
      <state state="deleted"/>
      <kept></kept>
      <some width="800" rel="x"/>
      <if>a</if>
      <unless>b</unless>
      <who mail="ann@news.example">Ann</who>
      <who>Bo</who>
      <who>Reuters</who>
      <tag>
        <name>Space in Science</name>
      </tag>
      <desk>wire</desk>
      <key>a</key>
      <key>b</key>
`);
  });

  it("stand in the place of the standard ones of their names, the others behind", () => {
    const elements = [
      { element: "extra", text: "1" },
      { element: "link", text: "${url}?from=partner" },
    ];
    expect(itemOf({ keep: ["title", "link", "guid"], elements })).toBe(`      <title>Tea &#x26; sugar</title>
      <link>https://news.example/a?from=partner</link>
      <guid isPermaLink="true">https://news.example/a</guid>
      <extra>1</extra>
`);
  });

  it("stand once where there were several standard ones", () => {
    const elements = [{ element: "category", each: "tags", text: "${tag | upper}" }];
    expect(
      itemOf({ keep: ["category", "guid"], elements }),
    ).toBe(`      <guid isPermaLink="true">https://news.example/a</guid>
      <category>SPACE</category>
      <category>KYIV</category>
`);
  });

  it("have attributes, as the document, the feed and the item themselves", () => {
    const attributes = { lang: "${channel.language}", none: "${channel.copyright}" };
    const parts = { root: { attributes }, channel: { attributes }, item: { attributes } };
    const { text } = written(recipient(parts), { stories });
    expect(
      text.match(/<\w+[^>]* lang=.*/g)?.map((each) => each.replace(/ (version|xmlns:\w+)="[^"]*"/g, "")),
    ).toEqual(['<rss lang="en">', '<channel lang="en">', '<item lang="en">']);
    const atom = written(recipient({ format: "atom", root: { attributes }, item: { attributes } }), {
      stories,
    });
    expect(atom.text.match(/<(feed|entry)[^>]* lang="en"/g)).toHaveLength(2);
  });

  it("leave standard ones out", () => {
    const full = itemOf({ keep: undefined });
    const lines = full.split("\n").filter((line) => !/pubDate|media:thumbnail/.test(line));
    expect(itemOf({ keep: undefined, omit: ["pubDate", "media:thumbnail"] })).toBe(lines.join("\n"));
    expect(lines.length).toBe(full.split("\n").length - 2);
  });
});

describe("filters", () => {
  it.each([
    ["published", "Fri, 01 May 2026 12:00:00 GMT"],
    ["published | rfc3339", "2026-05-01T12:00:00Z"],
    ["published | w3c", "2026-05-01T12:00:00Z"],
    ["published | unix", "1777636800"],
    ['published | date "YYYY-MM-DD HH:mm:ss.SSS ZZ"', "2026-05-01 12:00:00.000 +0000"],
    ['published | date "DD.MM.YY HH:mm Z" "Asia/Kathmandu"', "01.05.26 17:45 +05:45"],
    ['published | date "YYYYMMDDTHHmmssZZ" "America/St_Johns"', "20260501T093000-0230"],
    ["modified", "Fri, 01 May 2026 12:01:00 GMT"],
    ["title | upper", "TEA & SUGAR"],
    ["title | lower", "tea & sugar"],
    ["title | escape", "Tea &amp; sugar"],
    ['title | cut 5 ""', "Tea &"],
    ["content | text", "The text"],
    ["content | text | length", "8"],
    ['title | replace "a" "é" | length', "11"],
    ['title | replace "a" "é" | bytes', "13"],
    ['title | replace "a" "o"', "Teo & sugor"],
    ['url | before "://"', "https"],
    ['url | after "://"', "news.example/a"],
    ['credit | prefix "Source: "', "Source: Reuters"],
    ['rights | prefix "Source: "', ""],
    ['credit | suffix " / wire"', "Reuters / wire"],
    ["title | slug", "tea-sugar"],
    // The first digits of `printf %s https://news.example/a | sha256sum`.
    ["id | hash 8", "95bbca1f"],
    ["words | clock", "00:04:10"],
    ["authors", "Ann, Bo"],
    ['authors | join " and "', "Ann and Bo"],
    ["authors.mailbox", "ann@news.example (Ann), Bo"],
    ["tags | first", "Space"],
    ["tags | last", "Kyiv"],
    ["tags | count", "2"],
    ["tags | take 1", "Space"],
    ["tags | upper", "SPACE, KYIV"],
    ["image.caption | default title", "Tea & sugar"],
    ['image.credit | default "none"', "Cy"],
    ['topic | is "Sport" "Science"', "true"],
    ['tags | is "Kyiv"', "true"],
    ['topic | is "Sport"', "false"],
    ['url | matches "^https:"', "true"],
    ['credit | yields "agency" "staff"', "agency"],
    ['rights | yields "agency" "staff"', "staff"],
    ["channel.title", "The Example"],
    ["values.account", "4711"],
  ])("${%s} is %j", (source, expected) => {
    const to = recipient(
      { item: { keep: [], elements: [{ element: "x", cdata: `\${${source}}`, keep: true }] } },
      { values: { account: "4711" } },
    );
    expect(written(to, { stories }).text).toContain(`<x><![CDATA[${expected}]]></x>`);
  });
});

describe("JSON of one's own", () => {
  const profile: Partial<Profile> = {
    format: "json",
    into: "feed.items",
    channel: { members: { version: 2, feed: { title: "${channel.title}", logo: "${channel.image}" } } },
    item: {
      members: {
        uri: "${id}",
        type: "text",
        literal: "$${title}",
        width: "${image.width}",
        size: "${image.width} px",
        isSport: '${topic | is "Sport"}',
        none: null,
        nothing: "${rights}",
        version: "${updated | unix}",
        changed: "${modified}",
        tags: "${tags}",
        subject: { $each: "subjects", name: "${subject}" },
        names: { $each: "authors", $if: "${author.email}", $value: "${author}" },
        associations: { $each: "images", $key: "${image.type}", href: "${image}", type: "picture" },
        rights: { type: "statement", text: "${rights}" },
        parts: ["${title}", "${rights}", { $unless: "${credit}", a: 1 }],
        empty: ["${rights}"],
        sources: { $each: "credit", name: "${credit.name}" },
        staff: { $unless: "${credit}", $value: true },
      },
    },
    deletion: { days: 3, members: { uri: "${id}", pubstatus: "canceled", versioncreated: "${withdrawn}" } },
  };

  it("has what the profile names, each in its kind", () => {
    const { text, document } = written(recipient(profile), {
      stories,
      tombstones: [tombstone],
      now: published + 2 * day,
    });
    expect(JSON.parse(text)).toEqual({
      version: 2,
      feed: {
        title: "The Example",
        items: [
          { uri: "https://news.example/gone", pubstatus: "canceled", versioncreated: "2026-05-02T12:00:00Z" },
          {
            uri: "https://news.example/a",
            type: "text",
            literal: "${title}",
            width: 800,
            size: "800 px",
            isSport: false,
            none: null,
            changed: "2026-05-01T12:01:00Z",
            version: 1777636860,
            tags: ["Space", "Kyiv"],
            subject: [{ name: "Science" }, { name: "Space" }, { name: "Kyiv" }],
            names: ["Ann"],
            associations: { "image/jpeg": { href: "https://news.example/a.jpg", type: "picture" } },
            parts: ["Tea & sugar"],
            sources: [{ name: "Reuters" }],
          },
        ],
      },
    });
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    expect(document.mediaType).toBe("application/json");
  });

  it("may be a list alone, also an empty one", () => {
    const { into: _, ...list } = profile;
    expect(JSON.parse(written(recipient(list), { stories }).text)).toHaveLength(1);
    expect(written(recipient(list), {}).text).toBe("[]\n");
    expect(JSON.parse(written(recipient(profile), {}).text)).toEqual({
      version: 2,
      feed: { title: "The Example", items: [] },
    });
  });

  it("is JSON whatever stands in any field", () => {
    fc.assert(
      fc.property(anyChannel, fc.array(anyItem, { maxLength: 3 }), (anyOne, items) => {
        const given = items.map((one, index) => ({
          item: { ...one, id: `${one.id}${index}` },
          file: "a.md",
        }));
        const { text, document } = written(recipient(profile), { channel: anyOne, stories: given });
        expect(JSON.parse(text).feed.items.map(({ uri }: { uri: string }) => uri)).toEqual(
          document.ids.map((id) => id.toWellFormed()),
        );
      }),
    );
  });

  it("can't be led astray by what it says", () => {
    const hostile = { ...channel, title: "here" };
    const { text } = written(recipient(profile), { stories, channel: hostile });
    expect(JSON.parse(text).feed).toMatchObject({
      title: "here",
      items: [{ uri: "https://news.example/a" }],
    });
  });
});

describe("a JSON Feed with members of one's own", () => {
  it("has them in the places of the standard ones", () => {
    const profile: Partial<Profile> = {
      format: "json-feed",
      channel: {
        omit: ["language", "_feedwright"],
        members: { title: "Ours", _partner: { id: "${values.id}" } },
      },
      item: { keep: ["id", "url"], members: { url: "${url}?p", summary: "${rights}", _words: "${words}" } },
    };
    const { text } = written(recipient(profile, { values: { id: "7" } }), { stories });
    expect(JSON.parse(text)).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Ours",
      home_page_url: "https://news.example/",
      feed_url: "https://news.example/feed.json",
      _partner: { id: "7" },
      items: [{ id: "https://news.example/a", url: "https://news.example/a?p", _words: 250 }],
    });
    expect(Object.keys(JSON.parse(text)).slice(0, 2)).toEqual(["version", "title"]);
  });
});

describe("XML of one's own", () => {
  it("has what the profile names", () => {
    const profile: Partial<Profile> = {
      format: "xml",
      namespaces: { news: "http://www.google.com/schemas/sitemap-news/0.9" },
      document: [
        {
          element: "urlset",
          attributes: { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
          elements: [{ element: "head", text: "${channel.title}" }],
        },
        { element: "all" },
      ],
      channel: { elements: [{ element: "count", text: "1" }] },
      item: {
        element: "url",
        attributes: { "xml:lang": "${language}" },
        elements: [
          { element: "loc", text: "${url}" },
          { element: "news:news", elements: [{ element: "news:title", text: "${title}" }] },
        ],
      },
      deletion: { element: "gone", elements: [{ element: "loc", text: "${url}" }] },
    };
    const { text } = written(recipient(profile), { stories, tombstones: [tombstone], now: published });
    expect(text).toBe(`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <head>The Example</head>
  <all>
    <count>1</count>
    <gone>
      <loc>https://news.example/gone</loc>
    </gone>
    <url xml:lang="en">
      <loc>https://news.example/a</loc>
      <news:news>
        <news:title>Tea &amp; sugar</news:title>
      </news:news>
    </url>
  </all>
</urlset>
`);
    new SaxesParser({ xmlns: true }).write(text).close();
  });
});

describe("withdrawn articles", () => {
  const deletion = {
    days: 2,
    attributes: { kind: "gone" },
    elements: [
      { element: "guid", text: "${id}" },
      { element: "why", text: "${reason}" },
    ],
  };
  const at = (now: number, profile: Partial<Profile> = { deletion }) =>
    written(recipient(profile), { tombstones: [tombstone], now }).text;

  it("are told for the days that the profile says", () => {
    expect(at(tombstone.when + 2 * day - 1)).toContain(`    <item kind="gone">
      <guid>https://news.example/gone</guid>
      <why>Wrong &lt;name&gt;</why>
    </item>
`);
    expect(at(tombstone.when + 2 * day)).not.toContain("<item");
  });

  it("are told until then, as the build has to know", () => {
    const { profile } = recipient({ deletion });
    expect(tellsUntil(profile, tombstone)).toBe(tombstone.when + 2 * day);
    expect(tellsUntil({ ...profile, deletion: {} }, tombstone)).toBe(tombstone.when + 30 * day);
    expect(tellsUntil({ ...profile, deletion: undefined }, tombstone)).toBeUndefined();
  });

  it("are told nothing of where the profile says nothing", () => {
    expect(at(tombstone.when, {})).not.toContain("gone");
  });

  it("go by the id that the item had", () => {
    expect(at(tombstone.when, { deletion, id: '${id | replace "news" "x"}' })).toContain(
      "<guid>https://x.example/gone</guid>",
    );
  });

  it("move the feed's own date", () => {
    expect(at(tombstone.when)).toContain("<lastBuildDate>Sat, 02 May 2026 12:00:00 GMT</lastBuildDate>");
  });
});

describe("a document", () => {
  const many = Array.from({ length: 5 }, (_, index) => ({
    item: {
      ...story,
      id: `urn:x:${index}`,
      contentHtml: `<p>${"x".repeat(300)}</p>`,
      updated: published - index,
    },
    file: `${index}.md`,
  }));

  it("has no more items than the limit, and takes no more stories", () => {
    const pulled: string[] = [];
    const watched = (function* () {
      for (const each of many) {
        pulled.push(each.file);
        yield each;
      }
    })();
    const { document } = written(recipient({}, { limit: 2 }), { stories: watched });
    expect(document.ids).toEqual(["urn:x:0", "urn:x:1"]);
    expect(document.files).toEqual(["0.md", "1.md"]);
    expect(pulled.length).toBeLessThanOrEqual(3);
  });

  it("warns where there are too few", () => {
    const { problems } = written(recipient({ items: { minimum: 6 } }), { stories: many });
    expect(problems).toEqual([
      "warning partner-items: the feed for partner has 5 items; expected at least 6",
    ]);
    expect(written(recipient({ items: { minimum: 5 } }), { stories: many }).problems).toEqual([]);
  });

  it.each(["rss", "atom", "json-feed"] as const)("of %s stays within its size, and says so", (format) => {
    const size = "4kB";
    const { text, document, problems } = written(recipient({ format, size }), { stories: many });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(document.ids.length).toBeGreaterThan(0);
    expect(document.ids.length).toBeLessThan(5);
    expect(problems).toEqual(["warning partner-size: the feed for partner ends early, to stay within 4kB"]);
  });

  it("passes over what isn't meant without a word, and gets the next", () => {
    const meant = {
      item: { ...story, id: "urn:meant", comments: "https://news.example/talk" },
      file: "meant.md",
    };
    const { document, problems } = written(recipient({ only: "${comments}" }, { limit: 1 }), {
      stories: [...many, meant, ...many],
    });
    expect(document.ids).toEqual(["urn:meant"]);
    expect(document.refused).toEqual([]);
    expect(problems).toEqual([]);
  });

  it("isn't ended by an item that is too large alone", () => {
    const large = { item: { ...story, id: "urn:large", contentHtml: "x".repeat(5000) }, file: "large.md" };
    const { document } = written(recipient({ size: "4kB" }), { stories: [large, ...many] });
    expect(document.refused).toEqual([{ file: "large.md", rule: "file-size" }]);
    expect(document.ids[0]).toBe("urn:x:0");
  });

  it("has no id twice", () => {
    const { document, problems } = written(recipient({ id: '${id | before ":"}' }), {
      stories: many.slice(0, 2),
    });
    expect(document.ids).toEqual(["urn"]);
    expect(problems).toEqual([
      "warning partner-id-twice: partner doesn't get it, as its id there is that of 0.md too: urn",
    ]);
  });

  it("tells the newest change among what it has, not among what it refused", () => {
    const newer = { item: { ...story, id: "urn:new", title: "", updated: published + day }, file: "new.md" };
    const { text } = written(recipient({ require: ["title"] }), { stories: [newer, ...many] });
    expect(text).toContain("<lastBuildDate>Fri, 01 May 2026 12:00:00 GMT</lastBuildDate>");
  });

  it("may have summaries alone, or no texts", () => {
    const full = written(recipient({}), { stories }).text;
    const summary = written(recipient({ content: "summary" }), { stories }).text;
    const none = written(recipient({ content: "none" }), { stories }).text;
    expect(
      [full, summary, none].map((text) => [text.includes("content:encoded"), text.includes("A summary")]),
    ).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });
});
