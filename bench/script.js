// The peer: what a developer writes in an afternoon with gray-matter, marked and feed.
//
//     node bench/script.js CONTENT OUTPUT LIMIT
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Feed } from "feed";
import matter from "gray-matter";
import { marked } from "marked";

const [content, output, limit] = process.argv.slice(2);
const link = "https://news.example/";

const posts = readdirSync(content, { recursive: true })
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, ...matter(readFileSync(`${content}/${path}`, "utf8")) }))
  .filter(({ data }) => !data.draft)
  .sort((a, b) => b.data.date - a.data.date)
  .slice(0, limit === "all" ? undefined : Number(limit));

const feed = new Feed({ title: "Bench", id: link, link, copyright: "", updated: posts[0].data.date });
for (const { path, data, content } of posts) {
  feed.addItem({
    title: data.title,
    link: link + path.replace(/\.md$/, "/"),
    date: data.updated ?? data.date,
    published: data.date,
    description: data.summary,
    content: marked.parse(content),
    author: data.authors.map((author) =>
      typeof author === "string" ? { name: author } : { name: author.name, link: author.url },
    ),
    category: [data.topic, ...data.tags].map((name) => ({ name })),
    image: data.image?.src,
  });
}

mkdirSync(output, { recursive: true });
writeFileSync(`${output}/rss.xml`, feed.rss2());
writeFileSync(`${output}/atom.xml`, feed.atom1());
writeFileSync(`${output}/feed.json`, feed.json1());
