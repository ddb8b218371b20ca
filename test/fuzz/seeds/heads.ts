import { vocabulary } from "../../../src/parse/vocabulary.ts";

/** Front matter in each of its languages, with a little of everything. */
export const heads: readonly string[] = [
  `---
title: "A 'story' & more"
date: 2025-02-23T18:30:00+02:00
updated: 2025-02-24
authors: [Ada Nwosu, { name: Ben Roe, email: ben@news.example, url: /ben }]
topic: Science
tags: [space, "EU", 2025]
summary: |
  A *summary* of
  two lines
image: { src: https://news.example/a.jpg, alt: An alt, caption: A caption, credit: Cy, width: 800, height: 600 }
enclosures:
  - { url: https://news.example/a.mp3, type: audio/mpeg, length: 1000, duration: "1:02:03", title: Sound }
corrections: [{ date: 2025-02-25, note: "It was *not* so." }]
credit: { name: AFP, url: https://agency.example/ }
source: { title: The Source, url: https://source.example/ }
partners: { deny: [smartnews] }
expires: 2030-01-01
embargo: 2025-02-23 19:00
language: uk
---
# Heading

Text.
`,
  `+++
title = "A story"
date = 2025-02-23T18:30:00Z
tags = ["a", 'b']
draft = false
[image]
src = "a.jpg"
[[enclosures]]
url = "https://news.example/a.mp3"
[extra]
"odd key" = { a.b = 1_000, c = inf, d = 1979-05-27 07:32:00 }
text = """
more \\
  lines"""
+++
Text.
`,
  `{ "title": "A story", "date": "2025-02-23", "tags": ["a", "\\u0062\\ud83d\\udcf0"], "slug": "x", "id": 1.50 }
Text.
`,
  `Title: A story
Date: 2025-02-23 18:30
Category: News
Tags: a, b
Authors: Ada Nwosu; Ben Roe
Summary: More
  on the next line

Text.
`,
  "# A story\n\nText.\n",
  '---json\n{ "title": "A", "date": "2025-02-23" }\n---\nText.\n',
  "---toml\ntitle = 'A'\ndate = 2025-02-23\n---\nText.\n",
  "---\ntitle: &a A\ndate: 2025-02-23\nsummary: *a\nextra: { <<: &b { c: d }, e: *b }\n...\nText.\n",
  "\uFEFF\r\n---\r\ntitle: >-\r\n  A\r\n  story\r\ndate: Sun, 23 Feb 2025 18:30:00 GMT\r\n---\r\nText.\r\n",
  "---\ntitle: A\ndate: 2025-02-23\nstatus: withdrawn\nwithdrawn: 2025-03-01\nreason: Wrong\npermalink: /x/../y/?a=b#c\n---\n",
];

const names = Object.entries(vocabulary).flatMap(([name, word]) => [
  name,
  ...("aliases" in word ? Object.keys(word.aliases) : []),
]);

/** Signs and words of YAML, TOML, JSON and headers, and front matter's own. */
export const headWords: readonly string[] = [
  ...names.map((name) => `${name}: `),
  ..."--- +++ ... : - ? | > |- >+ |2 & * ! !! % @ ` # { } [ ] , ' \" '' \"\" ''' \"\"\" ~ << = == . \\ \\n \\u0000 \\ud800 \\x00".split(
    " ",
  ),
  ..."!!js/function !!binary !!set !<tag:yaml.org,2002:str> %YAML %TAG null true false yes no .inf .nan __proto__ constructor".split(
    " ",
  ),
  ..."---js ---json ---toml ---yaml [[a]] [a.b] {} [] 2025-02-23 2025-02-30 T18:30:00 +02:00 draft withdrawn all".split(
    " ",
  ),
  ..."https:// http:// // .. ../ / javascript: data: mailto: %2e%2e %00 @ : ? evil.example news.example /blog/ a.jpg".split(
    " ",
  ),
  ..."title date toString valueOf length hasOwnProperty en uk zh-Hant x-y i-klingon name email url src alt note".split(
    " ",
  ),
  "\n",
  "\n\n",
  "\n  ",
  "\n- ",
  ": ",
  " #",
  "\t",
  "\r\n",
  "\r",
  '"title": ',
  'date = "',
  "&a ",
  "*a",
  "\n---\n",
];
