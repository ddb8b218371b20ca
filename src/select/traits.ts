import type { Config, Criteria, ScopeName } from "../config/index.ts";
import type { Heads } from "../index/index.ts";
import type { People } from "../parse/index.ts";
import { folderName } from "./folderName.ts";

/** What an article may be chosen by: the texts that it has of each kind. */
export type Terms = Readonly<Record<ScopeName, readonly string[]>>;

/** Tells what the article of a row is about. */
export function termsIn({ traits }: Heads, { site }: Config, people: People): (row: number) => Terms {
  const bylines = site.authors.map(({ name }) => name);
  return (row) => {
    const { topic, tags = [], authors = [], language = site.language } = traits?.of(row) ?? {};
    const names = authors.length > 0 ? authors.map((name) => people.get(name)?.name ?? name) : bylines;
    return { topic: topic === undefined ? [] : [topic], tag: tags, author: names, language: [language] };
  };
}

/** Says of articles whether they are what is asked for. */
export function fitting({
  not,
  ...wanted
}: Criteria & { readonly not?: Criteria | undefined }): (terms: Terms) => boolean {
  const [all, none] = [testsOf(wanted), testsOf(not ?? {})];
  return (terms) => all.every((fits) => fits(terms)) && !none.some((fits) => fits(terms));
}

function testsOf(criteria: Criteria): ((terms: Terms) => boolean)[] {
  const kinds = ["topic", "tag", "author", "language"] as const;
  return kinds.flatMap((kind) => {
    const wanted = criteria[kind];
    if (wanted === undefined) return [];
    if (kind === "language") return [({ language }) => language.some((each) => isOneOf(each, wanted))];
    const folders = new Set(wanted.map(folderName));
    return [(terms) => terms[kind].some((each) => folders.has(folderName(each)))];
  });
}

/** `pt` is also `pt-BR`: RFC 4647, section 3.3.1. */
function isOneOf(language: string, ranges: readonly string[]): boolean {
  const tag = language.toLowerCase();
  return ranges.some((range) => tag === range.toLowerCase() || tag.startsWith(`${range.toLowerCase()}-`));
}
