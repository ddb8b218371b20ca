import { describe, expect, it } from "vitest";
import type { Item, Picture } from "../../src/model.ts";
import type { Profile } from "../../src/partners/profile/schema.ts";
import { item } from "../formats/samples.ts";
import { recipient, written } from "./support.ts";

const picture: Picture = {
  url: "https://news.example/a.jpg",
  type: "image/jpeg",
  length: 2048,
  width: 800,
  height: 600,
};

/** What is said of one story, and whether the partner gets it. */
function judged(profile: Partial<Profile>, one: Partial<Item>) {
  const stories = [{ item: { ...item, ...one }, file: "a.md" }];
  const { document, problems } = written(recipient(profile), { stories });
  return { has: document.ids.length === 1, problems };
}

const refusal = (rule: string, words: string) => ({
  has: false,
  problems: [`warning partner-rule: partner doesn't get it, by the rule ${rule}: ${words}`],
});
const fine = { has: true, problems: [] };

describe("a picture", () => {
  it.each<[string, Profile["images"], Picture | undefined, ReturnType<typeof judged>]>([
    ["may be missing", {}, undefined, fine],
    [
      "may be required",
      { required: true },
      undefined,
      refusal("image-missing", "there is no picture; expected one"),
    ],
    [
      "fits at the very limits",
      {
        required: true,
        minimum: { shorter: 600, longer: 800 },
        maximum: { width: 800 },
        ratio: { minimum: 4 / 3, maximum: 4 / 3 },
        bytes: "2kB",
      },
      picture,
      fine,
    ],
    [
      "has a shorter side",
      { required: true, minimum: { shorter: 601 } },
      picture,
      refusal(
        "image-size",
        "https://news.example/a.jpg is 800 × 600 px; expected at least 601 px on the shorter side",
      ),
    ],
    [
      "has a longer side",
      { required: true, minimum: { longer: 801 } },
      picture,
      refusal(
        "image-size",
        "https://news.example/a.jpg is 800 × 600 px; expected at least 801 px on the longer side",
      ),
    ],
    [
      "has a width",
      { required: true, minimum: { width: 801 } },
      picture,
      refusal("image-size", "https://news.example/a.jpg is 800 × 600 px; expected at least 801 px wide"),
    ],
    [
      "has a height",
      { required: true, maximum: { height: 599 } },
      picture,
      refusal("image-size", "https://news.example/a.jpg is 800 × 600 px; expected at most 599 px high"),
    ],
    [
      "has a ratio",
      { required: true, ratio: { maximum: 1.2 } },
      picture,
      refusal(
        "image-ratio",
        "https://news.example/a.jpg is 800 × 600 px, a ratio of 1.33; expected 1.2 or less",
      ),
    ],
    [
      "has a least ratio",
      { required: true, ratio: { minimum: 1.5 } },
      picture,
      refusal(
        "image-ratio",
        "https://news.example/a.jpg is 800 × 600 px, a ratio of 1.33; expected 1.5 or more",
      ),
    ],
    [
      "has a ratio from one to another",
      { required: true, ratio: { minimum: 1, maximum: 1.25 } },
      picture,
      refusal(
        "image-ratio",
        "https://news.example/a.jpg is 800 × 600 px, a ratio of 1.33; expected 1 to 1.25",
      ),
    ],
    [
      "has a known type",
      { required: true, types: ["image/png"], unknown: "refuse" },
      { ...picture, url: "https://news.example/a", type: undefined },
      refusal("image-type", "https://news.example/a is of no known type; expected image/png"),
    ],
    [
      "has a type",
      { required: true, types: ["image/png", "image/gif"] },
      picture,
      refusal("image-type", "https://news.example/a.jpg is image/jpeg; expected image/png, image/gif"),
    ],
    [
      "has a size in bytes",
      { required: true, bytes: "1kB" },
      picture,
      refusal("image-bytes", "https://news.example/a.jpg has 2048 bytes; expected at most 1kB"),
    ],
    [
      "fits where its size isn't known",
      { required: true, minimum: { width: 900 } },
      { url: picture.url },
      fine,
    ],
    [
      "doesn't, where that is refused",
      { required: true, minimum: { width: 900 }, unknown: "refuse" },
      { url: picture.url },
      refusal("image-size", "https://news.example/a.jpg has no known size; expected one"),
    ],
  ])("%s", (_, images, image, expected) => {
    expect(judged({ images }, { image })).toEqual(expected);
  });

  it("that isn't required is left out alone, and said", () => {
    const stories = [{ item: { ...item, image: picture }, file: "a.md" }];
    const { text, problems } = written(recipient({ images: { minimum: { width: 900 } } }), { stories });
    expect(text).toContain("<title>A headline</title>");
    expect(text).not.toContain(picture.url);
    expect(problems).toEqual([
      "warning partner-advice: partner gets it against the rule image-size: https://news.example/a.jpg is 800 × 600 px; expected at least 900 px wide",
    ]);
  });

  it("in the body counts where all count", () => {
    const contentHtml = '<p><img src="https://news.example/b.png" width="900" height="900" alt="B"></p>';
    const profile: Partial<Profile> = {
      images: { required: true, which: "all", minimum: { width: 900 } },
      item: {
        elements: [
          { element: "picture", each: "images", attributes: { alt: "${image.alt}" }, text: "${image}" },
        ],
      },
    };
    const stories = [{ item: { ...item, image: picture, contentHtml }, file: "a.md" }];
    const { text } = written(recipient(profile), { stories });
    expect(text.match(/<picture.*/g)).toEqual(['<picture alt="B">https://news.example/b.png</picture>']);
    expect(judged({ images: { ...profile.images, every: true } }, { image: picture, contentHtml }).has).toBe(
      false,
    );
  });
});

describe("a text", () => {
  const summary = "One two three four";
  it.each<[string, Partial<Profile>, Partial<Item>, ReturnType<typeof judged>]>([
    ["may be as long as the rule says", { lengths: { title: { minimum: 10, maximum: 10 } } }, {}, fine],
    [
      "may be too short",
      { lengths: { title: { minimum: 11 } } },
      {},
      refusal("title-length", "the title has 10 characters; expected at least 11"),
    ],
    [
      "may be too long",
      { lengths: { title: { maximum: 9 } } },
      {},
      refusal("title-length", "the title has 10 characters; expected at most 9"),
    ],
    ["counts what readers see", { lengths: { title: { maximum: 2 } } }, { title: "👩‍👩‍👧é" }, fine],
    [
      "is looked for",
      { require: ["summary"] },
      {},
      refusal("required", "there is no `summary`; expected one"),
    ],
    [
      "is there",
      { require: ["summary", "authors.email"] },
      { summary, authors: [{ name: "A", email: "a@b.example" }] },
      fine,
    ],
    [
      "isn't of another language",
      { languages: ["uk", "de"] },
      { language: "en-GB" },
      refusal("language", "its language is `en-GB`; expected uk, de"),
    ],
    ["may be of a kind of a language", { languages: ["en"] }, { language: "en-GB" }, fine],
    ["is of the feed's language otherwise", { languages: ["en"] }, {}, fine],
  ])("%s", (_, profile, one, expected) => {
    expect(judged(profile, one)).toEqual(expected);
  });

  it.each([
    [18, summary],
    [17, "One two three…"],
    [14, "One two three…"],
    [13, "One two…"],
    [1, "O"],
  ])("is cut after a word to %i characters", (maximum, expected) => {
    const profile: Partial<Profile> = {
      lengths: { summary: { maximum, beyond: "cut" } },
      item: { elements: [{ element: "s", text: "${summary}" }] },
    };
    const { text } = written(recipient(profile), { stories: [{ item: { ...item, summary }, file: "a.md" }] });
    expect(text).toContain(`<s>${expected}</s>`);
  });
});

describe("categories", () => {
  const one = { topic: { term: "Science" }, tags: [{ term: "Space" }, { term: "Kyiv" }] };
  const elements = [{ element: "c", each: "categories", text: "${category}" }];
  const categoriesOf = (categories: Profile["categories"]) => {
    const stories = [{ item: { ...item, ...one }, file: "a.md" }];
    const { text } = written(recipient({ categories, item: { keep: ["category"], elements } }), { stories });
    const all = (name: string) =>
      [...text.matchAll(new RegExp(`<${name}>(.*)</${name}>`, "g"))].map(([, said]) => said);
    expect(all("category")).toEqual(all("c"));
    return all("c");
  };
  const table = { science: "SCI", Space: "SCI", Sport: "SPO" };

  it("are translated, and none is named twice", () => {
    expect(categoriesOf({ table })).toEqual(["SCI", "Kyiv"]);
    expect(categoriesOf({ table, otherwise: "drop" })).toEqual(["SCI"]);
    expect(categoriesOf({ table, from: "tags" })).toEqual(["SCI", "Kyiv"]);
    expect(categoriesOf({ from: "topic" })).toEqual(["Science"]);
    expect(categoriesOf({ maximum: 2 })).toEqual(["Science", "Space"]);
    expect(categoriesOf({ table: {}, otherwise: "drop", default: "NEWS" })).toEqual(["NEWS"]);
  });

  it("may be refused", () => {
    const refused = { otherwise: "refuse", table: { Sport: "SPO" } } as const;
    expect(judged({ categories: refused }, one)).toEqual(
      refusal("category", "“Science”, “Space”, “Kyiv”; expected one that the table of categories has"),
    );
    expect(judged({ categories: { ...refused, default: "NEWS" } }, one)).toEqual(fine);
  });
});

describe("a rule of one's own", () => {
  it.each<[NonNullable<Profile["rules"]>[string], string | undefined]>([
    [{ check: "${summary}" }, "`summary` is empty; expected something"],
    [{ check: "${title}", matches: "^A h" }, undefined],
    [{ check: "${title}", matches: "^a" }, '`title` is "A headline"; expected something that matches `^a`'],
    [{ check: "${title}", minimum: 10, maximum: 10 }, undefined],
    [
      { check: "${title}", minimum: 11 },
      '`title` is "A headline", which has 10 characters; expected at least 11',
    ],
    [{ check: "${words}", minimum: 200, maximum: 300 }, undefined],
    [{ check: "${words}", maximum: 249 }, '`words` is "250"; expected at most 249'],
    [
      { check: '${title | is "B"}', expected: "the title B" },
      "what is made of `title` is empty; expected the title B",
    ],
    [
      { check: '${title | before " "} ${title} ${words}', matches: "^b" },
      'what is made of `title` and `words` is "A A headline 250"; expected something that matches `^b`',
    ],
  ])("%j", (rule, words) => {
    expect(judged({ rules: { own: rule } }, { wordCount: 250 })).toEqual(
      words === undefined ? fine : refusal("own", words),
    );
  });
});

describe("a broken rule", () => {
  const rule = { lengths: { title: { maximum: 3 } } };
  const stories = [{ item, file: "a.md" }];

  it("is told with its file and its source", () => {
    const sources = ["https://partner.example/rules"];
    const { document } = written(recipient({ ...rule, sources }), { stories });
    expect(document.problems).toEqual([
      {
        code: "partner-rule",
        severity: "warning",
        message:
          "partner doesn't get it, by the rule title-length: the title has 10 characters; expected at most 3",
        hint: "the rule is from https://partner.example/rules",
        place: { file: "a.md" },
        partner: "partner",
      },
    ]);
    expect(document.refused).toEqual([{ file: "a.md", rule: "title-length" }]);
    const own = { "title-length": { source: "https://partner.example/titles" } };
    const { document: other } = written(recipient({ ...rule, sources, rules: own }), { stories });
    expect(other.problems[0]?.hint).toBe("the rule is from https://partner.example/titles");
  });

  it("may only warn, or be none", () => {
    expect(judged({ ...rule, rules: { "title-length": { breaks: "warn" } } }, {})).toEqual({
      has: true,
      problems: [
        "warning partner-advice: partner gets it against the rule title-length: the title has 10 characters; expected at most 3",
      ],
    });
    expect(judged({ ...rule, rules: { "title-length": { breaks: "ignore" } } }, {})).toEqual(fine);
  });

  it("is an error for a strict partner", () => {
    const { problems } = written(recipient(rule, { strict: true }), { stories });
    expect(problems).toEqual([expect.stringMatching(/^error partner-rule/)]);
  });

  it("costs that partner's item alone: the next one takes its place", () => {
    const next = { item: { ...item, id: "urn:b", title: "B" }, file: "b.md" };
    const after = { item: { ...item, id: "urn:c", title: "C" }, file: "c.md" };
    const { document } = written(recipient(rule, { limit: 1 }), { stories: [...stories, next, after] });
    expect(document.files).toEqual(["b.md"]);
  });
});
