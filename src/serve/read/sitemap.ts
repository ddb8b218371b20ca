import { instantOf, type ReadFeed } from "./entry.ts";
import { childrenOf, type Element, textIn, wordsIn } from "./xml.ts";

/** A news sitemap: of each story only its address, title and date. */
export function readSitemap(root: Element): Omit<ReadFeed, "faults"> {
  const entries = childrenOf(root, "url").map((url) => {
    const [news = url] = childrenOf(url, "news:news");
    const address = textIn(url, "loc");
    return {
      id: address,
      url: address,
      title: textIn(news, "news:title"),
      summary: "",
      html: "",
      published: instantOf(textIn(news, "news:publication_date")),
      updated: instantOf(textIn(url, "lastmod")),
      authors: [],
      topics: [],
      image: "",
      media: [],
      language: "",
      words: wordsIn(url),
      line: url.line,
    };
  });
  return { format: "News sitemap", title: "", description: "", url: "", icon: "", entries };
}
