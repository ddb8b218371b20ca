import type { Channel } from "../../model.ts";
import { emptyElement } from "../xml.ts";

/** A link between a feed and its archives. */
interface ArchiveLink {
  readonly rel: "current" | "prev-archive" | "next-archive";
  readonly href: string;
}

/** Where a feed's other documents stand in a format: RFC 5005, section 4. */
export function archiveLinks({ archive }: Channel, format: "rss" | "atom"): readonly ArchiveLink[] {
  const documents = [
    { rel: "current", at: archive?.current },
    { rel: "prev-archive", at: archive?.previous },
    { rel: "next-archive", at: archive?.next },
  ] as const;
  return documents.flatMap(({ rel, at }) => {
    const href = at?.[format];
    return href ? [{ rel, href }] : [];
  });
}

/** `fh:archive`, which says that a document is an archive; the feed itself has none. */
export function archiveMark(margin: string, { archive }: Channel): string {
  return archive?.isArchive ? emptyElement(margin, "fh:archive", "") : "";
}
