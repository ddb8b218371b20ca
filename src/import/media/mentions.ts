import type { Composed } from "../write/compose.ts";

/** Where bodies name pictures and recordings: as Markdown, and in tags. */
const pictures = /!\[(?:[^\]\\]|\\.)*\]\(<?(https?:[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?/g;
const attributes = /<(?:img|audio|video|source)\s[^>]*?>/g;
const inTag = /\s(?:src|poster|srcset)="([^"]*)"/g;

/** The addresses of an article's pictures and recordings: each once. */
export function mediaIn({ front, body }: Composed): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, url = ""] of body.matchAll(pictures)) found.add(unescaped(url));
  for (const [tag] of body.matchAll(attributes))
    for (const [whole, value = ""] of tag.matchAll(inTag)) {
      const isSet = /^\s*srcset/.test(whole);
      for (const url of isSet
        ? unescaped(value)
            .split(",")
            .map((each) => each.trim().split(/\s+/)[0] ?? "")
        : [unescaped(value)])
        found.add(url);
    }
  for (const value of [front.image, ...listIn(front.enclosures)]) {
    const url = addressIn(value);
    if (url !== undefined) found.add(url);
  }
  return new Set([...found].filter((url) => /^https?:\/\//.test(url)));
}

/** The same article, with paths instead of addresses. */
export function withPaths({ front, body }: Composed, paths: ReadonlyMap<string, string>): Composed {
  let text = body;
  // Longer ones first: one address may begin with another.
  for (const [url, path] of [...paths].sort(([a], [b]) => b.length - a.length))
    for (const written of new Set([url, url.replaceAll("&", "&amp;")]))
      text = text.replace(
        new RegExp(
          `(?<=\\]\\(<?|(?:src|poster)="|srcset="(?:[^"]*[\\s,])?)${literal(written)}(?=[\\s)>",])`,
          "g",
        ),
        () => path,
      );
  const enclosures = listIn(front.enclosures).map((each) => withPath(each, paths));
  return {
    body: text,
    front: { ...front, image: withPath(front.image, paths), ...(enclosures.length > 0 && { enclosures }) },
  };
}

function withPath(value: unknown, paths: ReadonlyMap<string, string>): unknown {
  const path = paths.get(addressIn(value) ?? "");
  if (path === undefined || typeof value !== "object" || value === null) return path ?? value;
  // A file tells its own size and type.
  const { length: _, type: __, ...rest } = { length: 0, type: "", ...value };
  return "src" in value ? { ...rest, src: path } : { ...rest, url: path };
}

function addressIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const address = "src" in value ? value.src : "url" in value ? value.url : undefined;
  return typeof address === "string" ? address : undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function unescaped(text: string): string {
  return text.replaceAll("&amp;", "&");
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
