import { newest } from "../newest.js";

export async function GET({ site }) {
  const articles = await newest();
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "Bench",
    home_page_url: site.href,
    items: articles.map(({ title, link, date, summary, content, authors, tags }) => ({
      id: link,
      url: link,
      title,
      summary,
      content_html: content,
      date_published: date.toISOString(),
      authors: authors.map((name) => ({ name })),
      tags,
    })),
  };
  return new Response(JSON.stringify(feed));
}
