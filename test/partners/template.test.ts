import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionsIn, parseTemplate, pathsIn, TemplateError } from "../../src/partners/profile/template.ts";

describe("a template", () => {
  it("is text with fields in it", () => {
    expect(parseTemplate("a ${title} b ${image.url}")).toEqual([
      "a ",
      { path: ["title"], calls: [] },
      " b ",
      { path: ["image", "url"], calls: [] },
    ]);
  });

  it("has filters with texts, numbers and fields", () => {
    expect(
      expressionsIn(parseTemplate(`\${summary|cut 300 '"'| default title | replace "}" "\\"" }`)),
    ).toEqual([
      {
        path: ["summary"],
        calls: [
          { filter: "cut", args: [300, '"'] },
          { filter: "default", args: [{ path: ["title"] }] },
          { filter: "replace", args: ["}", '"'] },
        ],
      },
    ]);
  });

  it("names the fields of arguments too", () => {
    expect(pathsIn(parseTemplate("${a.b | default c} and ${d}"))).toEqual([["a", "b"], ["c"], ["d"]]);
  });

  it("writes its own sign when it is doubled", () => {
    expect(parseTemplate("$${title} costs $5 {or} ${price}")).toEqual([
      "${title} costs $5 {or} ",
      { path: ["price"], calls: [] },
    ]);
  });

  it.each([
    ["", []],
    ["plain", ["plain"]],
  ])("%j has no fields", (source, parts) => {
    expect(parseTemplate(source)).toEqual(parts);
  });

  it.each([
    "${",
    "${}",
    "${title",
    "${title | }",
    "${title upper}",
    "${title |}",
    "${1}",
    "${a..b}",
    '${a | cut "}',
    "${a | cut 5x}",
  ])("%j is none", (source) => {
    expect(() => parseTemplate(source)).toThrow(TemplateError);
  });
});

it("any other text is a template, or no template: nothing else is thrown", () => {
  const pieces = fc.constantFrom(
    "${",
    "$${",
    "}",
    "|",
    "a",
    "a.b",
    " ",
    '"',
    "'",
    "\\",
    "1",
    "-",
    ".",
    "$",
    "{",
    "ї",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
      const source = parts.join("");
      try {
        const template = parseTemplate(source);
        if (!source.includes("${")) expect(template).toEqual(source === "" ? [] : [source]);
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
      }
    }),
  );
});
