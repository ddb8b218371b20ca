import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Heads } from "../../src/index/index.ts";
import type { Article } from "../../src/model.ts";
import { holdOf } from "../../src/select/due.ts";
import { Selection } from "../../src/select/index.ts";

const now = Date.UTC(2025, 1, 23, 16, 30);
const [past, future, later] = [now - 1, now + 1, now + 2];

function article(parts: Partial<Article> = {}): Article {
  return {
    file: "a.md",
    id: "a",
    permalink: `https://news.example/${parts.id ?? "a"}/`,
    title: "A",
    published: past,
    draft: false,
    tags: [],
    authors: [],
    contributors: [],
    enclosures: [],
    corrections: [],
    links: [],
    extra: {},
    ...parts,
  };
}

/** What is selected of some articles, which nothing is wrong with. */
function select(articles: readonly Article[]): Selection {
  const heads = new Heads(articles.length);
  for (const [row, each] of articles.entries()) heads.set(row, each, [], now);
  return new Selection(
    heads,
    now,
    (row) => articles[row],
    (each) => expect(each).toBeUndefined(),
  );
}

/** The ids of the newest. */
function newestOf(articles: readonly Article[], count = Number.POSITIVE_INFINITY): readonly unknown[] {
  return select(articles)
    .newest(count)
    .map((row) => articles[row]?.id);
}

describe("an article is held back:", () => {
  test.each([
    ["not when it was published before", {}, undefined],
    ["not at the very instant of its date", { published: now }, undefined],
    ["a millisecond before its date", { published: future }, { reason: "future", until: future }],
    ["not at the very instant of its embargo", { embargo: now }, undefined],
    ["a millisecond before its embargo", { embargo: future }, { reason: "embargo", until: future }],
    [
      "until the embargo, which is later than a date to come",
      { published: future, embargo: later },
      { reason: "embargo", until: later },
    ],
    [
      "until the date, which is later than the embargo",
      { published: later, embargo: future },
      { reason: "future", until: later },
    ],
    [
      "until both, which are one",
      { published: future, embargo: future },
      { reason: "embargo", until: future },
    ],
    [
      "until the date, long after the embargo",
      { published: future, embargo: past },
      { reason: "future", until: future },
    ],
    ["not a millisecond before it expires", { expires: future }, undefined],
    ["at the very instant at which it expires", { expires: now }, { reason: "expired" }],
    ["after it expired", { expires: past }, { reason: "expired" }],
    ["as expired, though it is to come", { published: future, expires: now }, { reason: "expired" }],
    [
      "as to come, where it expires later",
      { published: future, expires: later },
      { reason: "future", until: future },
    ],
    ["as a draft", { draft: true }, { reason: "draft" }],
    [
      "as a draft, though it is withdrawn, expired and to come",
      { draft: true, withdrawn: {}, expires: past, published: future },
      { reason: "draft" },
    ],
    ["as withdrawn, with or without a moment", { withdrawn: {} }, { reason: "withdrawn" }],
    [
      "as withdrawn, even where the moment is to come",
      { withdrawn: { since: future } },
      { reason: "withdrawn" },
    ],
    [
      "as withdrawn, though it is expired and to come",
      { withdrawn: {}, expires: past, published: future },
      { reason: "withdrawn" },
    ],
  ])("%s", (_, parts, hold) => {
    expect(holdOf(article(parts), now)).toEqual(hold);
  });

  const instant = fc.integer({ min: now - 3, max: now + 3 });
  const times = fc.record(
    { published: instant, embargo: instant, expires: instant },
    { requiredKeys: ["published"] },
  );

  test("whatever its times, exactly while one of them says so", () => {
    fc.assert(
      fc.property(times, ({ published, embargo = published, expires = now + 9 }) => {
        const due = published <= now && embargo <= now && expires > now;
        expect(holdOf(article({ published, embargo, expires }), now) === undefined).toBe(due);
      }),
      { numRuns: 2000 },
    );
  });

  test("until a moment at which it is due, if it doesn't expire before", () => {
    fc.assert(
      fc.property(times, (parts) => {
        const hold = holdOf(article(parts), now);
        if (hold?.until === undefined) return;
        expect(hold.until).toBeGreaterThan(now);
        expect(holdOf(article(parts), hold.until - 1)).toBeDefined();
        const after = holdOf(article(parts), hold.until);
        expect(after === undefined || after.reason === "expired").toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("articles come", () => {
  test("newest first; the same instant by id, compared as characters", () => {
    const articles = [
      article({ id: "b", published: 5 }),
      article({ id: "a", published: 4 }),
      article({ id: "é", published: 5 }),
      article({ id: "B", published: 5 }),
      article({ id: "z", published: 6 }),
    ];
    expect(newestOf(articles)).toEqual(["z", "B", "b", "é", "a"]);
    for (let count = 0; count <= 6; count++)
      expect(newestOf(articles, count)).toEqual(["z", "B", "b", "é", "a"].slice(0, count));
  });

  test("in one order, in whatever order they were read", () => {
    const ids = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 });
    const shuffled = ids.chain((all) =>
      fc.shuffledSubarray(all, { minLength: all.length }).map((other) => [all, other] as const),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 3 }), fc.nat(12), ([one, other], instants, count) => {
        const made = (id: string) =>
          article({ id, permalink: id, published: id.length % instants, draft: id.startsWith("a") });
        expect(newestOf(one.map(made), count)).toEqual(newestOf(other.map(made), count));
        expect(newestOf(one.map(made), count)).toEqual(newestOf(one.map(made)).slice(0, count));
      }),
    );
  });

  test("in two parts, none of them lost: those due, and those held back with the reason", () => {
    const articles = [
      article({ id: "draft", draft: true }),
      article({ id: "due" }),
      article({ id: "future", published: future }),
    ];
    const { due, held } = select(articles);
    expect(due).toEqual([1]);
    expect(held).toEqual([
      { row: 2, reason: "future", until: future },
      { row: 0, reason: "draft" },
    ]);
  });
});

describe("a selection is the same until", () => {
  test.each([
    ["for ever, where nothing is to come", {}, Number.POSITIVE_INFINITY],
    ["an article's date", { published: future }, future],
    ["the end of an embargo", { embargo: later }, later],
    ["an article expires", { expires: later }, later],
    [
      "the sooner of date and embargo, as a draft may have both",
      { published: later, embargo: future },
      future,
    ],
    [
      "now, where a change is to come that only the article tells",
      { updated: later, changes: [future, later] },
      now,
    ],
  ])("%s", (_, parts, until) => {
    expect(select([article(), article({ id: "b", permalink: "b", ...parts })]).until).toBe(until);
  });
});

describe("the last change is", () => {
  const lastChange = (articles: readonly Article[]) => {
    const named = articles.map((each, row) => ({ ...each, id: `${row}`, permalink: `${row}` }));
    const selection = select(named);
    return selection.lastChange(selection.due);
  };

  test("the newest of all dates and updates", () => {
    expect(lastChange([article({ published: 1, updated: 9, changes: [9] }), article({ published: 5 })])).toBe(
      9,
    );
    expect(lastChange([article({ published: 5 }), article({ published: 1 })])).toBe(5);
  });

  test("what the article says as of now, where a change is to come", () => {
    expect(lastChange([article({ published: 1, updated: 3, changes: [3, future] })])).toBe(3);
    expect(lastChange([article({ published: 1, changes: [future] })])).toBe(1);
  });

  test("none where there are no articles", () => {
    expect(lastChange([])).toBeUndefined();
  });
});
