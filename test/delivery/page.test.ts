import { createHash } from "node:crypto";
import fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from "parse5";
import { describe, expect, it } from "vitest";
import { deliveryFiles, isOwn, type Offer } from "../../src/delivery/index.ts";
import { anyText } from "../properties/feeds.ts";
import { listing, offer, siteAt, wanted } from "./samples.ts";

function pageOf(published: Offer, path = "index.html"): string {
  return deliveryFiles(published, wanted({ page: path }))[0]?.text ?? "";
}

function elements(html: string, errors: string[] = []): Tree.Element[] {
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const below = (node: Tree.Node): Tree.Element[] =>
    "childNodes" in node
      ? node.childNodes.flatMap((child) => (tree.isElementNode(child) ? [child, ...below(child)] : []))
      : [];
  return below(document);
}

const attribute = ({ attrs }: Tree.Element, name: string) => attrs.find((one) => one.name === name)?.value;

function textOf(node: Tree.Node): string {
  if (tree.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

const named = (html: string, tag: string) => elements(html).filter(({ tagName }) => tagName === tag);

describe("the page", () => {
  it("has all feeds in their groups, and a copy of the main feed's addresses", () => {
    const page = pageOf(offer());
    expect(named(page, "h2").map(textOf)).toEqual([
      "Subscribe",
      "Topics",
      "Authors",
      "Languages",
      "Tags",
      "Latest articles",
    ]);
    expect(named(page, "code").map(textOf)).toEqual([
      "https://daily.example/rss.xml",
      "https://daily.example/atom.xml",
      "https://daily.example/feed.json",
    ]);
    const links = named(page, "a").map((link) => [attribute(link, "href"), textOf(link)]);
    expect(links).toContainEqual(["topics/science/rss.xml", "RSS"]);
    expect(links).toContainEqual(["tags/%D0%BA%D0%B8%D1%97%D0%B2/feed.json", "JSON"]);
  });

  it("lets an address break before its file's name, and not in it", () => {
    const { text } = deliveryFiles(offer(), wanted({ page: "index.html" }))[0] ?? expect.fail("no page");
    expect(text).toContain("<code>https://daily.example/<wbr>rss.xml</code>");
  });

  it("is the page of its folder", () => {
    const canonical = (path: string) =>
      named(pageOf(offer(), path), "link")
        .filter((link) => attribute(link, "rel") === "canonical")
        .map((link) => attribute(link, "href"));
    expect(canonical("index.html")).toEqual(["https://daily.example/"]);
    expect(canonical("feeds/index.html")).toEqual(["https://daily.example/feeds/"]);
    expect(canonical("feeds.html")).toEqual(["https://daily.example/feeds.html"]);
  });

  it("leads home, unless it is the home itself", () => {
    const home = (path: string) =>
      named(pageOf(offer(), path), "a")
        .filter((link) => textOf(link) === "daily.example")
        .map((link) => attribute(link, "href"));
    expect(home("feeds/index.html")).toEqual(["../"]);
    expect(home("feeds.html")).toEqual(["./"]);
    expect(home("index.html")).toEqual([]);
  });

  it("lets its own style in and no script", () => {
    const page = pageOf(offer({ site: siteAt(undefined, { image: "https://img.example/logo.png" }) }));
    const [style] = named(page, "style");
    const hash = createHash("sha256")
      .update(style ? textOf(style) : "")
      .digest("base64");
    const policy = named(page, "meta").find((meta) => attribute(meta, "http-equiv"));
    expect(policy && attribute(policy, "content")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' https://img.example; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=/);
  });

  it("has under 50 kB for 200 feeds, and few links in its head", () => {
    const many = Array.from({ length: 200 }, (_, at) => {
      return listing("tag", `A tag with number ${at}`, `tags/a-tag-with-number-${at}/`);
    });
    const page = pageOf(offer({ listings: [listing("main", "The Daily Example"), ...many] }));
    expect(Buffer.byteLength(page)).toBeLessThan(50_000);
    expect(page.match(/rel="alternate"/g)).toHaveLength(3);
    expect(named(page, "a").filter((link) => attribute(link, "href")?.startsWith("tags/"))).toHaveLength(600);
  });

  it("speaks the site's language", () => {
    const inGerman = pageOf(offer({ site: siteAt(undefined, { language: "de-AT" }) }));
    expect(inGerman).toContain('<html lang="de-AT" dir="ltr">');
    expect(inGerman).toContain("2. März 2026");
    expect(pageOf(offer({ site: siteAt(undefined, { language: "ar" }) }))).toContain(
      '<html lang="ar" dir="rtl">',
    );
  });

  it("says in English what it has no words for, and marks what is not English", () => {
    const page = pageOf(offer({ site: siteAt(undefined, { language: "ta", title: "நாளிதழ்" }) }));
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).toContain('<h1 lang="ta">நாளிதழ்</h1>');
  });

  it("cuts a long summary between two words", () => {
    const [, second] = named(pageOf(offer()), "ul").at(-1)?.childNodes.filter(tree.isElementNode) ?? [];
    expect(second && textOf(second)).toMatch(/\bin the front matter…\n/);
  });

  it("is known again as feedwright's own", () => {
    expect(isOwn(pageOf(offer()))).toBe(true);
    expect(isOwn("<!doctype html>\n<title>Somebody's</title>")).toBe(false);
    const [head] = deliveryFiles(offer(), wanted({ head: true }));
    expect(isOwn(head?.text ?? "")).toBe(true);
  });
});

const allowed =
  "html head meta title link style body main header section img h1 h2 h3 p a ul li bdi span code wbr time".split(
    " ",
  );
const web = (href: string) => /^https?:$/.test(new URL(href, "https://daily.example/").protocol);

it("the page keeps its form and is safe with any strings", () => {
  const address = fc.oneof(
    anyText,
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    anyText.map((text) => `https://daily.example/${text}`),
    anyText.map((text) => `javascript:${text}`),
  );
  const arbitrary = fc.tuple(anyText, anyText, address, anyText);
  fc.assert(
    fc.property(arbitrary, ([title, label, url, summary]) => {
      const feeds = [listing("main", title), listing("topic", label, "topics/")].map((each) => ({
        ...each,
        language: label,
        documents: each.documents.map((document) => ({ ...document, url, mediaType: label })),
      }));
      const site = siteAt(undefined, { title, description: summary, image: url, favicon: url });
      const page = pageOf(
        offer({ site, listings: feeds, headlines: [{ title, url, summary, language: label }] }),
      );
      const errors: string[] = [];
      const all = elements(page, errors);
      // Characters that HTML frowns on but takes, which XML allows.
      expect(errors.filter((code) => !/^(?:control|noncharacter)-/.test(code))).toEqual([]);
      expect(all.filter(({ tagName }) => !allowed.includes(tagName))).toEqual([]);
      const addresses = all.flatMap(({ attrs }) => attrs.filter(({ name }) => /^(?:href|src)$/.test(name)));
      expect(addresses.filter(({ value }) => !web(value))).toEqual([]);
      expect(all.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith("on")))).toEqual([]);
      expect(page).toBe(
        pageOf(offer({ site, listings: feeds, headlines: [{ title, url, summary, language: label }] })),
      );
    }),
    { numRuns: 300 },
  );
});

describe("delivery/head.html", () => {
  const head = deliveryFiles(offer({ hubs: ["https://hub.example/"] }), wanted({ head: true }))[0];
  const links = named(head?.text ?? "", "link").map((link) => [
    attribute(link, "rel"),
    attribute(link, "type"),
    attribute(link, "title"),
    attribute(link, "href"),
  ]);

  it("has every format of the main feed, and one of each other", () => {
    expect(links.slice(0, 4)).toEqual([
      ["alternate", "application/rss+xml", "The Daily Example (RSS)", "https://daily.example/rss.xml"],
      ["alternate", "application/atom+xml", "The Daily Example (Atom)", "https://daily.example/atom.xml"],
      [
        "alternate",
        "application/feed+json",
        "The Daily Example (JSON Feed)",
        "https://daily.example/feed.json",
      ],
      [
        "alternate",
        "application/rss+xml",
        "The Daily Example: Science (RSS)",
        "https://daily.example/topics/science/rss.xml",
      ],
    ]);
    expect(links).toHaveLength(8);
  });

  it("names no hub, which belongs to the feed alone", () => {
    expect(links.every(([rel]) => rel === "alternate")).toBe(true);
  });
});
