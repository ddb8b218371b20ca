import { describe, expect, test } from "vitest";
import { readAll, readOne, refusalsOf, story } from "./support.ts";

/** Where a head's mistakes are said to stand: `line:column code`. */
function placesIn(text: string): readonly string[] {
  return readAll({ "story.md": text }).places.map((place) => place.slice("story.md:".length));
}

describe("a mistake costs the article where the word decides what is published:", () => {
  test.each([
    ["a title that is a list", "title: [A]\ndate: 2025-02-23", "2:1 field-type"],
    ["a title that is a map", "title: {a: b}\ndate: 2025-02-23", "2:1 field-type"],
    ["no title", "date: 2025-02-23", "2:1 field-missing"],
    ["an empty title", 'title: " "\ndate: 2025-02-23', "2:1 field-missing"],
    ["no date", "title: A", "2:1 field-missing"],
    ["a date that is none", "title: A\ndate: soon", "3:1 date-unreadable"],
    [
      "a date that takes a hundred characters",
      `title: A\ndate: 2025-02-23${" ".repeat(100)}10:00`,
      "3:1 date-unreadable",
    ],
    ["a date that is not in the calendar", "title: A\ndate: 2025-02-30", "3:1 date-impossible"],
    ["a date that is a list", "title: A\ndate: [2025-02-23]", "3:1 field-type"],
    ["a credit that is a truth value", "title: A\ndate: 2025-02-23\ncredit: true", "4:1 field-type"],
    ["a credit of nothing", "title: A\ndate: 2025-02-23\ncredit: [{}]", "4:1 field-type"],
    ["partners in a map", "title: A\ndate: 2025-02-23\npartners: { deny: { pa: true } }", "4:1 field-type"],
    [
      "partners in a list of lists",
      "title: A\ndate: 2025-02-23\npartners: { deny: [[pa]] }",
      "4:1 field-type",
    ],
    ["partners between blanks", "title: A\ndate: 2025-02-23\npartners: { deny: pa pb }", "4:1 field-type"],
    ["a date under another name", "title: A\npubDate: 2025-02-30", "3:1 date-impossible"],
    ["an update that is none", "title: A\ndate: 2025-02-23\nlastmod: later", "4:1 date-unreadable"],
    [
      "a date inside a map",
      "title: A\ndate: 2025-02-23\nlast_update:\n  date: 2025-02-30",
      "4:1 date-impossible",
    ],
    ["an expiry that is none", "title: A\ndate: 2025-02-23\nexpires: never", "4:1 date-unreadable"],
    [
      "an embargo that is none",
      "title: A\ndate: 2025-02-23\nembargo: 2025-02-23T25:00",
      "4:1 date-impossible",
    ],
    ["a draft that is neither", "title: A\ndate: 2025-02-23\ndraft: maybe", "4:1 field-type"],
    ["a misspelt withdrawal", "title: A\ndate: 2025-02-23\nstatus: withdrawm", "4:1 status-misspelt"],
    ["a withdrawal on no day", "title: A\ndate: 2025-02-23\nwithdrawn: 2025-02-30", "4:1 date-impossible"],
    [
      "a key given twice, in two spellings",
      "title: A\ndate: 2025-02-23\nstatus: published\nStatus: withdrawn",
      "5:1 field-twice",
    ],
    [
      "another's key given twice",
      "title: A\ndate: 2025-02-23\nexpiryDate: 2025-03-01\nexpirydate: 2026-03-01",
      "5:1 field-twice",
    ],
    ["an id that is a list", "title: A\ndate: 2025-02-23\nid: [a]", "4:1 field-type"],
    ["an id that is a map", "title: A\ndate: 2025-02-23\nguid: {a: b}", "4:1 field-type"],
    ["a date before all years, in UTC", "title: A\ndate: 0001-01-01T00:00:00+14:00", "3:1 date-impossible"],
    ["a date after all years, in UTC", "title: A\ndate: 9999-12-31T23:59:59-12:00", "3:1 date-impossible"],
    ["partners that are a list", "title: A\ndate: 2025-02-23\npartners: [x]", "4:1 field-type"],
    [
      "partners both allowed and denied",
      "title: A\ndate: 2025-02-23\npartners: {allow: [x], deny: [y]}",
      "4:1 field-type",
    ],
    [
      "a permalink on another site",
      "title: A\ndate: 2025-02-23\npermalink: https://evil.example/",
      "4:1 permalink-outside",
    ],
    [
      "a correction on no day",
      "title: A\ndate: 2025-02-23\ncorrections:\n  - note: A\n    date: 2025-02-30",
      "6:5 date-impossible",
    ],
  ])("%s", (_, head, place) => {
    expect(refusalsOf(`---\n${head}\n---\n`)).toEqual([place]);
  });

  test("every mistake is said, not only the first", () => {
    const head = "---\ntitle: [A]\ndate: 2025-02-30\nexpires: never\ndraft: maybe\n---\n";
    expect(refusalsOf(head)).toEqual(
      expect.arrayContaining([
        "2:1 field-type",
        "3:1 date-impossible",
        "4:1 date-unreadable",
        "5:1 field-type",
      ]),
    );
  });

  test("a key given twice that says the same, or nothing, is no mistake", () => {
    const { article, codes } = readOne(
      story("status: withdrawn\nStatus: withdrawn\ndraft: true\nDraft: false"),
    );
    expect(article).toMatchObject({ draft: true, withdrawn: {} });
    expect(codes).toEqual([]);
  });

  test("twenty errors and twenty warnings are said, and how many are not", () => {
    const list = "  - 7\n".repeat(30);
    const { articles, problems, places } = readAll({
      "a.md": story(`corrections:\n${"  - {date: soon, note: A}\n".repeat(25)}authors:\n${list}`),
    });
    expect(articles).toEqual([]);
    expect(problems.map(({ severity }) => severity).filter((each) => each === "error")).toHaveLength(20);
    expect(places.slice(-3)).toEqual([
      "a.md:23:6 date-unreadable",
      "a.md:24:6 date-unreadable",
      "a.md:2:1 problems-unsaid",
    ]);
    const warned = readAll({ "a.md": story(`authors:\n${list}`) });
    expect(warned.articles).toHaveLength(1);
    expect(warned.codes).toHaveLength(21);
    expect(warned.problems.at(-1)?.message).toContain("10 more");
  });

  test("and a date in the file's name is no exception", () => {
    const { articles, codes, problems } = readAll({ "2025-02-30-a.md": "---\ntitle: A\n---\n" });
    expect(articles).toEqual([]);
    expect(codes).toContain("date-impossible");
    expect(problems[0]?.message).toContain("the file's name");
  });
});

describe("any other mistake is a warning, and leaves the value out:", () => {
  test.each([
    ["a summary that is a list", "summary: [a, b]", "4:1 field-ignored"],
    ["an address of comments that is none", "comments: here", "4:1 field-url"],
    ["a canonical address that is none", "canonical: javascript:alert(1)", "4:1 field-url"],
    ["a summary given twice, in two spellings", "summary: A\nSummary: B", "5:1 field-repeated"],
    ["a language without end", `language: ${"en-".repeat(99)}us`, "4:1 field-language"],
    ["a language that is none", "language: english language", "4:1 field-language"],
    ["a picture that is an empty map", "image: {}", "4:1 field-ignored"],
    ["a source that is a name", "source: Agency", "4:1 field-ignored"],
    ["an author that is a number", "authors: [7]", "4:11 field-ignored"],
    ["an author without a name", "authors:\n  - url: https://news.example/", "5:5 field-ignored"],
    [
      "an enclosure without an address",
      "enclosures:\n  - a.mp3\n  - {type: audio/mpeg}",
      "6:5 field-ignored",
    ],
    ["a correction without a note", "corrections:\n  - date: 2025-02-24", "5:5 field-ignored"],
    ["another system's status", "status: reviewed", "4:1 status-unknown"],
  ])("%s", (_, head, place) => {
    expect(readOne(story(head)).places).toEqual([`story.md:${place}`]);
  });

  test("and what is right beside it stays", () => {
    const { article } = readOne(
      story("authors: [7, The desk]\nenclosures:\n  - {type: audio/mpeg}\n  - a.mp3"),
    );
    expect(article.authors).toEqual([{ name: "The desk" }]);
    expect(article.enclosures.map(({ url }) => url)).toEqual(["a.mp3"]);
  });

  test("under another generator's name it may mean something else there, and nothing is said", () => {
    const { article, codes } = readOne(
      story("header: {overlay_color: red}\nheadline: A\ncover: 5\nauthor: [1]"),
    );
    expect(codes).toEqual([]);
    expect(article.authors).toEqual([]);
  });
});

describe("a mistake's place is found in", () => {
  test("YAML, with quotes, indents and blank lines", () => {
    expect(placesIn('\n\n---\n# head\ntitle: A\n"date" : 2025-02-30\n---\n')).toEqual([
      "6:1 date-impossible",
    ]);
    expect(placesIn("---\ntitle: A\nparams:\n  date: 2025-02-30\n---\n")).toEqual(["4:3 date-impossible"]);
    expect(placesIn("---\r\ntitle: A\r\ndate: 2025-02-30\r\n---\r\n")).toEqual(["3:1 date-impossible"]);
    expect(placesIn("\uFEFF---\ntitle: A\ndate: 2025-02-30\n---\n")).toEqual(["3:1 date-impossible"]);
    expect(placesIn("\r\r\n---\ntitle: A\rx: 1\ndate: 2025-02-30\n---\n")).toEqual(["6:1 date-impossible"]);
    expect(placesIn("---\ntitle: A\rdate: 2025-02-23\n--- x\n")).toEqual(["4:1 head-fence"]);
  });

  test("YAML, in a line that goes on at the left margin, as it was written", () => {
    expect(placesIn('---\ntitle: "A\nlong" title"\n---\n')).toEqual(["3:7 head-syntax"]);
  });

  test("YAML, at what is above a key that isn't there itself", () => {
    const corrections = "corrections:\n  - on: 2025-02-30\n    note: A\n";
    expect(placesIn(story(corrections))).toEqual(["5:5 date-impossible"]);
    expect(placesIn("---\ntitle: A\nbase: &base\n  date: 2025-02-30\n<<: *base\n---\n")).toEqual([
      "2:1 date-impossible",
    ]);
  });

  test("TOML, behind a date in the same line", () => {
    const head = (line: string) => `+++\nupdated = 2025-02-24\n${line}\n+++\n`;
    expect(placesIn(head("date = 2025-02-23T14:10l"))).toEqual(["3:24 head-syntax"]);
    expect(placesIn(head("a = [2025-02-23, 2025-02-24, x]"))).toEqual(["3:30 head-syntax"]);
  });

  test("TOML, also in a table that has a name twice", () => {
    const date = "date-impossible";
    expect(placesIn('+++\ntitle = "A"\ndate = 2025-02-30\n+++\n')).toEqual([`3:1 ${date}`]);
    expect(placesIn('+++\ntitle = "A"\n[params]\n  date = 2025-02-30\n+++\n')).toEqual([`4:3 ${date}`]);
    const corrections =
      '[[corrections]]\nnote = "a"\ndate = 2025-02-24\n[[corrections]]\nnote = "b"\ndate = 2025-02-30\n';
    expect(placesIn(`+++\ntitle = "A"\ndate = 2025-02-23\n${corrections}+++\n`)).toEqual([`9:1 ${date}`]);
    const outOfOrder = '[params.last_update]\ndate = 2025-02-30\n[params]\nauthor = "The desk"\n';
    expect(placesIn(`+++\ntitle = "A"\ndate = 2025-02-23\n${outOfOrder}+++\n`)).toEqual([`4:1 ${date}`]);
  });

  test("TOML whose long texts hold what looks like a key", () => {
    for (const quotes of ['"""', "'''"]) {
      const text = `+++\ntitle = "A"\nx = ${quotes}\ndate = no\n${quotes}\ndate = 2025-02-30\n+++\n`;
      expect(placesIn(text)).toEqual(["6:1 date-impossible"]);
    }
  });

  test("JSON", () => {
    const bare = '{\n  "title": "A",\n  "date": "2025-02-30"\n}\n';
    expect(placesIn(bare)).toEqual(["3:3 date-impossible"]);
    expect(placesIn(`---json\n${bare}---\n`)).toEqual(["4:3 date-impossible"]);
    expect(placesIn('{\n\t"title": "A",\n\t"date": "2025-02-30"\n}\n')).toEqual(["3:2 date-impossible"]);
    const deep = `${"[".repeat(60)}${"]".repeat(60)}`;
    expect(placesIn(`{"x": ${deep},\n"title": "A", "date": "2025-02-30"}`)).toEqual(["1:1 date-impossible"]);
    expect(placesIn('{"title": "A", "params": {"date": "2025-02-30"}}')).toEqual(["1:27 date-impossible"]);
  });

  test("header lines", () => {
    expect(placesIn("\nTitle: A\nSummary: date\n  date: no\nDate: 2025-02-30\n\nText.\n")).toEqual([
      "5:1 date-impossible",
    ]);
  });
});

describe("a near miss of a word is warned of", () => {
  test.each([["titel", "title", "---\nTitle: A\ntitel: B\ndate: 2025-02-23\n---\n"]])(
    "not where the word itself stands: %s",
    (_, __, text) => {
      expect(readOne(text).codes).toEqual([]);
    },
  );

  test.each([
    ["sumary", "summary"],
    ["langauge", "language"],
    ["Enclosurs", "enclosures"],
    ["authro", "author"],
  ])("%s", (key, meant) => {
    const { problems, places } = readOne(story(`x: 1\n${key}: y`));
    expect(places).toEqual(["story.md:5:1 field-unknown"]);
    expect(problems[0]?.hint).toBe(`did you mean \`${meant}\`?`);
  });

  test.each([
    ["expire", "expires"],
    ["updatd", "updated"],
    ["draf", "draft"],
    ["embrago", "embargo"],
    ["satus", "status"],
    ["credti", "credit"],
  ])("%s decides what is published, and costs the article", (key, meant) => {
    const { problems, places, articles } = readAll({ "story.md": story(`${key}: true`) });
    expect(articles).toEqual([]);
    expect(places).toEqual(["story.md:4:1 field-misspelt"]);
    expect(problems[0]?.hint).toContain(`did you mean \`${meant}\`?`);
  });

  test.each(["private: true", "publish: false", "public: false", "published: false"])(
    "%s is a draft",
    (line) => {
      expect(readOne(story(line)).article.draft).toBe(true);
    },
  );

  test("a key of its own right is no near miss", () => {
    const keys =
      "layout weight toc slugs rating type aliases params math series menu robots data dates times".split(
        " ",
      );
    expect(readOne(story(keys.map((key) => `${key}: 1`).join("\n"))).codes).toEqual([]);
  });
});

describe("values are read with a little sense:", () => {
  test("YAML 1.1's truth values count for `draft`", () => {
    for (const yes of ["true", "True", "yes", "on", "y", "1", '"true"'])
      expect(readOne(story(`draft: ${yes}`)).article.draft).toBe(true);
    for (const no of ["false", "no", "off", "n", "0", "", "null", '"false"'])
      expect(readOne(story(`draft: ${no}`)).article.draft).toBe(false);
  });

  test("a number is a text where a text is expected", () => {
    const { article } = readOne("---\ntitle: 1984\ndate: 2025-02-23\nid: 42\ntags: [5, true]\n---\n");
    expect(article).toMatchObject({ title: "1984", id: "42", tags: ["5", "true"] });
  });

  test("a number too large for JavaScript keeps its digits", () => {
    const id = "115003214567890123";
    expect(readOne(story(`id: ${id}`)).article.id).toBe(id);
    expect(readOne(`+++\ntitle = "A"\ndate = 2025-02-23\nid = ${id}\n+++\n`).article.id).toBe(id);
  });

  test("people are names, names with addresses, maps, or lists of them", () => {
    const desk = { name: "The desk", email: "desk@news.example" };
    expect(readOne(story("author: The desk <desk@news.example>")).article.authors).toEqual([desk]);
    expect(readOne(story('author: "[The desk](https://news.example/desk)"')).article.authors).toEqual([
      { name: "The desk", url: "https://news.example/desk" },
    ]);
    expect(readOne(story('author: "[The desk](about:desk)"')).article.authors).toEqual([
      { name: "The desk" },
    ]);
    expect(readOne(story("author: The desk (Kyiv)")).article.authors).toEqual([{ name: "The desk (Kyiv)" }]);
    expect(readOne(story("author: Desk, The")).article.authors).toEqual([{ name: "Desk, The" }]);
    expect(readOne(story("authors: A, B")).article.authors).toEqual([{ name: "A" }, { name: "B" }]);
    expect(readOne(story("authors: Desk, The; B")).article.authors).toEqual([
      { name: "Desk, The" },
      { name: "B" },
    ]);
    expect(
      readOne(story("author: {name: The desk, email: desk@news.example, url: ftp://x}")).article.authors,
    ).toEqual([desk]);
  });

  test("durations are seconds or a clock", () => {
    const source = ["90", '"1:30"', '"1:02:03"', "1.5", "soon"].map(
      (each) => `\n  - {url: a.mp3, duration: ${each}}`,
    );
    const durations = readOne(story(`enclosures:${source.join("")}`)).article.enclosures.map(
      ({ duration }) => duration,
    );
    expect(durations).toEqual([90, 90, 3723, 1.5, undefined]);
  });

  test("the last correction is an update; one from before publication is none", () => {
    const corrections = "corrections:\n  - {date: 2025-02-25, note: b}\n  - {date: 2025-02-24, note: a}\n";
    expect(readOne(story(corrections)).article.updated).toBe(Date.UTC(2025, 1, 25));
    expect(readOne(story(`${corrections}updated: 2025-03-01`)).article.updated).toBe(Date.UTC(2025, 2, 1));
    expect(readOne(story("updated: 2025-02-22")).article.updated).toBeUndefined();
    expect(readOne(story("updated: 2025-02-23")).article.updated).toBeUndefined();
  });

  test("an embargo is the date where there is none, and so is the last change", () => {
    const embargoed = readOne("---\ntitle: A\nembargo: 2025-02-23\n---\n").article;
    expect(embargoed).toMatchObject({ published: Date.UTC(2025, 1, 23), embargo: Date.UTC(2025, 1, 23) });
    expect(readOne("---\ntitle: A\nlastmod: 2025-02-23\n---\n").article.published).toBe(
      Date.UTC(2025, 1, 23),
    );
  });

  test("a withdrawal has a moment and a reason, or not", () => {
    expect(readOne(story("withdrawn: 2025-03-01\nreason: Wrong")).article.withdrawn).toEqual({
      since: Date.UTC(2025, 2, 1),
      reason: "Wrong",
    });
    expect(readOne(story("withdrawn: true")).article.withdrawn).toEqual({});
    expect(readOne(story("status: Withdrawn")).article.withdrawn).toEqual({});
    expect(readOne(story("withdrawn: false")).article.withdrawn).toBeUndefined();
  });

  test("partners are allowed or denied", () => {
    expect(readOne(story("partners: {allow: [a, b]}")).article.partners).toEqual({ allow: ["a", "b"] });
    expect(readOne(story("partners: {deny: a}")).article.partners).toEqual({ deny: ["a"] });
    expect(readOne(story("partners: {allow: []}")).article.partners).toEqual({ allow: [] });
  });

  test("a language is written as BCP 47 has it", () => {
    expect(readOne(story("lang: pt_br")).article.language).toBe("pt-BR");
  });
});
