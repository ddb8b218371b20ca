import { dropped, elements, renamed } from "../../../src/render/allowed.ts";

/** Markdown with a little of everything that feedwright reads in it, each generator's own markup too. */
export const bodies: readonly string[] = [
  "# A story\n\nText *of* **all** `kinds` ~~gone~~ [link](/a \"t\") ![alt](b.jpg 'x') <https://a.example> www.a.example a@b.example\\\n1\n",
  "> quote\n> > more\n\n1. one\n   - two\n\n     three\n2. [x] four\n\n***\n\n    code\n\n```js {1,3}\ncode\n```\n\n~~~\nmore\n~~~\n",
  "|a|b|\n|-|:-:|\n|1|`|`|\n|\\||<b>2</b>|\n\nText[^1] and [^n].\n\n[^1]: A note\n\n    with more\n[^n]: *x*\n\n[ref]: /x 'title'\n[ref][] [ref] [a][ref]\n",
  "<div class=x>\n\n*in* <img src=a.jpg srcset='a.jpg 1x, b.jpg 2x'>\n\n</div>\n<!--more-->\n<!-- c --> <table><tr><td>a<p>b</table><iframe src=https://v.example/1 title=t></iframe>\n",
  '{{< figure src="a.jpg" caption="*c*" >}}\n{{% notice tip %}}\nText\n{{% /notice %}}\n{{< youtube abc123 >}}\n{{</* raw */>}}\n',
  '{% include a.html x="y" %} {% highlight js linenos %}\ncode\n{% endhighlight %}\n{% raw %}{{ x }}{% endraw %} {{ page.title | escape }} {# c #}\n{: .class #id key="v"}\n{% post_url 2025-02-23-story %}\n',
  'import X from \'./x\'\nexport const a = {b: `c`}\n\n<X a={1} b="c" {...d}>\n  *e* {f /* g */}\n</X>\n<Tabs><TabItem value="a">b</TabItem></Tabs>\n{/* c */}\n',
  ':::note[Title]{.x}\nText\n:::\n\n> [!WARNING]\n> Text\n\n!!! tip "T"\n    Text\n\n[toc]\n[[_TOC_]]\n\n## Heading {#own-id .c}\n\nTerm\n: Definition\n',
  "{/* truncate */}\n\n<details><summary>S</summary>\n\nText\n\n</details>\n\n<video src=v.mp4 poster=p.jpg></video> <audio controls><source src=a.mp3></audio>\n\n(AFP)\n",
];

const signs =
  "* ** _ __ ` `` ``` ~~ ~~~ # ## > - + 1. 1) | |-| : :-: [ ] ( ) ![ ][ ]( ]: [^ [^1] [^1]: < > </ /> <!-- --> <!---> <? ?> <![CDATA[ ]]> & &amp; &lt; &#x3c; &#0; &colon; &Tab; &NewLine; &nbsp; \\ \\` \\| --- *** === {#x} {: .x} ::: !!! [!NOTE] [toc] {{ }} {{< >}} {{% %}} {% %} {# #} {/* */} ${ } => ={ ...".split(
    " ",
  );

/** Tags, attributes and addresses, of those that pass and of those that mustn't. */
export const htmlWords: readonly string[] = [
  ...[
    ...elements.keys(),
    ...dropped,
    ...renamed.keys(),
    "iframe",
    "object",
    "x-y",
    "body",
    "html",
    "font",
    "mglyph",
    "mtext",
    "mi",
  ].flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} `]),
  ..."foreignObject annotation-xml desc image frameset isindex keygen listing portal slot marquee"
    .split(" ")
    .map((name) => `<${name}>`),
  ..."src= href= srcset= id= class= style= onerror= onclick=X() title= alt= data-footnote-ref xlink:href= is= srcdoc= name= encoding=text/html shadowrootmode=open".split(
    " ",
  ),
  ..."\" ' ` = > < </ /> /> <!-- --> --!> <!--> <![CDATA[ ]]> <?x ?> <!x &amp; &lt; &gt; &quot; &#60; &#x3c; &#0; &#13; &nbsp; &notit; & ; x X()".split(
    " ",
  ),
  ..."javascript:X() JaVa\tScript: vbscript: data:text/html, https://a.example/ //a.example mailto:a@b.example ../a.jpg /a ?a #a tel:1 blob: file:///".split(
    " ",
  ),
  " ",
  "\n",
  "\f",
  "\0",
];

export const bodyWords: readonly string[] = [
  ...htmlWords,
  ...signs,
  ..."\n|\n\n|\n    |\n> |\n- |  \n|\t".split("|"),
  ..."highlight raw endraw figure youtube gist ref relref include post_url notice import export const default Tabs TabItem Image truncate more".split(
    " ",
  ),
];
