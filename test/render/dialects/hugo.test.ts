import { expect, test } from "vitest";
import { plain, read } from "./support.ts";

const figure = '{{< figure src="a.png" alt="A cat" title="Cat" caption="*Sleeps*" attr="Ann" link="/b" >}}';

test.each([
  [
    "a highlight is a fence",
    '{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}',
    "```go\nx := 1\n```",
  ],
  ["an escaped shortcode is shown", "{{</* figure */>}} {{%/* x */%}}", "{{< figure >}} {{% x %}}"],
  ["comments go", "a{{/* b */}}c{{< comment >}}d{{< /comment >}}", "ac"],
  [
    "a figure has picture, link and caption",
    figure,
    '<figure><a href="/b"><img src="a.png" alt="A cat"></a><figcaption><strong>Cat</strong> *Sleeps* Ann</figcaption></figure>',
  ],
  [
    "a figure may be written over lines",
    '{{% figure\n  src="a.png"\n  caption="[A](https://a.example/) cat"\n%}}\nText',
    '<figure><img src="a.png" alt="A cat"><figcaption>[A](https://a.example/) cat</figcaption></figure>\n\nText',
  ],
  [
    "videos are links",
    "{{< vimeo 12 >}} {{< youtube id=ab >}}",
    "<https://vimeo.com/12> <https://www.youtube.com/watch?v=ab>",
  ],
  [
    "posts are links",
    "{{< tweet user=ann id=12 >}} {{< x 12 >}}",
    "<https://twitter.com/ann/status/12> <https://x.com/i/status/12>",
  ],
  ["gists are links", "{{< gist ann 12ab >}}", "<https://gist.github.com/ann/12ab>"],
  ["a reference is the article's page", '[x]({{< ref "other.md" >}})', "[x](https://news.example/other/)"],
  ["paired shortcodes keep what they hold", "{{% steps %}}\n1. *a*\n{{% /steps %}}", "1. *a*"],
  [
    "notes are asides with a bold title",
    '{{< alert title="Look" >}}\n*a*\n{{< /alert >}}',
    "<aside>\n\n**Look**\n\n*a*\n\n</aside>",
  ],
  ["within a line, a note is its text", "{{< note >}}a{{< /note >}} b", "a b"],
  ["Zola's calls are read", '{{ youtube(id="ab") }}', "<https://www.youtube.com/watch?v=ab>"],
  [
    "Zola's blocks end with end",
    '{% quote(author="Ann") %}\n*a*\n{% end %}\nb',
    "<blockquote>\n\n*a*\n\n</blockquote>\n\nb",
  ],
])("%s", (_, body, expected) => {
  expect(plain(body)).toBe(expected);
  expect(read(body).problems).toEqual([]);
});

test("front matter's values are known", () => {
  expect(plain("{{% param crosspost %}}", "a.md", { crosspost: "https://a.example/" })).toBe(
    "https://a.example/",
  );
});

test.each([
  "{{< gallery match=a >}}",
  "{{% plotly %}}",
  "{{< figure >}}",
  "{{< imgproc x >}}{{< /imgproc >}}",
])("%s is left out and named", (body) => {
  expect(plain(body)).toBe("");
  expect(read(body).problems.map(({ code }) => code)).toEqual(["markup-unknown"]);
});
