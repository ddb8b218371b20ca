import { describe, expect, test } from "vitest";
import { zoneOf } from "../../src/parse/index.ts";
import { readAll, readOne, story } from "./support.ts";

const february = Date.UTC(2025, 1, 23, 16, 30);
const march = Date.UTC(2025, 2, 1);

describe("the front matter of", () => {
  const hugo = {
    title: "A bridge",
    published: february,
    updated: march,
    expires: Date.UTC(2026, 0, 1),
    draft: false,
    summary: "It opens.",
    authors: [{ name: "The desk" }],
    topic: "City",
    tags: ["bridges", "traffic"],
    image: { src: "cover.jpg", alt: "A bridge", caption: "The bridge" },
    permalink: "https://news.example/posts/bridge/",
    extra: { weight: "5" },
  };

  test("Hugo in YAML", () => {
    const { article, codes } = readOne(
      `---
title: A bridge
date: 2025-02-23T18:30:00+02:00
lastmod: 2025-03-01
expiryDate: 2026-01-01
draft: false
weight: 5
description: It opens.
author: The desk
categories: [City]
tags: [bridges, traffic]
cover:
  image: cover.jpg
  alt: A bridge
  caption: The bridge
---
`,
      "posts/bridge/index.md",
    );
    expect(article).toMatchObject(hugo);
    expect(codes).toEqual([]);
  });

  test("Hugo in TOML, with its taxonomies and params", () => {
    const { article, codes } = readOne(
      `+++
title = "A bridge"
date = 2025-02-23T18:30:00+02:00
Lastmod = 2025-03-01
expiryDate = 2026-01-01
draft = false
weight = 5

[taxonomies]
categories = ["City"]
tags = ["bridges", "traffic"]

[params]
description = "It opens."
author = "The desk"

[cover]
image = "cover.jpg"
alt = "A bridge"
caption = "The bridge"
+++
`,
      "posts/bridge.md",
    );
    expect(article).toMatchObject({ ...hugo, extra: { weight: 5 } });
    expect(codes).toEqual([]);
  });

  test("Hugo in JSON", () => {
    const { article, codes } = readOne(
      JSON.stringify({
        title: "A bridge",
        date: "2025-02-23T18:30:00+02:00",
        lastmod: "2025-03-01",
        expiryDate: "2026-01-01",
        draft: false,
        weight: 5,
        description: "It opens.",
        author: "The desk",
        categories: ["City"],
        tags: ["bridges", "traffic"],
        cover: { image: "cover.jpg", alt: "A bridge", caption: "The bridge" },
      }),
      "posts/bridge.md",
    );
    expect(article).toMatchObject(hugo);
    expect(codes).toEqual([]);
  });

  test("Jekyll", async () => {
    const { article, codes } = readOne(
      `---
layout: post
title:  "A bridge"
date:   2025-02-23 18:30:00 +0200
last_modified_at: 2025-03-01
categories: city traffic
tags: bridges roads
excerpt: It opens.
lang: uk
---
`,
      "_posts/2025-02-23-bridge.markdown",
    );
    expect(article).toMatchObject({
      title: "A bridge",
      published: february,
      updated: march,
      topic: "city",
      tags: ["bridges", "roads", "traffic"],
      summary: "It opens.",
      language: "uk",
      permalink: "https://news.example/2025/02/23/bridge/",
      extra: { layout: "post" },
    });
    expect(codes).toEqual([]);
  });

  test("Jekyll: the name tells the date, `_drafts` and `published: false` that it's a draft", () => {
    const head = "---\ntitle: A\n---\n";
    const { articles } = readAll({
      "_posts/2025-02-23-a.md": head,
      "_posts/2025-02-23-b.md": "---\ntitle: B\npublished: false\n---\n",
      "_drafts/c.md": "---\ntitle: C\ndate: 2025-02-23\n---\n",
      "news/_posts/2025-02-23-d.md": "---\ntitle: D\npublished: true\n---\n",
    });
    expect(articles.map(({ title, published, draft }) => [title, published, draft])).toEqual([
      ["A", Date.UTC(2025, 1, 23), false],
      ["B", Date.UTC(2025, 1, 23), true],
      ["C", Date.UTC(2025, 1, 23), true],
      ["D", Date.UTC(2025, 1, 23), false],
    ]);
    expect(articles.at(-1)?.permalink).toBe("https://news.example/news/2025/02/23/d/");
  });

  test("Astro", () => {
    const { article, codes } = readOne(
      `---
title: 'A bridge'
description: 'It opens.'
pubDate: 'Jul 08 2022'
updatedDate: 'Jul 10 2022'
heroImage: '../../assets/bridge.jpg'
heroImageAlt: A bridge
---
`,
      "blog/bridge.mdx",
    );
    expect(article).toMatchObject({
      title: "A bridge",
      summary: "It opens.",
      published: Date.UTC(2022, 6, 8),
      updated: Date.UTC(2022, 6, 10),
      image: { src: "../../assets/bridge.jpg", alt: "A bridge" },
      permalink: "https://news.example/blog/bridge/",
      extra: {},
    });
    expect(codes).toEqual([]);
  });

  test("Eleventy: a template for an address gives way to the pattern", () => {
    const { article, places } = readOne(
      story('permalink: "/{{ title | slugify }}/"\nlayout: base.njk\neleventyExcludeFromCollections: true\n'),
    );
    expect(article).toMatchObject({
      permalink: "https://news.example/story/",
      draft: true,
      extra: { layout: "base.njk" },
    });
    expect(places).toEqual(["story.md:4:1 permalink-template"]);
  });

  test("Eleventy: `permalink: false` has no page, and so no item", () => {
    expect(readOne(story("permalink: false")).article).toMatchObject({
      draft: true,
      permalink: "https://news.example/story/",
    });
  });

  test("Zola", () => {
    const { article, codes } = readOne(
      `+++
title = "A bridge"
date = 2025-02-23
updated = 2025-03-01
path = "city/a-bridge"
authors = ["The desk", "Agency"]

[taxonomies]
tags = ["bridges"]
categories = ["City"]

[extra]
image = "bridge.jpg"
rating = 5
+++
`,
      "blog/bridge.md",
    );
    expect(article).toMatchObject({
      published: Date.UTC(2025, 1, 23),
      updated: march,
      permalink: "https://news.example/city/a-bridge/",
      authors: [{ name: "The desk" }, { name: "Agency" }],
      topic: "City",
      tags: ["bridges"],
      image: { src: "bridge.jpg" },
    });
    expect(codes).toEqual([]);
  });

  test("Docusaurus", () => {
    const { article, codes } = readOne(
      `---
slug: /bridge
title: A bridge
authors: [desk, agency]
tags: [bridges]
image: ./bridge.jpg
last_update:
  date: 2025-03-01
  author: The desk
unlisted: false
hide_table_of_contents: false
---
`,
      "blog/2025-02-23-bridge/index.mdx",
    );
    expect(article).toMatchObject({
      permalink: "https://news.example/bridge",
      published: Date.UTC(2025, 1, 23),
      updated: march,
      authors: [{ name: "desk" }, { name: "agency" }],
      draft: false,
      extra: { hide_table_of_contents: false },
    });
    expect(codes).toEqual([]);
  });

  test("Docusaurus with its older words for the one author", () => {
    const { article } = readOne(
      story(
        "author: The desk\nauthor_url: https://news.example/desk\nauthor_image_url: https://news.example/desk.png",
      ),
    );
    expect(article.authors).toEqual([
      { name: "The desk", url: "https://news.example/desk", avatar: "https://news.example/desk.png" },
    ]);
  });

  test("Pelican", async () => {
    const { article, codes } = readOne(
      `Title: A bridge
Date: 2025-02-23 18:30
Modified: 2025-03-01 00:00
Category: City
Tags: bridges, new roads
Slug: a-bridge
Authors: The desk; Agency, The
Summary: It opens:
    at last.
Lang: uk
Status: draft

Text.
`,
      "bridge.md",
      { zone: await zoneOf("Europe/Kyiv") },
    );
    expect(article).toMatchObject({
      title: "A bridge",
      published: february,
      updated: Date.UTC(2025, 1, 28, 22),
      topic: "City",
      tags: ["bridges", "new roads"],
      authors: [{ name: "The desk" }, { name: "Agency, The" }],
      summary: "It opens: at last.",
      language: "uk",
      permalink: "https://news.example/a-bridge/",
      draft: true,
      extra: {},
    });
    expect(codes).toEqual([]);
  });

  test("VitePress", () => {
    const { article, codes } = readOne(
      story(
        "lastUpdated: 2025-03-01\nlayout: doc\nhead:\n  - - meta\n    - name: robots\n      content: all\n",
      ),
    );
    expect(article).toMatchObject({
      updated: march,
      extra: { layout: "doc", head: [["meta", { name: "robots", content: "all" }]] },
    });
    expect(codes).toEqual([]);
  });

  test("those who feed `feed` its items", () => {
    const { article, codes } = readOne(
      `---
title: A bridge
id: bridge-1
link: https://news.example/bridge?from=feed
guid: other
description: It opens.
date: 2025-03-01
published: 2025-02-23T18:30:00+02:00
author:
  - name: The desk
    email: desk@news.example
    link: https://news.example/desk
    avatar: https://news.example/desk.png
contributor:
  - name: Agency
copyright: All rights reserved
image: https://news.example/a.png
audio: https://news.example/a.mp3
---
`,
    );
    expect(article).toMatchObject({
      id: "bridge-1",
      permalink: "https://news.example/bridge?from=feed",
      authors: [
        {
          name: "The desk",
          email: "desk@news.example",
          url: "https://news.example/desk",
          avatar: "https://news.example/desk.png",
        },
      ],
      contributors: [{ name: "Agency" }],
      rights: "All rights reserved",
      enclosures: [{ url: "https://news.example/a.mp3" }],
      extra: {},
    });
    expect(codes).toEqual([]);
  });
});

describe("of several words for the same", () => {
  test("feedwright's own wins, wherever it stands", () => {
    const own = "title: Own\nheadline: Other\n";
    expect(readOne(`---\ndate: 2025-02-23\n${own}---\n`).article.title).toBe("Own");
    expect(readOne("---\ndate: 2025-02-23\nheadline: Other\ntitle: Own\n---\n").article.title).toBe("Own");
  });

  test("the earlier in the vocabulary wins among the others", () => {
    const source = "---\ntitle: A\npublished_at: 2025-02-24\npubDate: 2025-02-23\ncreated: 2025-02-25\n---\n";
    expect(readOne(source).article.published).toBe(Date.UTC(2025, 1, 23));
  });

  test("one that says nothing gives way", () => {
    expect(readOne(story('summary: ""\ndescription: D\nexcerpt: E')).article.summary).toBe("D");
    expect(readOne(story("description:\nexcerpt: E")).article.summary).toBe("E");
    expect(readOne(story("draft: false\nunlisted: true")).article.draft).toBe(true);
    expect(readOne(story("unlisted: false\ndraft: true")).article.draft).toBe(true);
  });

  test("one at the top wins over one in a container", () => {
    const source = "summary: Top\nparams:\n  description: Inside\n  author: The desk\n";
    expect(readOne(story(source)).article).toMatchObject({
      summary: "Top",
      authors: [{ name: "The desk" }],
    });
    expect(readOne(story("description: Top\nparams:\n  summary: Inside\n")).article.summary).toBe("Top");
  });

  test("case is of no account", () => {
    expect(readOne("---\nTITLE: A\nPubDate: 2025-02-23\n---\n").article).toMatchObject({
      title: "A",
      published: Date.UTC(2025, 1, 23),
      extra: {},
    });
  });

  test("`published` is a date or a truth value", () => {
    expect(readOne("---\ntitle: A\npublished: 2025-02-23\n---\n").article.published).toBe(
      Date.UTC(2025, 1, 23),
    );
    expect(readOne(story("published: true")).article.draft).toBe(false);
    expect(readOne(story("published: false")).article.draft).toBe(true);
  });
});

describe("what feedwright has no word for", () => {
  test("is kept as it was, numbers as the text that was written", () => {
    const data = { weight: "5", nested: { deep: ["a", "1", true] } };
    const yaml = story("weight: 5\nnested:\n  deep: [a, 1, true]");
    const json = '{"title": "A", "date": "2025-02-23", "weight": 5, "nested": {"deep": ["a", 1, true]}}';
    for (const text of [yaml, json]) expect(readOne(text).article.extra).toEqual(data);
  });

  test("is kept in TOML too, which has kinds of its own", () => {
    const toml = '+++\ntitle = "A"\ndate = 2025-02-23\nweight = 5\n[nested]\ndeep = ["a", 1, true]\n+++\n';
    expect(readOne(toml).article.extra).toEqual({ weight: 5, nested: { deep: ["a", 1, true] } });
  });

  test("can have any name without harm", () => {
    const json = '{"title": "A", "date": "2025-02-23", "__proto__": {"polluted": true}, "constructor": 1}';
    for (const text of [json, story('"__proto__": {polluted: true}\nconstructor: 1')]) {
      const { extra } = readOne(text).article;
      expect(Object.keys(extra)).toEqual(["__proto__", "constructor"]);
      expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
      expect("polluted" in {}).toBe(false);
    }
    const headers = "Title: A\nDate: 2025-02-23\nConstructor: us\n\nText.\n";
    expect(readOne(headers).article.extra).toEqual({ constructor: "us" });
  });
});
