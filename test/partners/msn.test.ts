import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { all, channelOf, type Element, names, one, texts } from "../formats/reader.ts";
import { profileAt } from "./profiles.ts";
import {
  advice,
  article,
  gone,
  got,
  now,
  published,
  refusal,
  story,
  updated,
  valueComplaints,
  withdrawnAt,
} from "./stories.ts";

const profile = "profiles/msn.yaml";

/** The page “MSN HTML guidelines and tag restrictions”: what may stand in a body. */
const allowed = new Set(
  "b i em strong sub sup small h1 h2 h3 h4 h5 a img table thead tbody tfoot tr td th col caption colgroup ul ol li p div span br blockquote iframe".split(
    " ",
  ),
);

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
}

/** What an HTML parser of its own finds against the page's rules. */
function bodyFaults(html: string): string[] {
  return faultsIn(parseFragment(html), 1);
}

function faultsIn(node: Node, depth: number): string[] {
  const elements = (node.childNodes ?? []).filter(({ nodeName }) => !nodeName.startsWith("#"));
  return elements.flatMap((each) => [...faultsOf(each, depth), ...faultsIn(each, depth + 1)]);
}

function faultsOf({ nodeName, attrs = [] }: Node, depth: number): string[] {
  const { href, src } = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  return [
    ...(allowed.has(nodeName) ? [] : [nodeName]),
    ...(depth < 10 ? [] : [`${nodeName} at level ${depth}`]),
    ...(href === undefined || /^(?:https?:\/\/|mailto:)/.test(href) ? [] : [href]),
    ...(src === undefined || /^https?:\/\//.test(src) ? [] : [src]),
  ];
}

/** “MSN feed item metadata requirements”, as a check of their own. */
function against(item: Element): string[] {
  const title = one(item, "title").text;
  const short = texts(item, "mi:shortTitle");
  const days = (now - Date.parse(one(item, "pubDate").text)) / 86_400_000;
  const rules = {
    guid: one(item, "guid").text !== "",
    title: title.length > 20 && (title.length <= 150 || short.length === 1) && !/<\w/.test(title),
    short: short.every((text) => text.length <= 54),
    date: one(item, "pubDate").text.endsWith(" GMT") && days > 0 && days < 365,
    modified: one(item, "dcterms:modified").text.endsWith("Z"),
    link: one(item, "link").text.startsWith("https://"),
    body: bodyFaults(one(item, "content:encoded").text).length === 0,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

const itemOf = (text: string) => one(channelOf(text), "item");

describe("MSN", () => {
  it("gets what its pages ask for", () => {
    const { text, told } = got(profile, { values: { syndicationRights: "1" } });
    const item = itemOf(text);
    expect(told).toEqual([]);
    expect(against(item)).toEqual([]);
    expect(texts(item, "dc:creator")).toEqual(["Ada Nwosu", "Ben Roe", "Reuters"]);
    expect(Date.parse(one(item, "dcterms:modified").text)).toBe(updated);
    expect(names(item)).toEqual(
      "category content:encoded dc:creator dcterms:modified description guid link media:content pubDate title".split(
        " ",
      ),
    );
    expect(names(channelOf(text))).toEqual(
      "atom:link copyright description item language lastBuildDate link pubDate title".split(" "),
    );
    const picture = one(item, "media:content");
    expect(picture.attributes).toEqual({
      url: "https://news.example/ferry.jpg",
      type: "image/jpeg",
      medium: "image",
      width: "1600",
      height: "1000",
    });
    expect(one(picture, "media:title").text).toBe("The Aurora on Tuesday");
    expect(one(picture, "media:text").text).toBe("The ferry");
    expect(one(picture, "media:credit").text).toBe("Cy Lens/Reuters");
    expect(one(picture, "mi:hasSyndicationRights").text).toBe("1");
  });

  it("keeps to its HTML whatever an article has", () => {
    const contentHtml = `${'<div class="a">'.repeat(14)}deep${"</div>".repeat(14)}<h6>Six</h6><pre>a  b</pre><dl><dt>T</dt><dd>D</dd></dl>
<p><a href="tel:+1">call</a> <q>said</q> <mark>seen</mark></p><hr><details><summary>S</summary>text</details>
<video src="https://news.example/v.mp4" controls></video><a href="https://open.spotify.com/embed/episode/1">https://open.spotify.com/embed/episode/1</a>`;
    const html = one(
      itemOf(got(profile, { stories: [story({ contentHtml })] }).text),
      "content:encoded",
    ).text;
    expect(bodyFaults(html)).toEqual([]);
    for (const words of ["deep", "Six", "call", "said", "seen", "text"]) expect(html).toContain(words);
    expect(html).toContain('<iframe src="https://open.spotify.com/embed/episode/1"');
    expect(html).toContain('<a href="https://news.example/v.mp4">');
  });

  it("keeps all of an article that MSN knows", () => {
    const contentHtml = `<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><div><span>s</span></div>
<p><b>b</b><i>i</i><em>em</em><strong>st</strong><sub>1</sub><sup>2</sup><small>s</small><br><a href="mailto:desk@news.example">m</a>
<a href="http://old.example/">o</a><img src="https://news.example/a.jpg" alt=""></p><blockquote>q</blockquote><ul><li>u</li></ul><ol><li>o</li></ol>
<table><caption>c</caption><colgroup><col></colgroup><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>`;
    const html = one(
      itemOf(got(profile, { stories: [story({ contentHtml })] }).text),
      "content:encoded",
    ).text;
    const kept = new Set([...html.matchAll(/<([a-z][a-z\d]*)/g)].map(([, name]) => name));
    expect([...allowed].filter((name) => !kept.has(name))).toEqual(["iframe"]);
    expect(html).toContain('<a href="mailto:desk@news.example">');
    expect(html).toContain('<a href="http://old.example/">');
  });

  it.each([
    "https://platform.twitter.com/embed/Tweet.html?id=1",
    "https://www.facebook.com/plugins/post.php?href=x",
    "https://assets.pinterest.com/ext/embed.html?id=1",
    "https://open.spotify.com/embed/episode/1",
    "https://e.infogram.com/1",
    "https://www.google.com/maps/embed?pb=1",
    "https://giphy.com/embed/1",
    "https://flo.uri.sh/visualisation/1/embed",
    "https://embed.reddit.com/r/x/1",
    "https://www.tiktok.com/embed/v2/1",
  ])("shows a frame of a platform that it names: %s", (url) => {
    const stories = [story({ contentHtml: `<p>See</p><a href="${url}">${url}</a>` })];
    const html = one(itemOf(got(profile, { stories }).text), "content:encoded").text;
    expect(html).toContain(`<iframe src="${url}"`);
  });

  it("gets a link to a film on YouTube, whose frames it refuses for now", () => {
    const url = "https://www.youtube.com/embed/abc";
    const stories = [story({ contentHtml: `<a href="${url}">A film</a>` })];
    const html = one(itemOf(got(profile, { stories }).text), "content:encoded").text;
    expect(html).toBe(`<a href="${url}">A film</a>`);
  });

  it("takes a long headline with a short one beside it", () => {
    const { text, ids } = got(profile, {
      stories: [story({ title: "Long ".repeat(40) }, { shortTitle: "Ferries run again" })],
    });
    expect(ids).toEqual([article.id]);
    expect(against(itemOf(text))).toEqual([]);
  });

  it("is told what was taken back by an expiry in the past and a newer change", () => {
    const item = itemOf(got(profile, { stories: [], tombstones: [gone] }).text);
    expect(item.children.map(({ name, attributes, text }) => [name, text, attributes])).toEqual([
      ["title", gone.title, {}],
      ["link", gone.url, {}],
      ["guid", gone.id, { isPermaLink: "true" }],
      ["pubDate", new Date(published).toUTCString(), {}],
      ["dcterms:modified", "2026-11-25T08:00:00Z", {}],
      ["mi:expirationDate", "2026-11-25T08:00:00Z", {}],
    ]);
    expect(withdrawnAt).toBeLessThan(now);
  });

  it.each([
    ["required", story({ title: "" })],
    ["required", story({ contentHtml: undefined })],
    ["title-length", story({ title: "Twenty characters ok" })],
    ["title-maximum", story({ title: "Long ".repeat(31) })],
    ["title-address", story({ title: "Read all of it at https://news.example now" })],
    ["short-title", story({}, { shortTitle: "Fifty-five characters are one more than what MSN takes!" })],
    ["one-language", story({ language: "uk" })],
  ])("refuses by the rule %s", (rule, one) => {
    expect(refusal(profile, { stories: [one] })).toEqual({ rule, named: true, sourced: true, ids: [] });
  });

  it("takes another kind of the feed's own language", () => {
    expect(got(profile, { stories: [story({ language: "en-GB" })] }).told).toEqual([]);
  });

  it("is told of rights by 1 or 0", async () => {
    expect(await valueComplaints("msn", { syndicationRights: "0" })).toEqual([]);
    expect(await valueComplaints("msn", { syndicationRights: "yes" })).toEqual([
      'partner-value-form: the value `syndicationRights` of msn is "yes"; expected `1` or `0`',
    ]);
  });

  it("gets articles of less than a year", () => {
    expect(profileAt(profile).window).toBe("365d");
  });

  const { image = { url: "" } } = article;
  it.each(["image/png", "image/jpeg", "image/gif", "image/webp"])("takes a picture as %s", (type) => {
    expect(got(profile, { stories: [story({ image: { ...image, type } })] }).told).toEqual([]);
  });

  it.each([
    ["image-missing", undefined],
    ["image-size", { ...image, width: 719, height: 600 }],
    ["image-ratio", { ...image, width: 1600, height: 800 }],
    ["image-ratio", { ...image, width: 799, height: 1600 }],
    ["image-type", { ...image, type: "image/avif" }],
    ["image-bytes", { ...image, length: 16 * 1024 * 1024 }],
  ])("publishes against the rule %s, and says so", (rule, picture) => {
    const getting = { stories: [story({ image: picture })], values: { syndicationRights: "1" } };
    expect(advice(profile, getting)).toEqual([rule]);
    expect(all(itemOf(got(profile, getting).text), "media:content")).toEqual([]);
  });
});
