import { Marked } from "marked";
import markedFootnote from "marked-footnote";
import { gfmHeadingId, resetHeadings } from "marked-gfm-heading-id";
import type { Limits } from "../config/index.ts";
import { refuseMore } from "./limits.ts";
import { lineText } from "./lineText.ts";
import { addressLength, textLength } from "./written.ts";

/** Turns Markdown into HTML, raw HTML included: never trust what it gives. */
export interface Markdown {
  /**
   * A body: paragraphs, lists, footnotes and so on.
   * @throws TooLarge
   */
  blocks(source: string, limits?: Limits): string;
  /** A line: emphasis, links, code. */
  line(source: string): string;
}

/** Ids made from headings' texts. Its hook alone would have marked prepare every line for hooks. */
const headingIds = { ...gfmHeadingId(), hooks: null };

/** An instance of its own: after a parse that was stopped or threw, take a new one. */
export function createMarkdown(): Markdown {
  const options = { gfm: true, async: false };
  let limits: Limits | undefined;
  let addresses = 0;
  /** References multiply: each has the whole address and title of its definition, and signs grow as they are written. */
  const count = ({ href, title }: { href: string; title?: string | null }): false => {
    addresses += addressLength(href) + textLength(title ?? "");
    if (limits) refuseMore(addresses, "content", limits);
    return false;
  };
  const counted = { renderer: { link: count, image: count } };
  const plain = new Marked(options, headingIds, lineText, counted);
  const withNotes = new Marked(
    options,
    headingIds,
    lineText,
    counted,
    markedFootnote({ description: "", footnoteDivider: true }),
  );
  const lines = new Marked(options);
  return {
    blocks: (source, given) => {
      limits = given;
      addresses = 0;
      resetHeadings();
      const bodies = mayHaveNotes(source) ? withNotes : plain;
      const html = bodies.parse(source.replace(/^\uFEFF/, ""), { async: false });
      return withOwnIds(withoutFootnoteHeading(html));
    },
    line: (source) => lines.parseInline(source, { async: false }),
  };
}

/** All notes and marks for them begin so; looking for them costs a tenth of a body's time. */
function mayHaveNotes(source: string): boolean {
  return source.includes("[^");
}

/** The footnotes' heading is for screen readers, in English and hidden by a class that feeds lose. */
function withoutFootnoteHeading(html: string): string {
  return html.replace('<h2 id="footnote-label" class="sr-only"></h2>\n', "");
}

/** An id that the author gave a heading, noted by the dialects, instead of the one made from its text. */
function withOwnIds(html: string): string {
  if (!html.includes("data-heading-id")) return html;
  return html.replace(/(<h[1-6] id=")[^"]*"><a data-heading-id="([^"]*)"><\/a>/g, '$1$2">');
}
