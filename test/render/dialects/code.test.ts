import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "./support.ts";

const marks = "{{< x >}} {% include y %} {{ z }} ::: {: .a} {#b}";

test.each([
  ["a fence", `\`\`\`\n${marks}\n\`\`\``],
  ["a fence of tildes with a language", `~~~ liquid\n${marks}\n\n:::note\n~~~`],
  ["a fence that is never closed", `Text\n\n\`\`\`\n${marks}`],
  ["a fence in a list", `- item\n\n  \`\`\`\n  ${marks}\n  \`\`\``],
  ["a fence in a quotation", `> \`\`\`\n> ${marks}\n> \`\`\``],
  ["a fence with CRLF", `\`\`\`\r\n${marks}\r\n\`\`\`\r\n`],
  ["indented code", `Text:\n\n    ${marks}\n\n    ${marks}\n`],
  ["indented code in a list", `- item\n\n      ${marks}\n`],
  ["a code span", `See \`${marks}\`.`],
  ["a code span over lines, with backticks", `See \`\`a \` ${marks}\n${marks}\`\`.`],
  ["a preformatted element", `<pre>\n${marks}\n</pre>`],
  ["a comment", `<!-- ${marks} -->`],
  ["a script", `<script>\n${marks}\n</script>`],
])("%s is left as it is", (_, body) => {
  expect(read(body)).toEqual({ text: body, problems: [] });
});

test("after code, prose is read again", () => {
  const body = `\`\`\`\n${marks}\n\`\`\`\n{{< youtube a >}}\n\n- x\n\n  {{< youtube b >}}\n\n\`{{\` {{< youtube c >}}`;
  expect(read(body).text).toBe(
    `\`\`\`\n${marks}\n\`\`\`\n<https://www.youtube.com/watch?v=a>\n\n- x\n\n  <https://www.youtube.com/watch?v=b>\n\n\`{{\` <https://www.youtube.com/watch?v=c>`,
  );
});

test("an unclosed fence in a list ends with the list", () => {
  expect(read("- x\n\n  ```\n  {{ a }}\n\nText {{< youtube b >}}").text).toMatch(
    /\{\{ a \}\}\n\nText <https:/,
  );
});

test("private characters stay what they are", () => {
  const body = "\uE0000\uE001 {{ title }} \uE002";
  expect(read(body).text).toBe("\uE0000\uE001 A story \uE002");
});

describe("whatever the text", () => {
  const plainPiece = fc.constantFrom(
    "word ",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "# ",
    "`",
    "<b>",
    "$x$",
    "[a](b.md)",
    "> ",
    "{",
    "}",
  );
  const markPiece = fc.constantFrom(
    ..."{{< x >}}|{{< /x >}}|{{%|{% raw %}|{% endraw %}|{% a|%}|{{ a }}|{{|}}|{#|:::|:::note\n|{: .a}|{/*|*/}|<A b={c}>|</A>|<a|`|```\n|~~~\n|\n|\n\n|    |- |import a from 'b'\n|export const a = {|[x](|)|\uE000|1\uE001|\uE002".split(
      "|",
    ),
  );

  test("without marks it comes back identical", () => {
    fc.assert(
      fc.property(fc.array(plainPiece, { maxLength: 60 }), (pieces) => {
        const body = pieces.join("").replace(/\{[{%:#./]|=\{|\)\{/g, "");
        expect(read(body).text).toBe(body);
      }),
    );
  });

  test.each(["story.md", "story.mdx"])("nothing is thrown, and no mark of our own stays in %s", (file) => {
    fc.assert(
      fc.property(fc.array(markPiece, { maxLength: 60, size: "max" }), (pieces) => {
        const body = pieces.join("");
        const own = (text: string) => text.match(/[\uE000-\uE002]/g)?.length ?? 0;
        expect(own(read(body, file).text)).toBeLessThanOrEqual(own(body));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    "{{<",
    "{{",
    "{%",
    "{% raw %}",
    "{#",
    "{/*",
    "<A b={",
    ":::note\n",
    "`",
    "```\n",
    "- ",
    "<!--",
    "[x]({{ y }}",
  ])("50,000 times %j is read to its end", (mark) => {
    for (const file of ["story.md", "story.mdx"])
      expect(typeof read(mark.repeat(50_000), file).text).toBe("string");
  });
});
