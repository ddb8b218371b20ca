import type { Article, Category, Item, Link, Person, Picture } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { correctionNotes, creditLine, figure } from "./content.ts";
import type { RenderContext } from "./context.ts";
import type { BodyImage, Facts } from "./facts.ts";
import { sanitise } from "./html.ts";
import type { Markdown } from "./markdown.ts";
import { mediaType } from "./media.ts";
import { countWords, readingMinutes } from "./reading.ts";
import { References } from "./references.ts";
import { deriveSummary } from "./summary.ts";
import { plainText } from "./text.ts";

/** Joins an article's head and body into the item that feeds carry. May throw, may run long. */
export function joinItem(
  article: Article,
  body: string,
  context: RenderContext,
  markdown: Markdown,
  report: Report,
): Item {
  const references = new References(article, context.assets, report);
  const plain = (text: string) => plainText(text, markdown);
  const rendered = sanitise(markdown.blocks(body), references);
  const { facts } = rendered;
  const head = describe(article, context, references, plain);
  const given = article.image && references.picture(article.image);
  const image = given && plainPicture(given, plain);
  const wordCount = countWords(facts.text);
  const content = () =>
    (image && !facts.images.some(({ url }) => url === image.url) ? figure(image) : "") +
    withLineEnd(rendered.html) +
    correctionNotes(article.corrections, head.language, markdown, references) +
    creditLine(head.credit, facts);
  return {
    ...head,
    summary: (article.summary && plain(article.summary)) || deriveSummary(facts),
    contentHtml: context.mode === "full" ? content() : undefined,
    image: image ?? leadPicture(facts),
    wordCount,
    readingMinutes: readingMinutes(wordCount),
  };
}

/** All of an item that doesn't hang on the body. */
function describe(
  article: Article,
  { site }: RenderContext,
  references: References,
  plain: (text: string) => string,
) {
  const { id, permalink, published, updated = published, credit, origin, rights } = article;
  const person = (each: Person): Person => ({
    ...each,
    url: each.url && references.link(each.url),
    avatar: each.avatar && references.media(each.avatar)?.url,
  });
  const elsewhere = canonical(article);
  return {
    id,
    url: permalink,
    title: plain(article.title),
    published,
    updated,
    authors: (article.authors.length > 0 ? article.authors : site.authors).map(person),
    contributors: article.contributors.map(person),
    topic: topic(article.topic, site.url),
    tags: article.tags.map((term) => ({ term })),
    enclosures: article.enclosures.flatMap((each) => references.enclosure(each) ?? []),
    credit: credit && { name: plain(credit.name), url: credit.url && references.link(credit.url) },
    origin,
    externalUrl: elsewhere?.rel === "via" ? elsewhere.url : undefined,
    links: elsewhere ? [...article.links, elsewhere] : article.links,
    comments: article.comments && references.link(article.comments),
    rights: rights && plain(rights),
    language: article.language ?? site.language,
    corrections: article.corrections.map(({ date, note }) => ({ date, note: plain(note) })),
  };
}

/** The topic's own text is the term: it doesn't change when a label's spelling rules do. */
function topic(term: string | undefined, siteUrl: string): Category | undefined {
  return term ? { term, scheme: `${siteUrl}topics/` } : undefined;
}

/** On another host the piece came from there; on the same it is another address of the page. */
function canonical({ canonical: url, permalink }: Article): Link | undefined {
  if (!url || url === permalink || !URL.canParse(url)) return undefined;
  return { rel: new URL(url).host === new URL(permalink).host ? "related" : "via", url };
}

function plainPicture(picture: Picture, plain: (text: string) => string): Picture {
  const { alt, caption, credit } = picture;
  return {
    ...picture,
    alt: alt && plain(alt),
    caption: caption && plain(caption),
    credit: credit && plain(credit),
  };
}

function leadPicture({ images }: Facts): Picture | undefined {
  const [first]: readonly BodyImage[] = images;
  return first && { ...first, type: mediaType(first.url) };
}

function withLineEnd(html: string): string {
  return html === "" || html.endsWith("\n") ? html : `${html}\n`;
}
