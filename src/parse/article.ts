import { languageTag, meantLanguage } from "../language.ts";
import type { Article, PartnerRule } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { Complaints } from "./complaints.ts";
import type { Zone } from "./dates.ts";
import type { Head } from "./fence.ts";
import { Fields } from "./fields.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { reportRepeated } from "./headers.ts";
import { type IdentityContext, readIdentity } from "./identity.ts";
import { readCanonical, readLinks, readOrigin, readUrl } from "./links.ts";
import { locator } from "./locator.ts";
import { readEnclosures, readPicture } from "./media.ts";
import { readAuthors, readCredit, readPeople } from "./people.ts";
import { readFileName } from "./permalink.ts";
import { readCorrections, readDates } from "./timing.ts";
import { asText, distinct, member } from "./values.ts";
import { readVisibility } from "./visibility.ts";

/** What reading an article needs to know of its site. */
export interface ParseContext extends IdentityContext {
  readonly zone: Zone;
  /** How many entries a list may have. */
  readonly mostEntries: number;
  readonly report: Report;
  /** Whether the content folder itself is Jekyll's `_posts`. */
  readonly jekyll?: boolean | undefined;
  /** The body's first line, where it is a heading: it stands in for a missing title. */
  readonly heading: () => string | undefined;
}

/**
 * Turns an article's head into an `Article`.
 * @param file path below the content folder
 * @returns nothing where a problem costs the article; it is reported
 */
export function parseArticle(file: string, head: Head, context: ParseContext): Article | undefined {
  const complaints = new Complaints(locator(head, file), context.report);
  const fields = new Fields(readFrontMatter(head, file), complaints, context);
  if (head.language === "headers") reportRepeated(head.source, complaints);
  const article = articleOf(file, fields, complaints, context);
  complaints.close();
  return complaints.rejected ? undefined : article;
}

function articleOf(
  file: string,
  fields: Fields,
  complaints: Complaints,
  context: ParseContext,
): Article | undefined {
  const missing = (key: string): undefined =>
    complaints.add(problem("field-missing", { key }), []) ?? undefined;

  const title =
    fields.text("title") ?? context.heading() ?? (complaints.rejected ? undefined : missing("title"));
  const corrections = readCorrections(fields);
  const dates = readDates(fields, file, corrections);
  if (dates === undefined && !complaints.rejected) missing("date");
  const visibility = readVisibility(fields, file);
  if (title === undefined || dates === undefined) return undefined;

  const subjects = readSubjects(fields, context.jekyll || readFileName(file).jekyll);
  const { topic, categories } = subjects;
  const identity = readIdentity(fields, file, { title, topic, categories, date: dates.wall }, context);
  if (identity === undefined || complaints.rejected) return undefined;
  // One literal without spreads: this runs for every article, and is much quicker so.
  return {
    file,
    id: identity.id,
    permalink: identity.permalink,
    addressClaimed: identity.addressClaimed,
    title,
    published: dates.instants.published,
    updated: dates.instants.updated,
    changes: dates.instants.changes,
    embargo: dates.instants.embargo,
    expires: dates.instants.expires,
    draft: visibility.draft,
    withdrawn: visibility.withdrawn,
    topic,
    tags: subjects.tags,
    summary: fields.text("summary"),
    authors: readAuthors(fields),
    contributors: readPeople(fields, "contributors"),
    credit: readCredit(fields),
    language: readLanguage(fields, file),
    canonical: readCanonical(fields, context.siteUrl),
    image: readPicture(fields),
    enclosures: readEnclosures(fields),
    corrections,
    origin: readOrigin(fields),
    links: readLinks(fields),
    comments: readUrl(fields, "comments"),
    rights: fields.text("rights"),
    partners: readPartners(fields),
    extra: fields.extra,
  };
}

/** The topic label and the tags; of `categories` the first is the topic where there is none. */
function readSubjects(
  fields: Fields,
  jekyll: boolean,
): Pick<Article, "topic" | "tags"> & { readonly categories: readonly string[] } {
  const separator = jekyll ? blanksOrCommas : ",";
  const categories = fields.texts("categories", separator);
  const topics = fields.texts("topic");
  const isCategory = fields.get("topic")?.key.at(-1)?.toLowerCase() === "category";
  const topic = topics[0] ?? categories[0];
  const tags = fields.texts("tags", separator);
  const all = categories.length === 0 ? tags : distinct(tags.concat(categories));
  return {
    topic,
    tags: topic !== undefined && all.includes(topic) ? all.filter((tag) => tag !== topic) : all,
    categories: isCategory ? distinct(topics.concat(categories)) : categories,
  };
}

const blanksOrCommas = /[,\s]+/;

function readLanguage(fields: Fields, file: string): string | undefined {
  const field = fields.get("language");
  const seen = asText(field?.value)?.replaceAll("_", "-");
  if (field === undefined || seen === undefined) return readFileName(file).language;
  const excerpt = seen.slice(0, longestLanguage);
  const known = seen === excerpt ? languageTag(seen) : undefined;
  const details = (key: string) => ({ key, seen: excerpt, meant: meantLanguage(excerpt) });
  return known ?? fields.reportAt(field, (key) => problem("field-language", details(key)));
}

/** In characters; no tag that anyone uses comes near it. */
const longestLanguage = 60;

function readPartners(fields: Fields): PartnerRule | undefined {
  if (fields.isFalse("partners")) return { allow: [] };
  const field = fields.get("partners");
  if (field === undefined) return undefined;
  const { value } = field;
  if (Array.isArray(value) && value.length === 0) return { allow: [] };
  const wrong = () =>
    fields.wrong(field, "either `{allow: […]}` or `{deny: […]}`; false for no partner at all");
  if (["allow", "deny"].some((key) => !areNames(member(value, key)))) return wrong();
  const allow = namesIn(member(value, "allow"));
  const deny = namesIn(member(value, "deny"));
  if (allow !== undefined && deny === undefined) return { allow };
  if (deny !== undefined && allow === undefined) return { deny };
  return wrong();
}

/** Whom an article is for mustn't hang on how a list is written. */
function areNames(value: unknown): boolean {
  if (value === undefined) return true;
  return (Array.isArray(value) ? value : [value]).every((each) =>
    /^(?:[\w.-]+(?:\s*,\s*|$))+$|^\*$/.test(asText(each) ?? ""),
  );
}

function namesIn(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const texts = (Array.isArray(value) ? value : [value]).flatMap((each) => asText(each)?.split(",") ?? []);
  return texts.map((each) => each.trim()).map((each) => (each.toLowerCase() === "all" ? "*" : each));
}
