import type { Limits } from "../config/index.ts";
import type { Article, Item, Picture } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { articleLinks } from "./articleLinks.ts";
import { correctionNotes, creditLine, figure, readingLine, withCaption } from "./content.ts";
import type { RenderContext } from "./context.ts";
import { plainMarkdown } from "./dialects/index.ts";
import type { Facts } from "./facts.ts";
import { itemHead } from "./head.ts";
import { sanitise } from "./html.ts";
import { refuseDeepLists, refuseLargeTables, refuseLongSource, refuseMore } from "./limits.ts";
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
  const permalinkOf = articleLinks(article.file, context.site.url, context.permalinkOf);
  const references = new References(article, context.assets, permalinkOf, report);
  const plain = (text: string) => plainText(text, markdown);
  const page = { article, siteUrl: context.site.url, permalinkOf, line: markdown.line };
  const source = withoutTitle(plainMarkdown(body, page, report), article.title, plain);
  const { limits } = context;
  refuseLongSource(source, body, limits);
  refuseLargeTables(source, limits);
  refuseDeepLists(source);
  const html = markdown.blocks(source, limits);
  refuseMore(html.length - source.length, "content", limits);
  const rendered = sanitise(html, references, context.embeds);
  const { facts } = rendered;
  const head = itemHead(article, context.site, references, plain);
  const given = article.image && references.picture(article.image);
  const image = given && plainPicture(given, plain);
  const wordCount = countWords(facts.text);
  const minutes = readingMinutes(wordCount);
  const inBody = image !== undefined && facts.images.some(({ url }) => url === image.url);
  const corrections = head.corrections.map((each, index) => {
    const noteHtml = sanitise(markdown.line(article.corrections[index]?.note ?? ""), references).html;
    return { ...each, noteHtml };
  });
  const before =
    (context.readingTime ? readingLine(minutes, head.language) : "") +
    (image && !inBody ? figure(image) : "");
  const own = () => withLineEnd(image && inBody ? withCaption(rendered.html, image) : rendered.html);
  const after = () =>
    correctionNotes(article.corrections, head.language, markdown, references) +
    creditLine(head.credit, facts);
  return {
    ...head,
    corrections,
    summary: (article.summary && plain(article.summary)) || deriveSummary(facts),
    ...(context.mode === "full" ? joined(before, own(), after(), limits) : { contentHtml: undefined }),
    image: image ?? leadPicture(facts),
    wordCount,
    readingMinutes: minutes,
  };
}

/** An article's content, and where its own text is in that. */
function joined(
  before: string,
  body: string,
  after: string,
  limits: Limits,
): Pick<Item, "contentHtml" | "body"> {
  const contentHtml = before + body + after;
  refuseMore(contentHtml.length, "content", limits);
  return {
    contentHtml,
    body: [before.length, before.length + body.length],
  };
}

/** Pages often begin with their own title as a heading; in a feed it would stand there twice. */
function withoutTitle(body: string, title: string, plain: (text: string) => string): string {
  const [line = "", heading] = /^\s*# +(\S[^\n]*?)(?: +#+)?[ \t]*(?:\r?\n|$)/.exec(body) ?? [];
  return heading !== undefined && plain(heading) === plain(title) ? body.slice(line.length) : body;
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

/** The first picture that is one: a pixel only counts readers. */
function leadPicture({ images }: Facts): Picture | undefined {
  const first = images.find(({ width = 2, height = 2 }) => width > 1 && height > 1);
  return first && { ...first, type: mediaType(first.url) };
}

function withLineEnd(html: string): string {
  return html === "" || html.endsWith("\n") ? html : `${html}\n`;
}
