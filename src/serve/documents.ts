import { join, relative, sep } from "node:path";
import type { WrittenFile } from "../buildResult.ts";
import type { Config } from "../config/index.ts";
import { formats } from "../formats/index.ts";
import { fileOf, type Partner, shownFileOf } from "../partners/partner.ts";

/** A document that was published, as the preview knows it. */
export interface Document {
  /** Below the output folder; of a partner's with a secret, without it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: NonNullable<WrittenFile["kind"]>;
  /** As people call its format. */
  readonly label: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly items: number;
  /** As people call the partner that it is for. */
  readonly partner?: { readonly name: string; readonly title: string } | undefined;
}

/** A feed: the same items in one document or several, one a format. */
export interface Feed {
  /** As people call what it is of. */
  readonly label: string;
  /** What comes before its documents' names. */
  readonly folder: string;
  readonly kind: Document["kind"];
  readonly documents: readonly Document[];
}

const labels = { rss: "RSS", atom: "Atom", json: "JSON Feed" } as const;
const partnersTypes = {
  rss: formats.rss.mediaType,
  atom: formats.atom.mediaType,
  "json-feed": formats.json.mediaType,
  json: "application/json",
  xml: "application/xml",
} as const;

/** What of the files that a build wrote, or left as they were, is a feed. */
export function documentsOf(files: readonly WrittenFile[], config: Config): readonly Document[] {
  const partners = new Map(
    config.partners.map((partner) => [placeOf(partner, config.output, shownFileOf), partner]),
  );
  return files.flatMap(({ path: name, state, kind, format, bytes, items = 0 }): Document[] => {
    if (state === "removed" || kind === undefined || kind === "page") return [];
    const partner = partners.get(name);
    const about = { name, kind, bytes, items };
    if (partner !== undefined) {
      const path = join(config.output, placeOf(partner, config.output, fileOf));
      const { name: called, title, profile } = partner;
      const mediaType = partnersTypes[profile.format];
      return [{ ...about, path, label: title, mediaType, partner: { name: called, title } }];
    }
    if (format === undefined) return [];
    return [
      {
        ...about,
        path: join(config.output, name),
        label: labels[format],
        mediaType: formats[format].mediaType,
      },
    ];
  });
}

/** A partner's file, from the output folder on. */
function placeOf(partner: Partner, output: string, file: (partner: Partner) => string): string {
  return relative(output, join(partner.output, file(partner)))
    .split(sep)
    .join("/");
}

/** Feeds with their documents; each partner's is one. */
export function feedsOf(documents: readonly Document[], siteTitle: string): readonly Feed[] {
  const feeds = new Map<string, Document[]>();
  for (const each of documents) {
    const key = each.partner ? each.name : folderOf(each);
    const alike = feeds.get(key);
    if (alike) alike.push(each);
    else feeds.set(key, [each]);
  }
  return [...feeds.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const folder = folderOf(first);
    const label =
      first.partner?.title ?? (first.kind === "main" ? siteTitle : (folder.split("/").at(-2) ?? folder));
    return [{ label, folder, kind: first.kind, documents: alike }];
  });
}

/** With `/` at its end; empty for the output folder itself. */
function folderOf({ name }: Pick<Document, "name">): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}
