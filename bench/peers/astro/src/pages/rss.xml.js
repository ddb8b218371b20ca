import rss from "@astrojs/rss";
import { newest } from "../newest.js";

export async function GET({ site }) {
  const articles = await newest();
  return rss({
    title: "Bench",
    description: "Bench",
    site,
    items: articles.map(({ title, link, date, summary, content, authors, tags }) => ({
      title,
      link,
      pubDate: date,
      description: summary,
      content,
      author: authors.join(", "),
      categories: tags,
    })),
  });
}
