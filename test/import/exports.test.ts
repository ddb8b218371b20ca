import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, run } from "../cli/support.ts";
import { articlesIn, imported, importing } from "./support.ts";

const wxr = (items: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily</title><link>https://daily.example</link><language>en-GB</language>
<wp:base_blog_url>https://daily.example/blog</wp:base_blog_url>
<wp:author><wp:author_login>jane</wp:author_login><wp:author_email>jane@daily.example</wp:author_email>
<wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
${items}</channel></rss>`;

const post = (more = "", content = "Words.", status = "publish") => `<item><title>One</title>
<link>https://daily.example/2025/one/</link><pubDate>Sun, 23 Feb 2025 16:30:00 +0000</pubDate><dc:creator>jane</dc:creator>
<guid isPermaLink="false">https://daily.example/?p=7</guid><content:encoded><![CDATA[${content}]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2025-02-23 18:30:00</wp:post_date><wp:post_date_gmt>2025-02-23 16:30:00</wp:post_date_gmt>
<wp:post_name>one-story</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>${more}</item>`;

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

describe("a WordPress export", () => {
  it("keeps ids, addresses, dates with their distance from UTC, people, subjects and pictures", async () => {
    const more = `<excerpt:encoded><![CDATA[What it is about.]]></excerpt:encoded>
      <wp:post_modified>2025-02-24 10:00:00</wp:post_modified><wp:post_modified_gmt>2025-02-24 08:00:00</wp:post_modified_gmt>
      <category domain="category" nicename="x">Uncategorized</category><category domain="category" nicename="c">City</category>
      <category domain="category" nicename="d">Docks</category><category domain="post_tag" nicename="t">Bridge</category>
      ${meta("_thumbnail_id", "9")}${meta("enclosure", "https://daily.example/a.mp3\n77\naudio/mpeg\n")}${meta("enclosure", "nowhere")}`;
    const attachment = `<item><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type>
      <wp:attachment_url>https://daily.example/a.jpg</wp:attachment_url><excerpt:encoded>The bridge</excerpt:encoded>
      ${meta("_wp_attachment_image_alt", "A bridge")}</item>`;
    const { articles, out, exitCode } = await importing(wxr(post(more) + attachment));
    expect(exitCode).toBe(0);
    expect(articles.get("2025/one-story.md")).toEqual({
      front: {
        title: "One",
        id: "https://daily.example/?p=7",
        date: "2025-02-23T18:30:00+02:00",
        updated: "2025-02-24T10:00:00+02:00",
        permalink: "https://daily.example/2025/one/",
        topic: "City",
        tags: ["Docks", "Bridge"],
        language: "en-GB",
        authors: [{ name: "Jane Doe", email: "jane@daily.example" }],
        summary: "What it is about.",
        image: { src: "https://daily.example/a.jpg", alt: "A bridge", caption: "The bridge" },
        enclosures: [{ url: "https://daily.example/a.mp3", type: "audio/mpeg", length: 77 }],
      },
      body: "Words.",
    });
    expect(out).toContain("passed over, as they are no articles: 1 attachment");
  });

  it("has lines for paragraphs in old posts, and blocks in new ones", async () => {
    expect((await imported(wxr(post("", "One\ntwo\n\n<em>Three</em>")))).body).toBe("One\\\ntwo\n\n*Three*");
    const blocks =
      '<!-- wp:paragraph {"a":1} -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:separator --><hr/><!-- /wp:separator -->';
    expect((await imported(wxr(post("", blocks)))).body).toBe("One\n\n---");
  });

  it("has captions, recordings and embeds as HTML", async () => {
    const source = `[caption id="a" width="9"]<img src="/a.jpg" alt="A" /> Some <b>words</b>[/caption]

[caption caption="Old"]<a href="/b"><img src="/b.jpg" alt="B" /></a>[/caption]

[caption]none[/caption]

[audio mp3="https://daily.example/a.mp3"][/audio]

[video src='/b.mp4']

[embed width="3"]https://video.example/1[/embed]`;
    const { body } = await imported(wxr(post("", source)));
    expect(body).toContain("<figcaption>Some <strong>words</strong></figcaption>");
    expect(body).toContain("<figcaption>Old</figcaption>");
    expect(body).toContain('<audio controls="" src="https://daily.example/a.mp3">');
    expect(body).toContain('<video controls="" src="https://daily.example/b.mp4">');
    expect(body).toContain("<https://video.example/1>");
    expect(body).toContain("none");
  });

  it("keeps other shortcodes as text, and names them", async () => {
    const { articles, err } = await importing(
      wxr(post("", 'See [gallery ids="1,2"] and [box]x[/box], as in [1] and [sic].')),
    );
    expect([...articles.values()][0]?.body).toBe(
      'See \\[gallery ids="1,2"] and \\[box]x\\[/box], as in \\[1] and \\[sic].',
    );
    expect(err).toContain("shortcodes were kept as text: [gallery], [box]");
  });

  it.each([
    ["draft", { draft: true }],
    ["pending", { draft: true }],
    ["private", { status: "hidden" }],
    ["future", {}],
  ])("with the status %s", async (status, expected) => {
    const { articles, err } = await importing(wxr(post("", "Words.", status)));
    const front = [...articles.values()][0]?.front ?? {};
    expect({ draft: front.draft, status: front.status }).toEqual({
      draft: undefined,
      status: undefined,
      ...expected,
    });
    expect(front.permalink === undefined).toBe(status === "draft" || status === "pending");
    expect(err.includes("[import-restricted]")).toBe(status === "private");
  });

  it("hides what needs a password, and passes over trash and pages", async () => {
    const page = post().replace("<wp:post_type>post", "<wp:post_type>page");
    const source = wxr(post("<wp:post_password>enter</wp:post_password>") + post("", "x", "trash") + page);
    const { articles, out } = await importing(source);
    expect([...articles.values()].map(({ front }) => front.status)).toEqual(["hidden"]);
    expect(out).toContain("1 post in the trash, 1 page");
  });

  it("a draft has its clock's time only; what stands before the cut is the summary", async () => {
    const source = post("", "The start.\n\nGoes on.\n\n<!--more-->\n\nThe rest.", "draft").replace(
      "2025-02-23 16:30:00",
      "0000-00-00 00:00:00",
    );
    const { front, body } = await imported(wxr(source));
    expect(front).toMatchObject({ date: "2025-02-23T18:30:00", summary: "The start. Goes on." });
    expect(body).toBe("The start.\n\nGoes on.\n\nThe rest.");
  });

  it("two posts with one id are both kept, the second by its address", async () => {
    const second = post().replace("/2025/one/", "/2025/two/");
    const { articles, err } = await importing(wxr(post() + second));
    expect([...articles.values()].map(({ front }) => front.id).sort()).toEqual([
      "https://daily.example/2025/two/",
      "https://daily.example/?p=7",
    ]);
    expect(err).toContain("[import-twice]");
  });

  it("by someone who isn't in the list of authors keeps the login; by nobody, nobody", async () => {
    expect(
      (await imported(wxr(post().replace("<dc:creator>jane", "<dc:creator>joe")))).front.authors,
    ).toEqual(["joe"]);
    expect(
      (await imported(wxr(post().replace("<dc:creator>jane</dc:creator>", "")))).front,
    ).not.toHaveProperty("authors");
  });

  it("is written by the bench in any size, and comes in whole", async () => {
    const source = execFileSync(process.execPath, ["bench/wxr.js", "2"], { maxBuffer: 10_000_000 });
    const posts = source.toString().split("<wp:post_type>post<").length - 1;
    const { articles, err, exitCode } = await importing(source);
    expect({ err, exitCode, size: articles.size }).toEqual({ err: "", exitCode: 0, size: posts });
    const pictures = [...articles.values()].filter(({ front }) => front.image !== undefined).length;
    expect(pictures).toBe(Math.floor(posts / 4));
  });
});

const ghost = (posts: readonly unknown[], more: object = {}, wrapped = true) => {
  const data = {
    posts,
    tags: [{ id: "t1", name: "City" }, { id: "t2", name: "Docks" }, { id: "t3", name: "#theme" }, "none"],
    users: [
      { id: "u1", name: "Jane", website: "https://jane.example" },
      { id: "u2", name: "Joe", website: null },
    ],
    posts_tags: [
      { post_id: "p1", tag_id: "t2", sort_order: 1 },
      { post_id: "p1", tag_id: "t1", sort_order: 0 },
      { post_id: "p1", tag_id: "t3", sort_order: 2 },
    ],
    posts_authors: [{ post_id: "p1", author_id: "u1", sort_order: 0 }],
    posts_meta: [
      {
        post_id: "p1",
        feature_image_alt: "A",
        feature_image_caption: "<i>The</i> docks",
        meta_description: "Meta",
      },
    ],
    settings: [
      { key: "title", value: "The Daily" },
      { key: "locale", value: "uk" },
    ],
    ...more,
  };
  return JSON.stringify(wrapped ? { db: [{ meta: { version: "5.0.0" }, data }] } : data);
};
const ghostPost = {
  id: "p1",
  title: "One",
  slug: "one",
  html: '<p>See <a href="__GHOST_URL__/two/">two</a>.</p>',
  feature_image: "__GHOST_URL__/content/a.jpg",
  type: "post",
  status: "published",
  visibility: "public",
  created_at: "2025-02-22T00:00:00.000Z",
  published_at: "2025-02-23T16:30:00.000Z",
  updated_at: "2025-02-24T08:00:00.000Z",
};

describe("a Ghost export", () => {
  const site = ["--site", "https://daily.example"];

  it("keeps ids, dates, people and subjects in their order, and finds its site's address", async () => {
    const { front, body } = await imported(ghost([ghostPost]), site);
    expect(front).toEqual({
      title: "One",
      id: "p1",
      date: "2025-02-23T16:30:00Z",
      updated: "2025-02-24T08:00:00Z",
      permalink: "/one/",
      topic: "City",
      tags: ["Docks"],
      language: "uk",
      authors: [{ name: "Jane", url: "https://jane.example/" }],
      summary: "Meta",
      image: { src: "https://daily.example/content/a.jpg", alt: "A", caption: "The docks" },
    });
    expect(body).toBe("See [two](https://daily.example/two/).");
  });

  it("of old has numbers for ids and dates, and one author", async () => {
    const old = {
      id: 3,
      title: "One",
      slug: "one",
      html: "<p>x</p>",
      page: 0,
      status: "published",
      published_at: 1740328200000,
      author_id: 5,
    };
    const { front } = await imported(
      ghost([old], { users: [{ id: 5, name: "Jane" }], posts_tags: [], posts_authors: [] }, false),
    );
    expect(front).toEqual({
      title: "One",
      id: "3",
      date: "2025-02-23T16:30:00Z",
      language: "uk",
      authors: ["Jane"],
    });
  });

  it("passes over pages, and publishes neither drafts nor what was for members", async () => {
    const posts = [
      { ...ghostPost, id: "a", type: "page" },
      { ...ghostPost, id: "b", status: "draft", slug: "b" },
      { ...ghostPost, id: "c", visibility: "paid", slug: "c" },
      { ...ghostPost, id: "d", status: "sent", slug: "d" },
      { ...ghostPost, id: "e", page: true, type: null },
      7,
    ];
    const { articles, out, err } = await importing(ghost(posts), site);
    const shown = [...articles.values()].map(({ front: { id, draft, status, permalink } }) => [
      id,
      draft,
      status,
      permalink,
    ]);
    expect(shown).toEqual([
      ["b", true, undefined, undefined],
      ["c", undefined, "hidden", "/c/"],
      ["d", undefined, "hidden", "/d/"],
    ]);
    expect(out).toContain("2 page");
    expect(err).toContain("this article was for paying members");
  });

  it("says where it has no HTML", async () => {
    const { err } = await importing(ghost([{ ...ghostPost, html: null }]), site);
    expect(err).toContain("the content of “One”, which has no `html`");
  });
});

describe("a Substack export", () => {
  const csv = `post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url
11.one,2025-02-23T16:30:00.000Z,TRUE,,newsletter,everyone,"One, or ""two""",What it is about.,
12.talk,2025-02-24T16:30:00.000Z,true,,podcast,only_paid,Talk,,https://api.example/a.mp3
13.draft,,false,,newsletter,everyone,Draft,,
14.chat,2025-02-24T16:30:00.000Z,true,,thread,everyone,Chat,,
`;
  const files = {
    "export/posts.csv": csv,
    "export/posts/11.one.html": "<p>Words.</p>",
    "export/posts/12.talk.html": "<p>Talk.</p>",
    "export/posts/13.draft.html": "<p>x</p>",
  };

  function zipped(names: readonly string[], root: string): Buffer {
    execFileSync(
      "python3",
      [
        "-c",
        "import sys,zipfile; z=zipfile.ZipFile('e.zip','w',zipfile.ZIP_DEFLATED); [z.write(n) for n in sys.argv[1:]]",
        ...names,
      ],
      { cwd: root },
    );
    return readFileSync(join(root, "e.zip"));
  }

  async function told(argv: readonly string[], packed: boolean) {
    const cwd = folder(files);
    const source = packed ? zipped(Object.keys(files), cwd) : "";
    return await importing(source, argv, cwd, packed ? "source" : "export/ignored");
  }

  it("comes packed or unpacked, and the same either way", async () => {
    const packed = await told(["--site", "https://daily.substack.example/"], true);
    expect(packed.articles.get("2025/one.md")).toEqual({
      front: {
        title: 'One, or "two"',
        id: "https://daily.substack.example/p/one",
        date: "2025-02-23T16:30:00Z",
        permalink: "/p/one",
        summary: "What it is about.",
      },
      body: "Words.",
    });
    expect(packed.articles.get("2025/talk.md")?.front).toMatchObject({
      status: "hidden",
      enclosures: [{ url: "https://api.example/a.mp3", type: "audio/mpeg" }],
    });
    expect(packed.articles.get("draft.md")?.front).toMatchObject({ draft: true });
    expect(packed.out).toContain("1 thread");
    const cwd = folder(files);
    expect(
      (await run(["import", "export", "--site", "https://daily.substack.example/"], { cwd })).exitCode,
    ).toBe(0);
    expect(articlesIn(join(cwd, "articles"))).toEqual(packed.articles);
  });

  it("names its posts by its own numbers where nobody says what its address was", async () => {
    const { articles } = await told([], true);
    expect(articles.get("2025/one.md")?.front).toMatchObject({ id: "substack:11.one" });
    expect(articles.get("2025/one.md")?.front).not.toHaveProperty("permalink");
  });

  it("says which content isn't in it, and that it is none without its list", async () => {
    const cwd = folder({ "posts.csv": csv });
    const lacking = await importing(zipped(["posts.csv"], cwd), [], cwd, "source");
    expect(lacking.err).toContain("the content of “Talk”, which isn't in the export");
    const other = folder({ "x.html": "x" });
    const none = await importing(zipped(["x.html"], other), [], other, "source");
    expect(none).toMatchObject({ exitCode: 2 });
    expect(none.err).toContain("it has no posts.csv");
  });

  it("never reads what a list names outside of it", async () => {
    const listed = csv.replace("11.one", "../../secret").replace("12.talk", "/etc/hostname");
    const cwd = folder({
      "secret.html": "<p>SECRET</p>",
      "a/export/posts.csv": listed,
      "a/export/posts/x": "",
    });
    await run(["import", "a/export"], { cwd });
    expect([...articlesIn(join(cwd, "articles")).values()].map(({ body }) => body).join("")).not.toContain(
      "SECRET",
    );
  });

  it("may have a list that can't be read", async () => {
    const cwd = folder({ "posts.csv": 'a,b\n"x' });
    const { err, exitCode } = await importing(zipped(["posts.csv"], cwd), [], cwd, "source");
    expect(err).toContain("posts.csv: Quote Not Closed");
    expect(exitCode).toBe(2);
  });

  it("that was unpacked follows no link out of its folder, and waits for nobody", async () => {
    const cwd = folder({
      "secret.html": "<p>secret</p>",
      "export/posts.csv":
        "post_id,post_date,is_published,title\n1.link,2025-02-23,true,A\n2.fifo,2025-02-23,true,B\n3.folder,2025-02-23,true,C\n",
      "export/posts/3.folder.html/x": "",
      "other/posts.csv": "post_id,post_date,is_published,title\n1.x,2025-02-23,true,A\n",
      "elsewhere/1.x.html": "<p>secret</p>",
    });
    symlinkSync("../../secret.html", join(cwd, "export/posts/1.link.html"));
    symlinkSync("../elsewhere", join(cwd, "other/posts"));
    execFileSync("mkfifo", [join(cwd, "export/posts/2.fifo.html")]);
    for (const source of ["export", "other"]) {
      const { err } = await run(["import", source, "--into", `from-${source}`], { cwd });
      expect(err).toContain("the content of “A”, which isn't in the export");
      const bodies = [...articlesIn(join(cwd, `from-${source}`)).values()].map(({ body }) => body.trim());
      expect(bodies.every((body) => body === "")).toBe(true);
      expect(bodies).toHaveLength(source === "export" ? 3 : 1);
    }
  });
});
