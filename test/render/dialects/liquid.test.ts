import { expect, test } from "vitest";
import { plain, read } from "./support.ts";

const github = ["$", "{{ secrets.A }}"].join("");

test.each([
  [
    "a highlight is a fence",
    "{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}",
    "```ruby\nputs 1\n```",
  ],
  [
    "a highlight's raw marks go with it",
    "{% highlight liquid %}{% raw %}{{ x }}{% endraw %}{% endhighlight %}",
    "```liquid\n{{ x }}\n```",
  ],
  [
    "a fence is longer than what it holds",
    "{% highlight md %}\n```\n{% endhighlight %}",
    "````md\n```\n````",
  ],
  ["raw text stays, its marks go", "{% raw %}{{ x }} {% y %}{% endraw %}", "{{ x }} {% y %}"],
  ["comments go", "a{% comment %}{{ x }}{% endcomment %}b{# c #}", "ab"],
  [
    "an article's address is its page's",
    "[x]({% post_url 2020-01-02-old %})",
    "[x](https://news.example/2020/old/)",
  ],
  [
    "also behind the site's",
    "[x]({{ site.baseurl }}{% link other.md %})",
    "[x](https://news.example/other/)",
  ],
  [
    "the site's address and path are known",
    "{{ site.url }}{{ site.baseurl }}/a",
    "https://news.example/site/a",
  ],
  ["a path is one of the site", "{{ '/a.png?b#c' | relative_url }}", "/site/a.png?b#c"],
  ["a path becomes an address", '{{ "a.png" | absolute_url }}', "https://news.example/site/a.png"],
  ["an address stays one", '{{ "https://a.example/b" | url }}', "https://a.example/b"],
  ["a quoted string is what it says", "{{ 'a \"b\"' }}", 'a "b"'],
  ["the article's title is known", "*{{ page.title }}*", "*A story*"],
  ["so is its page", "[x]({{ page.url }})", "[x](https://news.example/2025/02/story/)"],
  ["a video is a link", "{% youtube abc %}", "<https://www.youtube.com/watch?v=abc>"],
  [
    "so it is with a title",
    "{% youtubeEmbed 'abc', 'A talk' %}",
    "[A talk](<https://www.youtube.com/watch?v=abc>)",
  ],
  ["so it is by include", '{% include youtube.html id="abc" %}', "<https://www.youtube.com/watch?v=abc>"],
  [
    "a picture is a figure",
    "{% img left /a.png 30 20 A cat %}",
    '<figure><img src="/a.png" alt="A cat"></figure>',
  ],
  ["a recording is one", "{% video /a.mp4 %}", '<video src="/a.mp4" controls=""></video>'],
  [
    "blocks keep what they hold",
    "{% callout 'x' %}\n\n*a*\n\n{% endcallout %}",
    "<aside>\n\n*a*\n\n</aside>",
  ],
  ["unknown blocks as well", "{% grid %}*a*{% endgrid %}", "*a*"],
  ["a condition's text stays", "{% if x %}a{% endif %}", "a"],
  ["an assignment says nothing", "{% assign x = 'y' %}a", "a"],
  ["GitHub's expressions are text", github, github],
  ["formulas are text", "$x_{{u, v}}^{{n}}$", "$x_{{u, v}}^{{n}}$"],
])("%s", (_, body, expected) => {
  const { problems } = read(body);
  expect(plain(body)).toBe(expected);
  expect(problems).toEqual([]);
});

test.each([
  ["a tag", "a {% include x.html %} b", "a  b", "{% include %}"],
  ["an expression", "a {{ site.data.x }} b", "a  b", "{{ site.data.x }}"],
  ["a filter", "{{ 'x' | timeAgo }}", "", "{{ 'x' | timeAgo }}"],
  ["a loop, with what it repeats", "a{% for x in y %}{{ x }}{% endfor %}b", "ab", "{% for %}"],
  ["a link's address, so the link", "[a]({{ x }}/b) c", "a c", "{{ x }}"],
  ["a picture's address, so the picture", "![a]({{ x }}/b.png) c", "a c", "{{ x }}"],
  ["an address in angles, so the address", "<{{ x }}>", "…", "{{ x }}"],
  ["an attribute's address, so the attribute", '<a href="{{ x }}/b">c</a>', "<a>c</a>", "{{ x }}"],
  ["a definition's address", "[a]\n\n[a]: {{ x }}/b", "[a]\n\n[a]: <>", "{{ x }}"],
  ["an article that isn't known", "[a]({% post_url x %})", "a", "{% post_url %}"],
])("%s that can't be shown is left out and named", (_, body, expected, mark) => {
  const { problems } = read(body);
  expect(plain(body)).toBe(expected);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    code: "markup-unknown",
    severity: "warning",
    place: { file: "story.md" },
  });
  expect(problems[0]?.message).toContain(mark);
});

test("what is left out is named once an article", () => {
  const { problems } = read("{{ a }} {{ b }} {% c %} {% d %} {% e %} {% e %} {% f %}");
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toBe(
    "{{ a }}, {{ b }}, {% c %}, {% d %} and 2 more can't be shown in a feed; left out",
  );
});

test("front matter's own values are known", () => {
  const extra = { place: "Київ", number: 3, list: ["x"] };
  expect(plain("{{ place }} {{ page.number }}", "a.md", extra)).toBe("Київ 3");
  expect(plain("a{{ list }}b{{ constructor }}", "a.md", extra)).toBe("ab");
});
