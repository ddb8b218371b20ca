import { getCollection } from "astro:content";

/** The newest 50 articles, with their rendered bodies. */
export async function newest() {
  const articles = await getCollection("articles", ({ data }) => !data.draft);
  return articles
    .sort((a, b) => new Date(b.data.date) - new Date(a.data.date))
    .slice(0, 50)
    .map(({ id, data, rendered }) => ({
      ...data,
      link: `https://news.example/${id}/`,
      date: new Date(data.date),
      content: rendered.html,
      authors: data.authors.map((author) => author.name ?? author),
    }));
}
