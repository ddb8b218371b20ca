import markdownIt from "markdown-it";

const site = "https://news.example";
const markdown = markdownIt({ html: true });

/** Where each feed goes, and its text from what Eleventy has collected. */
export const feeds = {
  rss: { path: "rss.xml", text: rss },
  atom: { path: "atom.xml", text: atom },
  json: { path: "feed.json", text: json },
};

function newest(collection) {
  return collection
    .filter(({ inputPath }) => inputPath.endsWith(".md"))
    .sort((a, b) => b.date - a.date)
    .slice(0, 50)
    .map(({ data, date, rawInput, filePathStem }) => ({
      ...data,
      tags: data.labels,
      date,
      url: `${site}${filePathStem}/`,
      content: rendered(filePathStem, rawInput),
      authors: data.authors.map((author) => author.name ?? author),
    }));
}

/** Three feeds show the same articles. */
const bodies = new Map();

function rendered(name, body) {
  if (!bodies.has(name)) bodies.set(name, markdown.render(body));
  return bodies.get(name);
}

function rss(collection) {
  const items = newest(collection).map(
    ({ title, url, date, authors, tags, summary, content }) => `<item>
<title>${escaped(title)}</title>
<link>${url}</link>
<guid>${url}</guid>
<pubDate>${date.toUTCString()}</pubDate>
${authors.map((name) => `<dc:creator>${escaped(name)}</dc:creator>`).join("\n")}
${tags.map((tag) => `<category>${escaped(tag)}</category>`).join("\n")}
<description>${escaped(summary)}</description>
<content:encoded>${escaped(content)}</content:encoded>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Bench</title>
<link>${site}/</link>
<description>Bench</description>
${items.join("\n")}
</channel>
</rss>
`;
}

function atom(collection) {
  const items = newest(collection);
  const entries = items.map(
    ({ title, url, date, updated, authors, tags, summary, content }) => `<entry>
<title>${escaped(title)}</title>
<id>${url}</id>
<link href="${url}"/>
<published>${date.toISOString()}</published>
<updated>${(updated ?? date).toISOString()}</updated>
${authors.map((name) => `<author><name>${escaped(name)}</name></author>`).join("\n")}
${tags.map((tag) => `<category term="${escaped(tag)}"/>`).join("\n")}
<summary>${escaped(summary)}</summary>
<content type="html">${escaped(content)}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Bench</title>
<id>${site}/</id>
<link href="${site}/"/>
<updated>${items[0].date.toISOString()}</updated>
${entries.join("\n")}
</feed>
`;
}

function json(collection) {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Bench",
    home_page_url: `${site}/`,
    items: newest(collection).map(({ title, url, date, authors, tags, summary, content }) => ({
      id: url,
      url,
      title,
      summary,
      content_html: content,
      date_published: date.toISOString(),
      authors: authors.map((name) => ({ name })),
      tags,
    })),
  });
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
