import type { Enclosure, Item, Person } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { byline } from "../people.ts";
import { subjects } from "../subjects.ts";
import { extensionMembers, itemExtension } from "./extension.ts";
import type { JsonAttachment, JsonAuthor, JsonItem } from "./wire.ts";

/** An item as JSON Feed 1.1 has it, its extensions last. One of `content_html` and `content_text` is required. */
export function jsonItem(item: Item): JsonItem {
  const tags = subjects(item).map(({ label, term }) => label || term);
  const { contentHtml, summary, title } = item;
  return {
    id: item.id,
    url: item.url,
    external_url: item.externalUrl,
    title: title || undefined,
    content_html: contentHtml || undefined,
    content_text: contentHtml ? undefined : summary || title,
    summary: summary || undefined,
    image: item.image?.url,
    date_published: item.published === undefined ? undefined : rfc3339(item.published),
    date_modified: rfc3339(item.updated),
    authors: filled(byline(item).map(author)),
    tags: filled([...new Set(tags)]),
    language: item.language,
    attachments: filled(item.enclosures.map(attachment)),
    ...extensionMembers(item.jsonExtensions),
    ...itemExtension(item),
  };
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
