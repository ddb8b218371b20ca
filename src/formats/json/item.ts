import type { Enclosure, Item, Person } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { byline } from "../people.ts";
import { subjects } from "../subjects.ts";
import { extensionMembers, itemExtension } from "./extension.ts";
import type { JsonAttachment, JsonAuthor, JsonItemDetails, JsonItemHead } from "./wire.ts";

/** What an item is, by JSON Feed 1.1. Its `content_html`, which is long, is written by itself. */
export function beforeContent({ id, url, externalUrl, title }: Item): JsonItemHead {
  return { id, url, external_url: externalUrl, title: title || undefined };
}

/** What is said of an item, its extensions last. One of `content_html` and `content_text` is required. */
export function afterContent(item: Item): JsonItemDetails {
  const tags = subjects(item).map(({ label, term }) => label || term);
  const { contentHtml, summary, title } = item;
  const details = {
    content_text: contentHtml ? undefined : summary || title,
    summary: summary || undefined,
    image: item.image?.url,
    date_published: item.published === undefined ? undefined : rfc3339(item.published),
    date_modified: rfc3339(item.updated),
    authors: filled(byline(item).map(author)),
    tags: filled([...new Set(tags)]),
    language: item.language,
    attachments: filled(item.enclosures.map(attachment)),
  };
  const [others, ours] = [extensionMembers(item.jsonExtensions), itemExtension(item)];
  // Copying takes its time, and most items have neither.
  return others || ours ? { ...details, ...others, ...ours } : details;
}

export function author({ name, url, avatar }: Person): JsonAuthor {
  return { name, url, avatar };
}

function attachment({ url, type, title, length, duration }: Enclosure): JsonAttachment {
  return {
    url,
    mime_type: type,
    title,
    size_in_bytes: length || undefined,
    duration_in_seconds: duration,
  };
}

/** Empty lists are left out. */
export function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length ? list : undefined;
}
