/** Configurations that say all there is to say. */
export const configs: readonly string[] = [
  `site:
  title: The Daily Example
  url: https://daily.example/
  description: News
  language: en
  timezone: Europe/Kyiv
  authors: [Ada, "Ben <ben@daily.example>", { name: Cy, email: cy@daily.example, url: https://cy.example/, avatar: /cy.jpg }]
  image: /logo.png
  icon: icon.png
  favicon: https://daily.example/favicon.ico
  copyright: © The Example
content: articles
output: dist
permalink: /:topic/:year/:month/:day/:slug/
ignore: ["**/drafts/*", "!x", "{a,b}", "[c-d]?"]
feeds: { limit: 50, content: full, formats: [rss, atom, json], readingTime: true, ttl: 15 }
scopes:
  topic: { minimum: 2, title: "{name} – {site}", limit: all }
  tag: { formats: [json], content: summary }
  author: {}
  language:
selections:
  - { name: eu-science, where: { topic: Science, tag: [EU, ESA], not: { author: Ada, language: uk } }, title: EU }
archive: month
missing: keep
tombstones: 10
websub: { hubs: [https://hub.example/] }
delivery: { page: index.html, opml: true, head: true, servers: [nginx, caddy, apache, netlify], compress: [gzip, br] }
partners:
  - profile: smartnews
  - { profile: msn, name: msn-uk, path: wire/msn.xml, limit: 30, window: 48h, categories: { Science: science }, values: {}, strict: true }
  - { profile: { extends: standard, format: rss }, name: own, secret: abcdefghij123456, output: partners }
credits:
  AFP: { deny: [smartnews], days: 30 }
  Reuters: { allow: [own] }
`,
  '{ "$schema": "x", "site": { "title": "A", "url": "https://a.example" }, "scopes": ["topic", "author"], "feeds": { "limit": "all" } }\n',
  "site: { title: A, url: https://a.example/ }\nscopes: [topic, tag]\npartners: [{ profile: wire, secretFrom: HOME }]\n",
];

/** Keys, values that mean something there, and YAML's signs. */
export const configWords: readonly string[] = [
  ...`site title url description language timezone authors author image icon favicon copyright content output permalink ignore
    feeds limit formats readingTime ttl scopes topic author tag language selections name where not minimum archive missing
    tombstones websub hubs delivery page opml head servers compress partners profile path window categories values strict secret
    secretFrom output credits allow deny days extends format email avatar __proto__ constructor toString`
    .split(/\s+/)
    .map((key) => `${key}: `),
  ..."all full summary rss atom json month year withdraw keep refuse nginx caddy gzip br smartnews msn wire ninjs standard flipboard".split(
    " ",
  ),
  ..."https://a.example/ http:// //a /:path/ /:slug/ :year :nope .. ../ / ./x.yaml ~ UTC Europe/Kyiv Mars/Olympus en uk zz-Zzzz 48h 30d 90m 0s".split(
    " ",
  ),
  ..."{ } [ ] , - : ? | > & * ! # % @ ` ' \" << null true false .inf -1 0 1 1.5 1e9 99999999999 {name} {site} **/ ?( +( [a- !x".split(
    " ",
  ),
  "\n",
  "\n  ",
  "\n- ",
  ": ",
  " #",
  "\t",
  "&a ",
  "*a",
];
