import { describe, expect, it } from "vitest";
import { render } from "./support.ts";

const content = (...given: Parameters<typeof render>) => render(...given).item?.contentHtml;

describe("the line with the reading time", () => {
  it("comes first where the site wants it, in the article's language", () => {
    const context = { readingTime: true };
    expect(content({}, "One.", context)).toBe("<p>Reading time: 1 minute</p>\n<p>One.</p>\n");
    expect(content({ language: "uk" }, "Один.", context)).toBe("<p>Час читання: 1 хв</p>\n<p>Один.</p>\n");
    expect(content({}, "word ".repeat(400), context)).toMatch(/^<p>Reading time: 2 minutes<\/p>\n/);
  });

  it("is left out otherwise, and in a language without words for it English", () => {
    expect(content({}, "One.")).toBe("<p>One.</p>\n");
    expect(content({ language: "fi" }, "Yksi.", { readingTime: true })).toMatch(/^<p>Reading time: /);
  });
});

describe("a heading that repeats the title", () => {
  it("is dropped at the beginning of the body", () => {
    expect(content({ title: "A *story*" }, "\n# A story\n\nText.")).toBe("<p>Text.</p>\n");
    expect(content({ title: "A story" }, "# A story #\r\nText.")).toBe("<p>Text.</p>\n");
  });

  it("stays where it says something else, or stands further down", () => {
    expect(content({ title: "A story" }, "# Another\n\nText.")).toContain("<h1");
    expect(content({ title: "A story" }, "Text.\n\n# A story")).toContain("<h1");
  });
});

describe("a task list", () => {
  it("shows its boxes as text", () => {
    expect(content({}, "- [ ] todo\n- [x] done")).toBe("<ul>\n<li>☐ todo</li>\n<li>☑ done</li>\n</ul>\n");
  });

  it("is the only form that leaves a trace", () => {
    expect(content({}, '<input type="text" value="x"><input type="submit">Text.')).toBe("<p>Text.</p>\n");
  });
});
