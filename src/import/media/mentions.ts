import type { Composed } from "../write/compose.ts";

/** Where bodies name pictures and recordings, in Markdown and in tags. Each look goes no further than the next bracket. */
const pictures = /(!\[(?:[^[\]\\]|\\.)*\]\(<?)(https?:[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)/g;
const tags = /<(?:img|audio|video|source)\s[^<>]*>/g;
const attributes = /(\s(?:src|poster|srcset)=")([^"]*)(?=")/g;
/** An address of a `srcset`, behind its width or density the next one. */
const candidates = /((?:^|,)\s*)([^\s,][^\s]*[^\s,]|[^\s,])/g;

/** The addresses of an article's pictures and recordings: each once. */
export function mediaIn({ front, body }: Composed): ReadonlySet<string> {
  const found = new Set<string>();
  withAddresses(body, (url) => {
    found.add(url);
    return undefined;
  });
  for (const value of [front.image, ...listIn(front.enclosures)]) found.add(addressIn(value) ?? "");
  return new Set([...found].filter((url) => /^https?:\/\//.test(url)));
}

/** The same article, with paths instead of addresses. */
export function withPaths({ front, body }: Composed, paths: ReadonlyMap<string, string>): Composed {
  const enclosures = listIn(front.enclosures).map((each) => withPath(each, paths));
  return {
    body: withAddresses(body, (url) => paths.get(url)),
    front: { ...front, image: withPath(front.image, paths), ...(enclosures.length > 0 && { enclosures }) },
  };
}

/** What an address is to be replaced by; nothing where it stays. */
type Replacing = (url: string) => string | undefined;

function withAddresses(body: string, replacing: Replacing): string {
  const replaced = (written: string) => replacing(written.replaceAll("&amp;", "&")) ?? written;
  const inSet = (_: string, before: string, written: string) => before + replaced(written);
  const inAttribute = (_: string, before: string, value: string) =>
    before + (before.includes("srcset") ? value.replace(candidates, inSet) : replaced(value));
  return body.replace(pictures, inSet).replace(tags, (tag) => tag.replace(attributes, inAttribute));
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
