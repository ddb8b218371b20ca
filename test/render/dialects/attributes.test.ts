import { expect, test } from "vitest";
import { render } from "../support.ts";
import { plain } from "./support.ts";

test.each([
  ["a block's list goes", 'Text\n{: .note #a key="b"}\n\nMore', 'Text\n<a id="a"></a>\n\nMore'],
  ["a class list goes", "Text\n{: .note .info }", "Text"],
  ["a span's list goes", '[a](b){: target="_blank"} *c*{: .d} `e`{:.f}', "[a](b) *c* `e`"],
  ["a picture's goes", "![a](b.png){.left}", "![a](b.png)"],
  ["a table of contents goes", "* toc\n{:toc}\n\nText", "Text"],
  ["so do its other marks", "[[toc]]\n\n[TOC]\n\nText", "Text"],
  ["extensions go", "{::nomarkdown}a{:/nomarkdown}b{:/}", "ab"],
  ["Ruby's symbols are text", "{:a => 1} {:?}", "{:a => 1} {:?}"],
])("%s", (_, body, expected) => {
  expect(plain(body)).toBe(expected);
});

test.each([
  ["in braces", "## A *title* {#own}"],
  ["with classes, and closing signs", "## A *title* {#own .x} ##"],
  ["with a colon", "## A *title* {:#own}"],
  ["on the next line", "## A *title*\n{: #own}"],
])("a heading's own id %s is its id", (_, body) => {
  expect(render({}, body).item?.contentHtml).toBe('<h2 id="own">A <em>title</em></h2>\n');
});
