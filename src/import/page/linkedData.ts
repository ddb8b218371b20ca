import { z } from "zod";
import type { Person } from "../../model.ts";
import { webUrl } from "../addresses.ts";
import { lineOf } from "../text.ts";

/** What a page's JSON-LD says of its article, in schema.org's words. */
export interface LinkedArticle {
  readonly headline?: string | undefined;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly datePublished?: string | undefined;
  readonly dateModified?: string | undefined;
  readonly section?: string | undefined;
  readonly keywords: readonly string[];
  readonly language?: string | undefined;
  readonly authors: readonly Person[];
  readonly image?: string | undefined;
  readonly credit?: string | undefined;
}

const text = z.string().optional().catch(undefined);
const named = z.object({ name: text, url: text, "@id": text });
const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(item.nullable().catch(null)), item.transform((only) => [only])])
    .optional()
    .catch(undefined);
const texts = oneOrMore(z.string());

const schema = z.object({
  headline: text,
  name: text,
  description: text,
  url: text,
  mainEntityOfPage: z
    .union([z.string(), z.object({ "@id": text })])
    .optional()
    .catch(undefined),
  datePublished: text,
  dateModified: text,
  articleSection: texts,
  keywords: texts,
  inLanguage: text,
  author: oneOrMore(z.union([z.string(), named])),
  image: oneOrMore(z.union([z.string(), z.object({ url: text, contentUrl: text })])),
  creditText: text,
});

const articleTypes =
  /^(?:(?:News|Report|Scholarly|Tech|Opinion|Analysis|Background|Review|Satirical|Advertiser|Social|BlogPosting|LiveBlog)\w*|Article|BlogPosting)$/;

/** Finds the article in a page's JSON-LD; nothing where there is none, or none that can be read. */
export function linkedArticle(scripts: readonly string[]): LinkedArticle | undefined {
  for (const script of scripts) {
    const found = articleIn(parsed(script), 0);
    const read = found === undefined ? undefined : schema.safeParse(found);
    if (read?.success) return articleOf(read.data);
  }
  return undefined;
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return undefined;
  }
}

/** By itself, in a list, or in a graph. */
function articleIn(data: unknown, depth: number): object | undefined {
  if (typeof data !== "object" || data === null || depth > 4) return undefined;
  if (Array.isArray(data)) {
    for (const each of data.slice(0, 200)) {
      const found = articleIn(each, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const types = "@type" in data ? [data["@type"]].flat() : [];
  if (types.some((type) => typeof type === "string" && articleTypes.test(type))) return data;
  return "@graph" in data ? articleIn(data["@graph"], depth + 1) : undefined;
}

function articleOf(data: z.infer<typeof schema>): LinkedArticle {
  const page =
    typeof data.mainEntityOfPage === "string" ? data.mainEntityOfPage : data.mainEntityOfPage?.["@id"];
  const [image] = present(data.image);
  const keywords = present(data.keywords);
  return {
    headline: lineOf(data.headline ?? data.name),
    description: lineOf(data.description),
    url: webUrl(data.url) ?? webUrl(page),
    datePublished: data.datePublished,
    dateModified: data.dateModified,
    section: lineOf(present(data.articleSection)[0]),
    keywords: keywords.length === 1 ? (keywords[0]?.split(",").map((each) => each.trim()) ?? []) : keywords,
    language: data.inLanguage,
    authors: present(data.author).flatMap((each): Person[] => {
      const name = lineOf(typeof each === "string" ? each : each.name);
      return name === undefined
        ? []
        : [{ name, url: typeof each === "string" ? undefined : webUrl(each.url) }];
    }),
    image: typeof image === "string" ? image : (image?.url ?? image?.contentUrl),
    credit: lineOf(data.creditText),
  };
}

function present<T>(list: readonly (T | null)[] | undefined): readonly T[] {
  return (list ?? []).flatMap((each) => each ?? []);
}
