import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Answer, Asking } from "../../src/cli/io.ts";
import { folder, run, site, story } from "./support.ts";

const newsroom = (files: Readonly<Record<string, string>> = {}) =>
  folder({ "feedwright.yaml": `${site}  timezone: Europe/Kyiv\n`, ...files });
const uuid = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Answers in turn, and remembers what was asked. */
function answering(...answers: string[]) {
  const asked: (string | readonly Answer[])[] = [];
  const asking: Asking = {
    async text(question, wrong) {
      asked.push(question);
      const answer = answers.shift() ?? "";
      const fault = wrong(answer);
      if (fault === undefined) return answer;
      asked.push(fault);
      return this.text(question, wrong);
    },
    async choose(_, choices) {
      asked.push(choices);
      return answers.shift() ?? "";
    },
  };
  return { asked, asking };
}

describe("feedwright new", () => {
  it("writes an article with an id, and a date in the site's zone, and prints its path", async () => {
    const cwd = newsroom();
    expect(await run(["new", "The city's budget: who pays?"], { cwd })).toEqual({
      exitCode: 0,
      out: "articles/the-citys-budget-who-pays.md\n",
      err: "",
    });
    const lines = readFileSync(join(cwd, "articles/the-citys-budget-who-pays.md"), "utf8").split("\n");
    const [id] = lines.splice(3, 1);
    expect(lines).toEqual([
      "---",
      "title: 'The city''s budget: who pays?'",
      // The clock of the tests says midnight in UTC.
      "date: 2026-01-01T02:00:00+02:00",
      "---",
      "",
      "",
    ]);
    expect(id?.replace("id: ", "")).toMatch(uuid);
  });

  it("writes what the next build publishes, under the headline's own words", async () => {
    const cwd = newsroom();
    const titles = [
      'Hello: "World" # not a comment',
      "2024",
      "yes",
      "- a list?",
      "Äpfel & Birnen",
      "{a}",
      "'",
    ];
    for (const [index, title] of titles.entries())
      await run(["new", "--name", `n${index}`, "--topic", "on", "--", title], { cwd });
    const { exitCode, err } = await run(["build"], { cwd });
    expect([exitCode, err]).toEqual([0, ""]);
    const { items = [] } = parseRssFeed(readFileSync(join(cwd, "dist/rss.xml"), "utf8"));
    expect(items.map(({ title }) => title).sort()).toEqual([...titles].sort());
    expect(new Set(items.map(({ categories }) => categories?.[0]?.name))).toEqual(new Set(["on"]));
    for (const { guid } of items) expect(guid?.value).toMatch(uuid);
  });

  it("--draft holds it back; --date says when, in the site's zone where it names none", async () => {
    const cwd = newsroom();
    await run(["new", "One", "--draft"], { cwd });
    await run(["new", "Two", "--date", "2026-07-01T09:00"], { cwd });
    await run(["new", "Three", "--date", "2026-07-01T09:00:00Z"], { cwd });
    expect(readFileSync(join(cwd, "articles/one.md"), "utf8")).toContain("\ndraft: true\n");
    expect(readFileSync(join(cwd, "articles/two.md"), "utf8")).toContain(
      "\ndate: 2026-07-01T09:00:00+03:00\n",
    );
    expect(readFileSync(join(cwd, "articles/three.md"), "utf8")).toContain(
      "\ndate: 2026-07-01T12:00:00+03:00\n",
    );
  });

  it.each([
    ["author: Jane Doe", "authors: Jane Doe"],
    [
      "authors: [Jane Doe, Desk <desk@a.example>]",
      "authors: [Jane Doe, {name: Desk, email: desk@a.example}]",
    ],
    ["author: {name: Desk, url: https://a.example/}", "authors: [{name: Desk, url: https://a.example/}]"],
  ])("has the configuration's byline: %s", async (line, expected) => {
    const cwd = newsroom({ "feedwright.yaml": `${site}  ${line}\n` });
    await run(["new", "One"], { cwd });
    expect(readFileSync(join(cwd, "articles/one.md"), "utf8").split("\n")).toContain(expected);
  });

  it.each([
    ["Київ сьогодні", "київ-сьогодні.md"],
    ["../../etc/passwd", "etc-passwd.md"],
    ["Index", "index-1.md"],
    ["CON", "con-1.md"],
    ["readme", "readme-1.md"],
    [`${"long ".repeat(60)}`, `${"long-".repeat(20).slice(0, -1)}.md`],
    ["ж".repeat(90), `${"ж".repeat(50)}.md`],
  ])("%s is called %s", async (title, name) => {
    const cwd = newsroom();
    await run(["new", title], { cwd });
    expect(readdirSync(join(cwd, "articles"))).toEqual([name]);
  });

  it("has its day in its name where its neighbours have", async () => {
    const dated = newsroom({
      "articles/blog/2025-01-01-a.md": "",
      "articles/blog/2025-01-02-b.mdx": "",
      "articles/blog/c.md": "",
    });
    expect((await run(["new", "One", "--folder", "blog"], { cwd: dated })).out).toBe(
      "articles/blog/2026-01-01-one.md\n",
    );
    const half = newsroom({
      "articles/2025-01-01-a.md": "",
      "articles/b.md": "",
      "articles/2025-01-01.png": "",
    });
    expect((await run(["new", "One"], { cwd: half })).out).toBe("articles/one.md\n");
    const jekyll = folder({ "feedwright.yaml": `${site}content: _posts\n` });
    expect((await run(["new", "One"], { cwd: jekyll })).out).toBe("_posts/2026-01-01-one.md\n");
  });

  it("never overwrites: not an article, nor what a link leads to", async () => {
    const cwd = newsroom({ "articles/one.md": "mine", "elsewhere.md": "theirs" });
    symlinkSync("../elsewhere.md", join(cwd, "articles/two.md"));
    symlinkSync("../nowhere.md", join(cwd, "articles/three.md"));
    for (const title of ["One", "Two", "Three"]) {
      const { exitCode, out, err } = await run(["new", title], { cwd });
      expect([exitCode, out]).toEqual([2, ""]);
      expect(err).toContain(
        `articles/${title.toLowerCase()}.md: error: there is an article of that name already`,
      );
    }
    expect(readFileSync(join(cwd, "articles/one.md"), "utf8")).toBe("mine");
    expect(readdirSync(cwd).sort()).toEqual(["articles", "elsewhere.md", "feedwright.yaml"]);
  });

  it.each([
    [["new"], "a new article needs its headline [headline-empty]"],
    [["new", " \n"], "a new article needs its headline [headline-empty]"],
    [["new", "?!"], "`?!` has no letters or digits to name a file by [headline-nameless]"],
    [["new", "One", "--name", "…"], "`…` has no letters or digits to name a file by [headline-nameless]"],
    [["new", "One", "two"], "`two` belongs to no flag [word-unexpected]"],
    [
      ["new", "One", "--folder", "../other"],
      "`../other` is not in the content folder, articles [folder-outside]",
    ],
    [
      ["new", "One", "--folder", "../articles2"],
      "`../articles2` is not in the content folder, articles [folder-outside]",
    ],
    [
      ["new", "One", "--date", "soon"],
      "`--date` is `soon`; expected a date, as in 2026-12-01 or 2026-12-01T09:00 [flag-value]",
    ],
    [
      ["new", "One", "--date", "2026-02-30"],
      "`--date` is `2026-02-30`; expected a date, as in 2026-12-01 or 2026-12-01T09:00 [flag-value]",
    ],
  ])("%j writes nothing", async (argv, expected) => {
    const cwd = newsroom();
    const { exitCode, out, err } = await run(argv, { cwd });
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toContain(`error: ${expected}`);
    expect(readdirSync(cwd)).toEqual(["feedwright.yaml"]);
  });

  it("says what the system says where it can't write", async () => {
    const cwd = newsroom();
    writeFileSync(join(cwd, "articles"), "a file");
    const { exitCode, err } = await run(["new", "One"], { cwd });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/the article can't be written: E(?:EXIST|NOTDIR).*\[article-unwritable]/);
  });

  it("--json says it to machines", async () => {
    const cwd = newsroom();
    const { out } = await run(["new", "One", "--json", "--topic", "City"], {
      cwd,
      asking: answering().asking,
    });
    expect(JSON.parse(out)).toEqual({
      exitCode: 0,
      path: join(cwd, "articles/one.md"),
      file: "one.md",
      id: expect.stringMatching(uuid),
      date: "2026-01-01T02:00:00+02:00",
      topic: "City",
      draft: false,
      problems: [],
    });
    expect(JSON.parse((await run(["new", "Two", "--json"], { cwd })).out)).toMatchObject({ topic: null });
  });
});

describe("the topic of a new article", () => {
  const topics = {
    "articles/a.md": story("A", "2025-01-01", "topic: Sport\n"),
    "articles/b.md": story("B", "2025-01-01", "topic: Politics\n"),
    "articles/c.md": story("C", "2025-01-01", "topic: Politics\n"),
    "articles/d.md": story("D", "2025-01-01"),
  };

  it.each([
    ["Politcs", "Politics"],
    ["politics", "Politics"],
  ])("%s is written, and told to be near %s", async (seen, meant) => {
    const cwd = newsroom(topics);
    const { exitCode, out, err } = await run(["new", "One", "--topic", seen], { cwd });
    expect([exitCode, out]).toEqual([0, "articles/one.md\n"]);
    expect(err).toContain(
      `no other article has the topic \`${seen}\`, but some have \`${meant}\` [topic-near]`,
    );
    expect(readFileSync(join(cwd, "articles/one.md"), "utf8")).toContain(`topic: ${seen}\n`);
  });

  it.each(["Politics", "Weather", ""])("%j is taken as it is", async (topic) => {
    const cwd = newsroom(topics);
    expect(await run(["new", "One", "--topic", topic], { cwd })).toMatchObject({ exitCode: 0, err: "" });
    expect(readFileSync(join(cwd, "articles/one.md"), "utf8").includes("topic:")).toBe(topic !== "");
  });

  it("is known from the last build's index, where that has topics", async () => {
    const cwd = newsroom({ ...topics, "feedwright.yaml": `${site}scopes: [topic]\n` });
    await run(["build"], { cwd });
    expect((await run(["new", "One", "--topic", "Sprot"], { cwd })).err).toContain("but some have `Sport`");
  });

  it("is chosen at a terminal from those that exist, the most used first", async () => {
    const cwd = newsroom(topics);
    const { asked, asking } = answering("", "One", "0");
    await run(["new"], { cwd, asking });
    expect(asked).toEqual([
      "Headline",
      "An article needs its headline",
      "Headline",
      [
        { value: "0", label: "Politics" },
        { value: "1", label: "Sport" },
        { value: "another", label: "Another one" },
        { value: "none", label: "No topic" },
      ],
    ]);
    expect(readFileSync(join(cwd, "articles/one.md"), "utf8")).toContain("topic: Politics\n");
  });

  it("can be a new one, or none", async () => {
    const cwd = newsroom();
    await run(["new", "One"], { cwd, asking: answering("another", "", "Weather").asking });
    await run(["new", "Two"], { cwd, asking: answering("none").asking });
    expect(readFileSync(join(cwd, "articles/one.md"), "utf8")).toContain("topic: Weather\n");
    expect(readFileSync(join(cwd, "articles/two.md"), "utf8")).not.toContain("topic:");
  });

  it("costs no reading of articles where nobody asks", async () => {
    const cwd = newsroom(topics);
    mkdirSync(join(cwd, "articles/locked"), { mode: 0o000 });
    expect(await run(["new", "One"], { cwd })).toMatchObject({ exitCode: 0, err: "" });
  });
});
