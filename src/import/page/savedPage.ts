import { problem, type Report } from "../../problems/index.ts";
import { escapeText } from "../../render/index.ts";
import { webUrl } from "../addresses.ts";
import { cleanHtml } from "../body/index.ts";
import { type HtmlNode, textIn, treeOf } from "../body/tree.ts";
import { importedDate } from "../dates.ts";
import { wholeText } from "../encoding.ts";
import type { ImportedArticle, SourceReader } from "../imported.ts";
import { lineOf } from "../text.ts";
import { type LinkedArticle, linkedArticle } from "./linkedData.ts";
import { type PageParts, partsOf } from "./parts.ts";
import { type Said, type Story, storyBelow, storyIn } from "./story.ts";

/** In bytes. */
const largest = 16 * 1024 * 1024;

/** A block of the page. */
interface Block extends Said {
  readonly name: string;
  readonly html: string;
}

/** Reads one article's page, as a browser saves it: by its JSON-LD, its Open Graph, and what it shows. */
export const readSavedPage: SourceReader = async function* (input, { report }) {
  const parts = partsOf(await wholeText(input, report, largest));
  const place = { file: input.name };
  const linked = linkedArticle(parts.linkedData);
  const meta = (...names: readonly string[]) =>
    lineOf(names.flatMap((name) => parts.meta.get(name) ?? [])[0]);
  const url = webUrl(parts.canonical) ?? linked?.url ?? webUrl(meta("og:url"));
  const story = storyOf(parts, url, place, report);
  if (story === undefined) return;
  const date = (text: string | undefined) => importedDate(text, place, report);
  const title = linked?.headline ?? story.title ?? meta("og:title") ?? lineOf(parts.title);
  const topic = linked?.section ?? meta("article:section") ?? story.topic;
  const tags = [...(linked?.keywords ?? []), ...(parts.meta.get("article:tag") ?? [])].map((each) =>
    each.trim(),
  );
  const image = webUrl(linked?.image ?? meta("og:image"), url);
  yield {
    place,
    id: url,
    url,
    title,
    contentHtml: story.body.map(({ html }) => html).join("\n"),
    summary: linked?.description ?? meta("og:description", "description") ?? story.summary,
    date: date(linked?.datePublished ?? meta("article:published_time", "date") ?? story.date),
    updated: date(linked?.dateModified ?? meta("article:modified_time")),
    authors: authorsOf(linked, story, meta("author")),
    topic,
    tags: tags.filter((tag) => tag !== topic && tag !== ""),
    language: linked?.language ?? parts.language,
    image: image === undefined ? undefined : { src: image, alt: meta("og:image:alt") },
    credit: creditOf(linked, story),
  };
};

function storyOf(
  { articleHtml }: PageParts,
  base: string | undefined,
  place: ImportedArticle["place"],
  report: Report,
): Story<Block> | undefined {
  try {
    // Addresses that can't be followed are told when the article is written.
    const blocks = blocksOf(treeOf(cleanHtml(articleHtml, base).html));
    return fromHeadline(blocks);
  } catch {
    report(problem("import-unrenderable", { reason: "its elements nest too deep" }, place));
    return undefined;
  }
}

/** Pages have a lot above their headline; the line right above it is its label. */
function fromHeadline(blocks: readonly Block[]): Story<Block> {
  const at = blocks.findIndex(({ name }) => name === "h1");
  if (at === -1) return storyIn(blocks);
  const above = blocks[at - 1];
  const hasLabel = above !== undefined && above.text.length <= 60 && above.name !== "img";
  const story = storyBelow(blocks.slice(at + 1));
  return { ...story, topic: hasLabel ? above.text.trim() : undefined, title: blocks[at]?.text.trim() };
}

const containers = /^(?:div|section|article|header|footer|aside|address|hgroup)$/;

/** The page's blocks in their order, whatever they are packed in. */
function blocksOf(nodes: readonly HtmlNode[]): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    const text = textIn(node).replace(/\s+/g, " ").trim();
    if (typeof node === "string")
      return text === "" ? [] : [{ name: "", text, html: `<p>${escapeText(text)}</p>` }];
    if (containers.test(node.name)) return blocksOf(node.children);
    return text === "" && !/<(?:img|video|audio)\s/.test(node.html)
      ? []
      : [{ name: node.name, text, html: node.html }];
  });
}

function authorsOf(linked: LinkedArticle | undefined, story: Story<Block>, named: string | undefined) {
  if (linked !== undefined && linked.authors.length > 0) return linked.authors;
  const name = story.author ?? named;
  return name === undefined ? [] : [{ name }];
}

/** The agency's line, with the address that it links to. */
function creditOf(linked: LinkedArticle | undefined, { credit, creditLine }: Story<Block>) {
  const name = credit ?? linked?.credit;
  if (name === undefined) return undefined;
  return { name, url: webUrl(/<a href="([^"]+)"/.exec(creditLine?.html ?? "")?.[1]) };
}
