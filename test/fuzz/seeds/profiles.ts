import { filters } from "../../../src/partners/profile/filters.ts";

/** Profiles that use what the language has. */
export const profileSeeds: readonly string[] = [
  "format: rss\nextends: standard\n",
  `title: Own
format: xml
namespaces: { x: https://x.example/ }
values: { account: { description: The account, default: "" } }
document: [{ element: "x:all", attributes: { version: "1" } }, { element: "x:items" }]
channel: { elements: [{ element: "x:title", text: "\${channel.title}" }, { element: "x:hubs", each: channel.hubs, text: "\${hub}" }] }
item:
  element: "x:item"
  attributes: { "x:id": "\${id}" }
  elements:
    - { element: title, cdata: "\${title | cut 20} – \${summary | default title}" }
    - { element: "x:people", elements: [{ element: "x:person", each: byline, attributes: { "x:url": "\${person.url}" }, text: "\${person}" }] }
    - { element: "x:tags", if: "\${tags}", text: '\${tags | join ", "}' }
    - { element: date, text: '\${updated | rfc822}', keep: true }
html: { elements: [p, a], otherwise: unwrap, depth: 3, replace: { audio: link } }
rules: { short: { check: '\${title | matches "^.{1,90}$"}', expected: a short title } }
require: [title, content]
lengths: { title: { maximum: 20, beyond: cut } }
images: { minimum: 0, width: 100 }
items: { minimum: 1, maximum: 2 }
size: 1MB
deletion: { elements: [{ element: "x:gone", text: "\${id}" }], days: 3 }
`,
  `format: json
item:
  members:
    headline: "\${title}"
    tags: { each: tags, value: "\${tag}" }
    image: { url: "\${image.url}", width: "\${image.width | number}" }
`,
];

/** Keys, fields, filters and YAML's signs. */
export const profileWords: readonly string[] = [
  ...`format extends title checked sources namespaces values description default document channel item element elements
    attributes text cdata each if keep omit members html otherwise depth replace rules check expected require size deletion days
    limit window minimum categories root ids status value source language`
    .split(/\s+/)
    .map((key) => `${key}: `),
  ...`id url title summary content published updated authors byline person topic tags tag image.url image.width image.alt credit
    credit.name source language rights comments enclosures enclosure wordCount channel.title channel.hubs channel.language
    channel.updated values.x extra.desk now reason`
    .split(/\s+/)
    .flatMap((field) => [field, `\${${field}}`]),
  ...Object.keys(filters).map((filter) => ` | ${filter} `),
  ..."${ } | rss atom json json-feed xml standard smartnews ninjs msn unwrap drop link x: xmlns xml:lang media:content dc:creator 1MB 48h 30d".split(
    " ",
  ),
  ..."{ } [ ] , - : ? | > & * ! # ' \" << null true false -1 0 1 1.5 99999999999 __proto__ constructor".split(
    " ",
  ),
  "\n",
  "\n  ",
  "\n- ",
  ": ",
  "\t",
];
