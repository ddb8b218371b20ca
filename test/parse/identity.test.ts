import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAll, readOne, refusalsOf, story } from "./support.ts";

const date = "---\ntitle: What's new, Kyiv?\ndate: 2025-02-03\n";

/** The permalink below the site that a file gets. */
function addressOf(path: string, head = "", permalink = "/:path/", url = "https://news.example/"): string {
  const site = { url, language: "en" };
  const { article } = readOne(`${date}${head}${head === "" ? "" : "\n"}---\n`, path, { site, permalink });
  return article.permalink.slice(url.length - 1);
}

describe("a pattern's placeholder", () => {
  test.each([
    [":path", "is the file's place", "world/europe/story.md", "", "/:path/", "/world/europe/story/"],
    [":path", "ends in the slug", "world/story.md", "slug: new", "/:path/", "/world/new/"],
    [
      ":path",
      "has no date where a slug replaces the name",
      "blog/2025-02-03-a.md",
      "slug: b",
      "/:path/",
      "/blog/b/",
    ],
    [":path", "is a bundle's folder", "world/story/index.md", "", "/:path/", "/world/story/"],
    [
      ":path",
      "has a dated name's date as folders",
      "2025-02-03-story.md",
      "",
      "/:path/",
      "/2025/02/03/story/",
    ],
    [":path", "pads such a date", "2025-2-3-story.md", "", "/:path/", "/2025/02/03/story/"],
    [
      ":path",
      "leaves Jekyll's folder out",
      "news/_posts/2025-02-03-a.md",
      "",
      "/:path/",
      "/news/2025/02/03/a/",
    ],
    [":path", "begins with another language", "world/story.uk.md", "", "/:path/", "/uk/world/story/"],
    [":path", "has no folder for the site's language", "world/story.en.md", "", "/:path/", "/world/story/"],
    [
      ":topic",
      "is the topic as an address",
      "a.md",
      "topic: Arts & Letters",
      "/:topic/:slug",
      "/arts-letters/a",
    ],
    [":topic", "is left out where there is none", "a.md", "", "/:topic/:slug/", "/a/"],
    [":section", "is the first folder", "world/europe/a.md", "", "/:section/:slug", "/world/a"],
    [":section", "is left out where there is none", "a.md", "", "/:section/:slug", "/a"],
    [":slug", "is the article's own", "a.md", "slug: /b/ ", "/x/:slug/", "/b/"],
    [":slug", "is else the file's name", "2025-02-03-a.md", "", "/:slug/", "/a/"],
    [":filename", "is the file's name, whatever the slug", "a.uk.md", "slug: b", "/:filename", "/uk/a"],
    [":slug", "stands below another language under any pattern", "a.uk.md", "", "/x/:slug/", "/uk/x/a/"],
    [":title", "is the title as an address", "a.md", "", "/:title/", "/whats-new-kyiv/"],
    [":slugortitle", "is the article's own slug", "a.md", "slug: b", "/:slugortitle/", "/b/"],
    [":slugortitle", "is else the title", "a.md", "", "/:slugortitle/", "/whats-new-kyiv/"],
    [":basename", "keeps a date", "x/2025-02-03-a.uk.md", "", "/:basename/", "/uk/2025-02-03-a/"],
    [":basename", "is a bundle's folder", "x/2025-02-03-a/index.md", "", "/:basename/", "/2025-02-03-a/"],
    [":basename", "ends in the slug", "2025-02-03-a.md", "slug: b", "/:basename/", "/b/"],
    [":sections", "are all folders", "x/y/a/index.md", "", "/:sections/:slug/", "/x/y/a/"],
    [":sections", "are left out where there is none", "a.md", "", "/:sections/:slug/", "/a/"],
    [":stem", "is folders and name without date", "x/2025-02-03-a.md", "slug: b", "/:stem/", "/x/a/"],
    [":stem", "has a name like its folder's once", "x/a/a.md", "", "/:stem/", "/x/a/"],
    [":stem", "has a name like the end of its folder's twice", "xa/a.md", "", "/:stem/", "/xa/a/"],
    [":stem", "has a name like the only folder's once", "a/a.md", "", "/:stem/", "/a/"],
    [
      ":categories",
      "are all of them, in lower case",
      "a.md",
      "categories: [Big News, Art]",
      "/:categories/:slug/",
      "/big%20news/art/a/",
    ],
    [
      ":categories",
      "begin with what Jekyll has around its posts, then the one",
      "blog/_posts/2025-02-03-a.md",
      "category: One",
      "/:categories/:slug/",
      "/blog/one/a/",
    ],
    [
      ":categories",
      "lead nowhere else",
      "a.md",
      "categories: [.., '//evil.example']",
      "/x/:categories/:slug/",
      "/evil.example/a/",
    ],
    [":path_lower", "is all in lower case", "World/Europe/A B.md", "", "/:path_lower/", "/world/europe/a-b/"],
    [":slug_lower", "is the article's own", "a.md", "slug: B", "/:slug_lower", "/b"],
    [":filename_lower", "has no date", "2025-02-03-A.md", "", "/:filename_lower", "/a"],
    [
      ":basename_lower",
      "has other signs left out",
      "What's (New)!.md",
      "",
      "/:basename_lower/",
      "/whats-new/",
    ],
    [":basename_lower", "keeps some", "v1.2_+~@C.md", "", "/:basename_lower/", "/v1.2_+~@c/"],
    [":basename_lower", "has hyphens for blanks", "A  b - C.md", "", "/:basename_lower/", "/a-b-c/"],
    [":stem_lower", "has all folders", "X/A/A.md", "", "/:stem_lower/", "/x/a/"],
    [
      ":section_lower",
      "is the first folder",
      "Їжа/Y/a.md",
      "",
      "/:section_lower/:slug",
      "/%D1%97%D0%B6%D0%B0/a",
    ],
    [
      ":sections_lower",
      "are all folders",
      "Big News/Y/a.md",
      "",
      "/:sections_lower/:slug/",
      "/big-news/y/a/",
    ],
    [":i_month :i_day", "have no zeros", "a.md", "", "/:year/:i_month/:i_day/", "/2025/2/3/"],
    [":year :month :day", "are those written", "a.md", "", "/:year/:month/:day/", "/2025/02/03/"],
  ])("%s %s", (_, __, path, head, pattern, address) => {
    expect(addressOf(path, head, pattern)).toBe(address);
  });

  test("has the day that the editor wrote, not that of UTC", () => {
    const source = "---\ntitle: A\ndate: 2025-03-01T00:30:00+02:00\n---\n";
    const { article } = readOne(source, "a.md", { permalink: "/:year/:month/:day/:slug" });
    expect(article.permalink).toBe("https://news.example/2025/03/01/a");
  });
});

describe("whatever a file is called, its address is one that works:", () => {
  test.each([
    [
      "letters of any script",
      "новини/міст.md",
      "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/%D0%BC%D1%96%D1%81%D1%82/",
    ],
    ["blanks", "a b.md", "/a%20b/"],
    ["a percent sign", "50%.md", "/50%25/"],
    ["what looks escaped", "a%2Fb.md", "/a%252Fb/"],
    ["escaped dots", "%2e%2e/a.md", "/%252e%252e/a/"],
    ["a question mark", "what?.md", "/what%3F/"],
    ["a hash", "c#.md", "/c%23/"],
    ["a backslash", "a\\b.md", "/a%5Cb/"],
    ["a colon", "a:b.md", "/a:b/"],
    ["dots", "a.b.c.d.md", "/a.b.c.d/"],
    ["a version number", "node-20.19.md", "/node-20.19/"],
  ])("%s", (_, path, address) => {
    expect(addressOf(path)).toBe(address);
  });

  test("a site below a path keeps it", () => {
    expect(addressOf("a.md", "", "/:path/", "https://news.example/blog/")).toBe("/a/");
    expect(addressOf("a.md", "permalink: /x/", "/:path/", "https://news.example/blog/")).toBe("/x/");
    expect(addressOf("a.md", "slug: /x/", "/:path/", "https://news.example/blog/")).toBe("/x/");
  });
});

describe("an article's own address", () => {
  test.each([
    ["a path", "permalink: /city/a-bridge/", "/city/a-bridge/"],
    ["a path without a stroke first", "permalink: city/a-bridge.html", "/city/a-bridge.html"],
    ["an address on the site", "permalink: https://news.example/x?y=z", "/x?y=z"],
    ["a slug that begins with a stroke", "slug: /x/y", "/x/y"],
    ["Hugo's url", "url: /x/", "/x/"],
  ])("may be %s", (_, head, address) => {
    expect(addressOf("a.md", head)).toBe(address);
  });

  test.each([
    "https://evil.example/",
    "https:evil.example",
    "https:/evil.example/",
    "http://news.example/",
    "https://news.example:8443/",
    "https://news.example@evil.example/",
    "https://evil.example@news.example/",
    "https://a:b@news.example/",
    "blob:https://news.example/x",
    "..",
    "/x/%2e%2e/",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@b.example",
    "file:///etc/passwd",
  ])("on no account is %s", (address) => {
    expect(refusalsOf(story(`permalink: "${address}"`))).toEqual(["4:1 permalink-outside"]);
  });

  test("that names another site as its `link` is the piece that it is about", () => {
    const { article, codes } = readOne(story("link: https://other.example/piece"));
    expect(article).toMatchObject({
      permalink: "https://news.example/story/",
      canonical: "https://other.example/piece",
    });
    expect(codes).toEqual([]);
  });

  test.each(["{{ page.fileSlug }}/", "/{% now %}/", "/:year/:title/", ":slug"])(
    "is no template: %s",
    (template) => {
      const { article, codes } = readOne(story(`permalink: "${template}"`));
      expect(article.permalink).toBe("https://news.example/story/");
      expect(codes).toEqual(["permalink-template"]);
    },
  );

  const nasty = fc.constantFrom(
    ..."../ ..\\ %2e%2e/ .%2e/ // /// \\ \\\\ / ./ ? # % : @ a evil.example javascript: https: http:// .. . %00 %2f %5c ; , é".split(
      " ",
    ),
    "\t",
    " ",
  );
  const paths = fc.array(nasty, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));

  test("never leads off the site, nor out of the folder that the site has", () => {
    fc.assert(
      fc.property(paths, fc.constantFrom("permalink", "slug", "url", "path"), (path, key) => {
        const head = JSON.stringify({ title: "A", date: "2025-02-23", topic: path, [key]: path });
        const site = { url: "https://news.example/blog/", language: "en" };
        const { articles, codes } = readAll({ "a.md": head }, { site, permalink: "/:topic/:slug/" });
        for (const { permalink } of articles) {
          const given = new URL(permalink);
          expect(given.origin).toBe("https://news.example");
          expect(given.pathname.startsWith("/blog/")).toBe(true);
        }
        if (articles.length === 0) expect(codes).toEqual(["permalink-outside"]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(["..", ".", "%2e%2e", "a/..", "/..", "/x/../"])("is no folder above: `slug: %s`", (slug) => {
    expect(refusalsOf(story(`slug: "${slug}"`))).toEqual(["4:1 permalink-outside"]);
  });

  test("that begins with backslashes names no host", () => {
    expect(addressOf("a.md", "permalink: '\\\\evil.example/x'")).toBe("/evil.example/x");
  });

  test("can't climb over the site's folder", () => {
    const site = { url: "https://news.example/blog/", language: "en" };
    for (const head of ["permalink: /../../x/", "slug: /../x/", "slug: ../../x", "permalink: /%2e%2e/x/"]) {
      const { article } = readOne(story(head), "a.md", { site });
      expect(article.permalink).toBe("https://news.example/blog/x/");
    }
  });
});

describe("an article's id", () => {
  test("is its address, unless it has one", () => {
    expect(readOne(story()).article.id).toBe("https://news.example/story/");
    expect(readOne(story("id: tag:news.example,2025:1")).article.id).toBe("tag:news.example,2025:1");
    expect(readOne(story("guid: 42")).article.id).toBe("42");
    expect(readOne(story("id: urn:x\nguid: 42")).article.id).toBe("urn:x");
    expect(readOne(story("id:")).article.id).toBe("https://news.example/story/");
  });

  test("is never normalised", () => {
    for (const id of ["HTTP://News.Example/a/../b", "é", "e\u0301", "%7Ea"])
      expect(readOne(story(`id: "${id}"`)).article.id).toBe(id);
  });
});

describe("an id and a slug", () => {
  test("are the same in every format: what XML forbids is not in them", () => {
    const json = '{"title": "A", "date": "2025-02-23", "id": "tag:a\\u0007b\\ud800c"}';
    expect(readOne(json).article.id).toBe("tag:abc");
  });

  test("keep a number's digits", () => {
    expect(readOne("---\ntitle: A\ndate: 2025-02-23\nid: 007\nslug: 1.50\n---\n").article).toMatchObject({
      id: "007",
      permalink: "https://news.example/1.50/",
    });
  });

  test("a slug that was copied out of an address is not escaped again", () => {
    const { article } = readOne("---\ntitle: A\ndate: 2025-02-23\nslug: caf%C3%A9\n---\n");
    expect(article.permalink).toBe("https://news.example/caf%C3%A9/");
  });

  test("`what-is-node.js` names no language, `story.uk` does", () => {
    const head = "---\ntitle: A\ndate: 2025-02-23\n---\n";
    expect(readOne(head, "what-is-node.js.md").article.permalink).toBe(
      "https://news.example/what-is-node.js/",
    );
    expect(readOne(head, "story.uk.md").article).toMatchObject({
      language: "uk",
      permalink: "https://news.example/uk/story/",
    });
  });
});

test("an article is a draft if any name for it says so", () => {
  const { article } = readOne('---\ntitle: A\ndate: 2025-02-23\ndraft: "no"\nunlisted: true\n---\n');
  expect(article.draft).toBe(true);
});
