import { expect, test } from "vitest";
import { createMarkdown } from "../../src/render/markdown.ts";
import { addressLength, textLength } from "../../src/render/written.ts";
import { usualLimits } from "../limits.ts";

const markdown = createMarkdown();
const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));
const signs = [...ascii.filter((sign) => /[\w!-/:-@[-`{-~]/.test(sign)), "é", "я", "漢", "😀"];

/** What Markdown makes of a text that stands in quotation marks, as the given attribute. */
const attribute = (name: string, source: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(markdown.blocks(source))?.[1] ?? "";

test.each(signs)("%s in an address or title takes no more than is counted for it", (sign) => {
  const escaped = /[A-Za-z0-9]|[^\0-\x7f]/.test(sign) ? sign : `\\${sign}`;
  const [href, title] = [
    attribute("href", `[a](</x${escaped}>)`),
    attribute("title", `[a](/x "y${escaped}")`),
  ];
  expect(href.length).toBeGreaterThan("/x".length);
  expect(href.length).toBeLessThanOrEqual(addressLength(`/x${sign}`));
  expect(title.length).toBeGreaterThan("y".length);
  expect(title.length).toBeLessThanOrEqual(textLength(`y${sign}`));
});

test.each([
  ["an address", `[a]: https://a.example/${"&".repeat(1000)}`],
  ["an address of another script", `[a]: https://a.example/${"漢".repeat(560)}`],
  ["a title", `[a]: /a '${"&".repeat(1000)}'`],
])("%s is refused by what it grows to, before it is written", (_, definition) => {
  const blocks = (times: number) =>
    markdown.blocks(`${definition}\n\n${"[a] ".repeat(times)}`, { ...usualLimits, content: 20_000 });
  expect(blocks(3)).toContain("<a href=");
  expect(() => blocks(4)).toThrow("more than 20000 content");
});
