import { type Heads, sharing } from "../index/index.ts";
import type { Article } from "../model.ts";
import { type Problem, problem, type Report } from "../problems/index.ts";
import type { ArticleOf } from "./selection.ts";

/**
 * Leaves out rows whose article's id or address another one has: `withoutTwins`, of those alone
 * that share a name with another, as on nearly all sites nobody does.
 * @param rows those that are due: one that is held back must not keep a name from another
 * @param articleOf asked only of those that may have a twin
 */
export function withoutTwinRows(
  heads: Heads,
  rows: readonly number[],
  articleOf: ArticleOf,
  report: Report,
): readonly number[] {
  const sharingId = sharing(rows, heads.names, 4, 0);
  const sharingPermalink = sharing(rows, heads.names, 4, 2);
  if (sharingId.size + sharingPermalink.size === 0) return rows;
  const twins = new Map<Article, number>();
  for (const row of new Set([...sharingId, ...sharingPermalink])) {
    const article = articleOf(row);
    if (article) twins.set(article, row);
  }
  for (const article of withoutTwins([...twins.keys()], report)) twins.delete(article);
  const left = new Set(twins.values());
  return rows.filter((row) => !left.has(row));
}

/**
 * Leaves out articles whose id or address another one has. What follows from a file's own place
 * wins over what another's front matter claims; else the one published first keeps it, whatever
 * file is read first.
 */
function withoutTwins(articles: readonly Article[], report: Report): readonly Article[] {
  const kept = new Set<Article>();
  for (let left = [...articles].sort(firstPublished); left.length > 0; ) {
    const standing = standingAmong(left);
    for (const each of standing) kept.add(each);
    const taken = holdersAmong(standing);
    left = left.filter((each) => {
      const twin = kept.has(each) ? undefined : twinProblem(each, taken);
      if (twin !== undefined) report(twin);
      return !kept.has(each) && twin === undefined;
    });
  }
  return articles.filter((each) => kept.has(each));
}

function firstPublished(a: Article, b: Article): number {
  return a.published - b.published || (a.file < b.file ? -1 : 1);
}

interface Holders {
  readonly id: ReadonlyMap<string, Article>;
  readonly permalink: ReadonlyMap<string, Article>;
}

/** Those whose names are all theirs; where each holds only a part of the other's, the first of them. */
function standingAmong(left: readonly Article[]): readonly Article[] {
  const { id, permalink } = holdersAmong(left);
  const standing = left.filter((each) => id.get(each.id) === each && permalink.get(each.permalink) === each);
  return standing.length > 0 ? standing : left.slice(0, 1);
}

/** Who holds each name, of articles in the order of their publication. */
function holdersAmong(articles: readonly Article[]): Holders {
  const id = new Map<string, Article>();
  const permalink = new Map<string, Article>();
  for (const each of articles) {
    hold(id, each.id, each, holdOnId);
    hold(permalink, each.permalink, each, holdOnAddress);
  }
  return { id, permalink };
}

function hold(
  holders: Map<string, Article>,
  name: string,
  article: Article,
  strength: (article: Article) => number,
): void {
  const before = holders.get(name);
  if (before === undefined || strength(article) > strength(before)) holders.set(name, article);
}

function holdOnAddress({ addressClaimed }: Article): number {
  return addressClaimed ? 0 : 1;
}

/** One that is the article's address is as strong as that; one that was given is weakest. */
function holdOnId(article: Article): number {
  return article.id === article.permalink ? 1 + holdOnAddress(article) : 0;
}

function twinProblem({ id, permalink, file }: Article, taken: Holders): Problem | undefined {
  const place = { file, line: 1 };
  const neighbour = taken.permalink.get(permalink);
  if (neighbour !== undefined) return problem("permalink-twice", { permalink, other: neighbour.file }, place);
  const namesake = taken.id.get(id);
  return namesake && problem("id-twice", { id, other: namesake.file }, place);
}
