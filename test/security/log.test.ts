import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, run, site, story } from "../cli/support.ts";

/** Steers terminals: a colour, a title, the clipboard, C1's own sign for an escape, a bell, a line that is written over. */
const escapes = "\x1b[31mred\x1b]0;title\x07\x1b]52;c;YQ==\x07\u009b2J\r\b\x7f";
/** Turn a line's direction, or hide in it. */
const invisible = "\u202e\u2066\u200b\u2028\u00ad\u{e0041}";
const commands =
  "\n::error::forged\n::add-mask::a\n##[error]forged\n##vso[task.complete]forged\n##teamcity[setParameter]";
const hostile = `a${escapes}${invisible}${commands}`;

const steering =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\u{e0000}-\u{e007f}]/u;
const obeyed = /^\s*::|##(?:vso|teamcity)?\[/m;

/** Each way in which an article, its file or its configuration gets into what is said. */
function newsroom(): string {
  const quoted = JSON.stringify(hostile);
  return folder({
    "feedwright.yaml": `${site}scopes: [topic, tag, author]\n`,
    "articles/late.md": `---\ntitle: ${quoted}\ndate: 2030-01-01\ntopic: ${quoted}\ntags: [${quoted}]\n---\n`,
    "articles/draft.md": `---\ntitle: ${quoted}\ndate: 2025-01-01\ndraft: true\n---\n`,
    "articles/good.md": `---\ntitle: ${quoted}\ndate: 2025-01-01\ntopic: ${quoted}\ntags: [${quoted}]\nauthors: [{ name: ${quoted} }]\n---\n`,
    "articles/field.md": `---\ntitle: A\ndate: ${quoted}\nlanguage: ${quoted}\ncanonical: ${quoted}\n---\n`,
    "articles/keys.md": `---\ntitle: A\ndate: 2025-01-01\n${JSON.stringify(`draf${escapes}`)}: 1\nstatus: ${quoted}\npermalink: ${quoted}\n---\n`,
    "articles/links.md": `---\ntitle: B\ndate: 2025-01-02\n---\n<a href="javascript:${hostile.replaceAll("\n", "&#10;")}">a</a> ![](../../${encodeURIComponent(escapes)}.png) {{ ${escapes} }}`,
    [`articles/na${escapes.replaceAll("/", "")}${invisible}\n::error::me.md`]: "no head",
    "articles/::error::first.md": "no head",
    "articles/_::error::partial.md": "skipped",
    "articles/##[group]dir/##[error]x.md": story("C", "2025-13-13"),
  });
}

test.each([["build"], ["build", "--verbose"], ["build", "--dry-run"], ["next"], ["next", "--all"]])(
  "what `%s %s` says steers no terminal, and gives no orders to whoever keeps its log",
  async (...argv) => {
    const cwd = newsroom();
    for (const at of [cwd, join(cwd, "articles")]) {
      const { out, err } = await run(argv.filter(Boolean), { cwd: at });
      expect(out + err).not.toBe("");
      expect(out + err).not.toMatch(steering);
      expect(out + err).not.toMatch(obeyed);
    }
  },
);

test("a name that begins as an order to GitHub's runners doesn't begin its line", async () => {
  const cwd = folder({
    "::error::a.md": "no head",
    "_::error::b.md": "",
    "::c.md": story("C", "2025-01-01", "draft: true\n"),
  });
  const { out, err } = await run(["build", "--verbose", "--title", "T", "--url", "https://a.example/"], {
    cwd,
  });
  expect(err).toContain("./::error::a.md");
  expect(out).toContain("./::c.md");
  expect(out + err).not.toMatch(obeyed);
});

test.each([["build"], ["next"]])(
  "the JSON of `%s` steers no terminal either and gives no orders, and says what was there",
  async (command) => {
    const { out } = await run([command, "--json"], { cwd: newsroom() });
    expect(out).not.toMatch(steering);
    expect(out).not.toMatch(obeyed);
    const told = JSON.stringify(JSON.parse(out));
    expect(told).toContain(JSON.stringify("\u202e\u2066").slice(1, -1));
    expect(told).toContain("##vso[task.complete]");
  },
);

test("a configuration's values steer no terminal", async () => {
  const cwd = folder({ "articles/a.md": story("A", "2025-01-01") });
  writeFileSync(
    join(cwd, "feedwright.yaml"),
    `${site}${JSON.stringify(hostile)}: 1\nfeeds: { content: ${JSON.stringify(hostile)} }\n`,
  );
  const { err } = await run(["build"], { cwd });
  expect(err).toContain("config-key-unknown");
  expect(err).not.toMatch(steering);
  expect(err).not.toMatch(obeyed);
});
