import { expect, test } from "vitest";
import { plain, read } from "./support.ts";

const mdx = (body: string) => plain(body, "story.mdx");

test.each([
  ["imports go", "import A from 'a'\nimport {\n  B,\n} from 'b'\n\nText", "Text"],
  ["exports go, over blank lines in braces", "export const a = {\n  b: 1,\n\n  c: 2,\n}\n\nText", "Text"],
  ["text that begins with import stays", "import duties rose.", "import duties rose."],
  ["components leave what they hold", "<Tabs>\n<Tab>\n\n*a*\n\n</Tab>\n</Tabs>", "*a*"],
  ["their titles stay", '<Card title="Tools">\n\n*a*\n\n</Card>', "**Tools**\n\n*a*"],
  ["what they hold is no code, however deep", "<A>\n    <B>\n        *a*\n    </B>\n</A>", "*a*"],
  [
    "fences in them come to the margin",
    "<A>\n    ```js\n    a\n      b\n    ```\n</A>",
    "```js\na\n  b\n```",
  ],
  ["notes are asides", '<Callout label="Look">\n*a*\n</Callout>', "<aside>\n\n**Look**\n\n*a*\n\n</aside>"],
  ["so do fragments", "<>\n\n*a*\n\n</>", "*a*"],
  ["comments go", "a {/* b\n\nc */} d", "a  d"],
  ["a cut stays one", "a\n\n{/* truncate */}\n\nb", "a\n\n<!--more-->\n\nb"],
  ["strings are text", 'a{" "}b{"c"}', "a bc"],
  [
    "attributes get HTML's names",
    '<div className="x" style={{a: 1}} width={3}><label htmlFor="y">b</label></div>',
    '<div class="x" width="3"><label for="y">b</label></div>',
  ],
  [
    "a picture component is a figure",
    '<Image src="/a.png" alt="A" width={3} />',
    '<figure><img src="/a.png" alt="A" width="3"></figure>',
  ],
  [
    "an imported picture is found",
    "import cat from './cat.png'\n\n<img src={cat} />",
    '<img src="./cat.png" />',
  ],
  ["so is a required one", "<img src={require('./cat.png').default} />", '<img src="./cat.png" />'],
  ["embeds are links", '<YouTube id="ab" />', "<https://www.youtube.com/watch?v=ab>"],
  ["addresses and comparisons are text", "<https://a.example/> 1 < 2", "<https://a.example/> 1 < 2"],
  ["escaped braces are text", "\\{a\\}", "\\{a\\}"],
  ["lists keep their depth", "- a\n    - b", "- a\n    - b"],
])("%s", (_, body, expected) => {
  expect(mdx(body)).toBe(expected);
  expect(read(body, "story.mdx").problems).toEqual([]);
});

test.each(["<Chart data={x} />", "{props.a}"])("%s is left out and named", (body) => {
  expect(mdx(body)).toBe("");
  expect(read(body, "story.mdx").problems.map(({ code }) => code)).toEqual(["markup-unknown"]);
});

test("in .md, imports and braced attributes are read, components and braces aren't", () => {
  const body = "import A from '@theme/A';\n\n{a} <B /> <> <i x=\"1\">y</i> <p style={{a: 1}}>c</p>";
  expect(plain(body)).toBe('{a} <B /> <> <i x="1">y</i> <p>c</p>');
});
