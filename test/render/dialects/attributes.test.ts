import { expect, test } from "vitest";
import { render } from "../support.ts";
import { plain } from "./support.ts";

test.each([
  ["a block's list goes", 'Text\n{: .note #a key="b"}\n\nMore', 'Text\n<a id="a"></a>\n\nMore'],
  ["a class list goes", "Text\n{: .note .info }", "Text"],
  ["so does one above a body's first block", "{: .notice}\nNote.", "Note."],
  ["so does one above a later block", "Text\n\n{: .notice}\nNote.", "Text\n\nNote."],
  ["an id above a block is an anchor", "{: #a}\nText", '<a id="a"></a>\nText'],
  ["a span's list goes", '[a](b){: target="_blank"} *c*{: .d} `e`{:.f}', "[a](b) *c* `e`"],
  ["a picture's goes", "![a](b.png){.left}", "![a](b.png)"],
  [
    "a picture's goes that begins with a name",
    "![a](b.png){width=300} ![c](d.png) {width=50%}",
    "![a](b.png) ![c](d.png)",
  ],
  ["a reference's goes that does", '[a][b]{target="_blank" rel=noopener}', "[a][b]"],
  [
    "goldmark's goes below a block",
    'Text\n{style="color: red; width: 50%" .note, data-x=1}\n\nMore',
    "Text\n\nMore",
  ],
  ["goldmark's goes below a picture", "![a](b.png)\n{loading=lazy}", "![a](b.png)"],
  ["it goes in a heading", '## A {class="x" data-id="y"}\n\nText', "## A\n\nText"],
  [
    "a formula's limits stay",
    "$\\sum_{i=1}^{n} f(x)$, $P(X){k=2}$, {size=3}",
    "$\\sum_{i=1}^{n} f(x)$, $P(X){k=2}$, {size=3}",
  ],
  ["code keeps them", "`![a](b.png){width=300}`", "`![a](b.png){width=300}`"],
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
  ["by its name", '## A *title* {class="x" id="own"}'],
  ["on the next line", "## A *title*\n{: #own}"],
])("a heading's own id %s is its id", (_, body) => {
  expect(render({}, body).item?.contentHtml).toBe('<h2 id="own">A <em>title</em></h2>\n');
});
