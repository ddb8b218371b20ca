import { Marked } from "marked";
import markedFootnote from "marked-footnote";
import { gfmHeadingId } from "marked-gfm-heading-id";

/** Turns Markdown into HTML, raw HTML included: never trust what it gives. */
export interface Markdown {
  /** A body: paragraphs, lists, footnotes and so on. */
  blocks(source: string): string;
  /** A line: emphasis, links, code. */
  line(source: string): string;
}

/** An instance of its own: after a parse that was stopped or threw, take a new one. */
export function createMarkdown(): Markdown {
  const bodies = new Marked(
    { gfm: true, async: false },
    gfmHeadingId(),
    markedFootnote({ description: "", footnoteDivider: true }),
  );
  const lines = new Marked({ gfm: true, async: false });
  return {
    blocks: (source) =>
      withOwnIds(withoutFootnoteHeading(bodies.parse(source.replace(/^\uFEFF/, ""), { async: false }))),
    line: (source) => lines.parseInline(source, { async: false }),
  };
}

/** The footnotes' heading is for screen readers, in English and hidden by a class that feeds lose. */
function withoutFootnoteHeading(html: string): string {
  return html.replace('<h2 id="footnote-label" class="sr-only"></h2>\n', "");
}

/** An id that the author gave a heading, noted by the dialects, instead of the one made from its text. */
function withOwnIds(html: string): string {
  return html.replace(/(<h[1-6] id=")[^"]*"><a data-heading-id="([^"]*)"><\/a>/g, '$1$2">');
}
