import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, run, site, story } from "../cli/support.ts";
import { parseXml } from "./xml.ts";

const everything = `${site}scopes: [topic, tag, author]
delivery: { page: true, opml: true, head: true, servers: [nginx, caddy, apache, netlify] }
websub: { hubs: [https://hub.example/] }
archive: month
partners: [{ profile: standard }, { profile: ninjs }, { profile: wire-rss }]
`;

/** Names that have a meaning to file systems, servers, markup or programs. */
const names = [
  ...[
    "../../evil",
    "..",
    ".",
    "/etc/evil",
    "\\\\evil\\x",
    "~",
    "con",
    "aux.xml",
    "rss.xml",
    "feeds.opml",
    ".htaccess",
  ],
  ...[
    "a\nEvil: header",
    "a\r\nEvil: header",
    "a\tEvil",
    "a\0Evil",
    "a\x1b]0;Evil\x07",
    "a\u202eEvil",
    "a\ud800Evil",
  ],
  ...[
    '"><script>Evil()</script>',
    "</title><Evil/>",
    "]]><Evil/>",
    "<!--Evil",
    "&Evil;",
    "'Evil\"",
    "{{Evil}}",
  ],
  ...[
    "; } location /Evil { deny all; }",
    "`Evil`",
    "$uri$Evil",
    "%0d%0aEvil",
    "*",
    ":splat",
    "Evil".repeat(200),
    "é",
    "e\u0301",
    "É",
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty"],
];

function filesIn(path: string, below = ""): string[] {
  return readdirSync(join(path, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path, name) : [name];
  });
}

test("whatever topics, tags and authors are called, files stay in the output folder under plain names", async () => {
  const articles = names.map((name, index) => {
    const quoted = JSON.stringify(name);
    const text = `---\ntitle: ${quoted}\ndate: 2025-01-01\nid: ${quoted}\nslug: s${index}\ntopic: ${quoted}\ntags: [${quoted}]\nauthors: [{ name: ${quoted} }]\nsummary: ${quoted}\ncredit: ${quoted}\n---\n`;
    return [`articles/a${index}.md`, text] as const;
  });
  const cwd = folder({ "feedwright.yaml": everything, ...Object.fromEntries(articles) });
  const before = filesIn(cwd);
  const { out, exitCode } = await run(["build", "--json", "--now", "2026-01-01T00:00:00Z"], { cwd });
  expect([0, 1]).toContain(exitCode);
  expect(JSON.parse(out).published).toBeGreaterThan(names.length - 5);
  const written = filesIn(cwd).filter((path) => !before.includes(path) && !path.startsWith(".feedwright/"));
  expect(written.length).toBeGreaterThan(100);
  for (const path of written) {
    expect(path).toMatch(
      /^dist\/(?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*\/){0,2}(?:_headers|\.?[\w-]+(?:\.[a-z]+)?)$/u,
    );
    expect(Buffer.byteLength(path)).toBeLessThan(220);
    const text = readFileSync(join(cwd, path), "utf8");
    if (/\.(?:xml|opml)$/.test(path)) expect(parseXml(text)).not.toContain("Evil");
    if (path.endsWith(".json")) expect(JSON.parse(text)).toBeTypeOf("object");
    // What an article gives gets no further into a server's file than a folder's name does.
    if (path.startsWith("dist/delivery/") || /_headers|htaccess/.test(path))
      expect(text).not.toMatch(/Evil|[^\P{C}\n\t]/u);
    if (path === "dist/_headers")
      for (const line of text.split("\n"))
        expect(line).toMatch(
          /^(?:#.*|\/[\w/%.*~-]+| {2}(?:Content-Type|Cache-Control|Access-Control-Allow-Origin|X-Content-Type-Options|Link): [\x20-\x7e]+|)$/,
        );
  }
  const page = readFileSync(join(cwd, "dist/index.html"), "utf8");
  expect(page).not.toMatch(/<script|<Evil/);
});

test("whatever an article's file is called, its address is one path on the site, and nothing else is made of it", async () => {
  const files = [
    "a\nEvil.md",
    "a\x1b[2J.md",
    "a\u202e.md",
    "..evil.md",
    "a%2e%2e%2fevil.md",
    'a"><b>.md',
    "con.md",
    "é.md",
    "e\u0301.md",
    "A.md",
    "a.md",
    `${"x".repeat(240)}.md`,
    "a b?c#d.md",
    "a\\..\\b.md",
    "javascript:X().md",
    "a&b;.md",
    "]]>.md",
  ];
  const stories = files.map((name, index) => [`articles/${name}`, story(`T${index}`, "2025-01-01")] as const);
  const cwd = folder({ "feedwright.yaml": site, ...Object.fromEntries(stories) });
  const { out } = await run(["build", "--json"], { cwd });
  expect(JSON.parse(out).published).toBeGreaterThan(files.length - 4);
  const feed = JSON.parse(readFileSync(join(cwd, "dist/feed.json"), "utf8"));
  for (const { url } of feed.items) {
    expect(url).toMatch(/^https:\/\/daily\.example\/[\w~.%!$&'()*+,;=:@[\]-]+\/$/);
    expect(new URL(url).href).toBe(url);
  }
  expect(parseXml(readFileSync(join(cwd, "dist/rss.xml"), "utf8"))).not.toContain("Evil");
  expect(filesIn(join(cwd, "dist")).sort()).toEqual(["atom.xml", "feed.json", "rss.xml"]);
});

test("a name that isn't UTF-8 is told of, and costs no other", async () => {
  const cwd = folder({ "feedwright.yaml": site, "articles/good.md": story("Good", "2025-01-01") });
  const name = Buffer.concat([
    Buffer.from(`${cwd}/articles/`),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(".md"),
  ]);
  const { writeFileSync } = await import("node:fs");
  writeFileSync(name, story("Bad", "2025-01-02"));
  expect(lstatSync(name).isFile()).toBe(true);
  const { out } = await run(["build", "--json"], { cwd });
  expect(JSON.parse(out)).toMatchObject({ published: 1, skipped: [{ reason: "name is not UTF-8" }] });
});

test.each([
  "../out.xml",
  "/etc/out.xml",
  "a/../../out.xml",
  "a\\..\\out.xml",
  ".hidden.xml",
  "a\n.xml",
  "out.exe",
  "con:.xml",
])("no partner's file is at %j", async (path) => {
  const cwd = folder({
    "feedwright.yaml": `${site}partners: [{ profile: standard, path: ${JSON.stringify(path)} }]\n`,
  });
  const { exitCode, err } = await run(["build"], { cwd });
  expect(exitCode).toBe(2);
  expect(err).toContain("config-value");
});
