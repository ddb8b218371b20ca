import { distance } from "fastest-levenshtein";
import type { Article, Correction, Instant, Link, Origin, PartnerRule } from "../model.ts";
import { type Problem, problem, type Report } from "../problems/index.ts";
import type { ReadDate, Zone } from "./dates.ts";
import type { Head } from "./fence.ts";
import { asText, Fields, member } from "./fields.ts";
import { locator, readFrontMatter } from "./frontMatter.ts";
import { type IdentityContext, isElsewhere, readIdentity } from "./identity.ts";
import { readEnclosures, readPicture } from "./media.ts";
import { readAuthors, readCredit, readPeople, urlIn, webAddress } from "./people.ts";
import { readFileName } from "./permalink.ts";

/** What reading an article needs to know of its site. */
export interface ParseContext extends IdentityContext {
  readonly zone: Zone;
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
  let rejected = false;
  const report = (each: Problem): void => {
    rejected ||= each.severity === "error";
    context.report(each);
  };
  const locate = locator(head, file);
  const fields = new Fields(readFrontMatter(head, file), locate, report, context.zone);
  const missing = (key: string): undefined =>
    report(problem("field-missing", { key }, locate([]))) ?? undefined;

  const title = fields.text("title") ?? context.heading() ?? missing("title");
  const corrections = readCorrections(fields);
  const dates = readDates(fields, file, corrections);
  if (dates === undefined && !rejected) missing("date");
  const visibility = readVisibility(fields, file);
  if (title === undefined || dates === undefined) return undefined;

  const subjects = readSubjects(fields, context.jekyll || readFileName(file).jekyll);
  const identity = readIdentity(fields, file, { title, topic: subjects.topic, date: dates.wall }, context);
  if (identity === undefined || rejected) return undefined;
  const article: Article = {
    file,
    bodyOffset: head.bodyOffset,
    ...identity,
    title,
    ...dates.instants,
    ...visibility,
    ...subjects,
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
  return rejected ? undefined : article;
}

interface Dates {
  readonly wall: ReadDate["wall"];
  readonly instants: Pick<Article, "published" | "updated" | "embargo" | "expires">;
}

function readDates(fields: Fields, file: string, corrections: readonly Correction[]): Dates | undefined {
  const embargo = fields.date("embargo");
  const change = fields.date("updated");
  const expires = fields.date("expires")?.instant;
  const date = fields.get("date") ? fields.date("date") : (embargo ?? dateInName(fields, file) ?? change);
  if (date === undefined) return undefined;
  const changes = [change?.instant, ...corrections.map((each) => each.date)];
  const published = date.instant;
  return {
    wall: date.wall,
    instants: { published, updated: lastAfter(published, changes), embargo: embargo?.instant, expires },
  };
}

/** The last change. One from before publication is none that a reader should hear of. */
function lastAfter(published: Instant, changes: readonly (Instant | undefined)[]): Instant | undefined {
  return changes.reduce(
    (last, each) => (each !== undefined && each > (last ?? published) ? each : last),
    undefined,
  );
}

/** Jekyll's and Docusaurus's date in the file's name, or the one in the permalink. */
function dateInName(fields: Fields, file: string): ReadDate | undefined {
  const path = asText(fields.get("permalink")?.value) ?? "";
  const date = readFileName(file).date ?? /(?:^|\/)(\d{4}\/\d{2}\/\d{2})\//.exec(path)?.[1];
  return date === undefined ? undefined : fields.dateAt([], date);
}

type Visibility = Pick<Article, "draft" | "withdrawn">;

function readVisibility(fields: Fields, file: string): Visibility {
  const status = fields.text("status")?.toLowerCase();
  checkStatus(fields, status);
  const hidden =
    status === "draft" || status === "hidden" || fields.isFalse("published") || fields.isFalse("permalink");
  const draft = fields.flag("draft") || hidden || readFileName(file).draft;
  if (status !== "withdrawn" && fields.get("withdrawn") === undefined) return { draft };
  const since = fields.get("withdrawn")?.value === true ? undefined : fields.date("withdrawn")?.instant;
  return { draft, withdrawn: { since, reason: fields.text("reason") } };
}

const statuses = ["published", "draft", "hidden", "withdrawn"];

function checkStatus(fields: Fields, seen: string | undefined): void {
  const field = fields.get("status");
  if (seen === undefined || field === undefined || statuses.includes(seen)) return;
  const meant = statuses.find((each) => distance(each, seen) <= 2);
  fields.reportAt(field, () =>
    meant ? problem("status-misspelt", { seen, meant }) : problem("status-unknown", { seen }),
  );
}

/** The topic label and the tags; of `categories` the first is the topic where there is none. */
function readSubjects(fields: Fields, jekyll: boolean): Pick<Article, "topic" | "tags"> {
  const separator = jekyll ? /[,\s]+/ : /\s*,\s*/;
  const categories = fields.texts("categories", separator);
  const topic = fields.texts("topic", /(?!)/)[0] ?? categories[0];
  const tags = [...fields.texts("tags", separator), ...categories].filter((tag) => tag !== topic);
  return { topic, tags: [...new Set(tags)] };
}

function readLanguage(fields: Fields, file: string): string | undefined {
  const field = fields.get("language");
  const seen = asText(field?.value)?.replaceAll("_", "-");
  if (field === undefined || seen === undefined) return readFileName(file).language;
  try {
    return Intl.getCanonicalLocales(seen)[0];
  } catch {
    return fields.reportAt(field, (key) => problem("field-language", { key, seen }));
  }
}

function readUrl(fields: Fields, name: "canonical" | "comments" | "via"): string | undefined {
  const field = fields.get(name);
  const text = asText(field?.value);
  if (field === undefined || text === undefined || /^(?:true|yes|on)$/i.test(text)) return undefined;
  return webAddress(text) ?? fields.badUrl(name, text);
}

/** Where the piece stands, if not here. Jekyll's link blogs give it as `link`. */
function readCanonical(fields: Fields, siteUrl: string): string | undefined {
  const link = fields.text("permalink");
  const given =
    readUrl(fields, "canonical") ?? (link && isElsewhere(link, siteUrl) ? webAddress(link) : undefined);
  return given !== undefined && isElsewhere(given, siteUrl) ? given : undefined;
}

function readCorrections(fields: Fields): readonly Correction[] {
  const field = fields.get("corrections");
  if (field === undefined) return [];
  return fields.list("corrections").flatMap((value, index) => {
    const note = asText(member(value, "note", "text", "correction"));
    const date = member(value, "date", "on", "at");
    const below = Array.isArray(field.value) ? [index] : [];
    if (note === undefined || date === undefined)
      return fields.wrong(field, "a list of `{date, note}`", ...below) ?? [];
    const read = fields.dateOf(field, date, ...below, "date");
    return read === undefined ? [] : { date: read.instant, note };
  });
}

function readOrigin(fields: Fields): Origin | undefined {
  const field = fields.get("source");
  if (field === undefined) return undefined;
  const title = asText(member(field.value, "title", "name"));
  const url = urlIn(fields, "source", field.value) ?? webAddress(asText(field.value));
  if (url !== undefined) return { title: title ?? new URL(url).hostname, url };
  return fields.wrong(field, "`{title, url}`");
}

function readLinks(fields: Fields): readonly Link[] {
  const via = readUrl(fields, "via");
  const related = fields.list("related").flatMap((value): Link[] => {
    const url = webAddress(asText(value)) ?? urlIn(fields, "related", value);
    return url === undefined ? [] : [{ rel: "related", url, title: asText(member(value, "title")) }];
  });
  return via === undefined ? related : [{ rel: "via", url: via }, ...related];
}

function readPartners(fields: Fields): PartnerRule | undefined {
  const field = fields.get("partners");
  if (field === undefined) return undefined;
  const allow = namesIn(member(field.value, "allow"));
  const deny = namesIn(member(field.value, "deny"));
  if (allow !== undefined && deny === undefined) return { allow };
  if (deny !== undefined && allow === undefined) return { deny };
  return fields.wrong(field, "either `{allow: […]}` or `{deny: […]}`");
}

function namesIn(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]).flatMap((each) => asText(each) ?? []);
}
