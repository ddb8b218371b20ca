import { type FileState, stateAt } from "../fileState.ts";
import type { Article, Person } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { parseYaml, placesInYaml, YamlError } from "../yaml/index.ts";
import { type AuthorsFile, authorsFiles, readAuthorsFile } from "./authorsFile.ts";
import { Complaints } from "./complaints.ts";
import { personOf } from "./people.ts";
import { belowSite } from "./permalink.ts";
import { asText, isMapping, member } from "./values.ts";

/** Where the authors' file is looked for, and what its paths stand below. */
interface Place {
  /** The content folder. */
  readonly content: string;
  readonly site: { readonly url: string };
  /** The pattern of the articles' addresses: authors' pages stand beside them. */
  readonly permalink: string;
}

/** People by the keys that articles name them by. */
export type People = ReadonlyMap<string, Person>;

/** Whom the keys mean by which Docusaurus's articles name their authors. */
export interface Authors {
  readonly people: People;
  /** Where the list was looked for, and what was there. */
  readonly states: readonly { readonly path: string; readonly state: FileState | undefined }[];
}

/** Reads the content folder's `authors.yml`. Apart from the heads, for it may change where they don't. */
export function readAuthors(place: Place, report: Report): Authors {
  const states = authorsFiles(place.content).map((path) => ({ path, state: stateAt(path) }));
  const file = readAuthorsFile(place.content, report);
  return { people: file === undefined ? new Map() : peopleIn(file, place, report), states };
}

/** Puts people in their keys' place. What an article says of someone itself wins; a name that is no key stays. */
export function withPeople(article: Article, people: People): Article {
  if (!article.authors.some(({ name }) => people.has(name))) return article;
  return { ...article, authors: article.authors.map((each) => known(each, people)) };
}

function known(person: Person, people: People): Person {
  const found = people.get(person.name);
  if (found === undefined) return person;
  const { email = found.email, url = found.url, avatar = found.avatar } = person;
  return { name: found.name, email, url, avatar };
}

function peopleIn({ name: file, text }: AuthorsFile, place: Place, report: Report): People {
  const people = new Map<string, Person>();
  const data = dataIn(file, text, report);
  if (data === undefined) return people;
  const places = placesInYaml(text);
  const complaints = new Complaints((key) => ({ file, ...places(key) }), report);
  for (const [key, value] of Object.entries(data)) {
    if (isMapping(value)) people.set(key, author(key, value, place));
    else complaints.add(problem("author-shape", { key }), [key]);
  }
  complaints.close();
  return people;
}

function dataIn(file: string, text: string, report: Report): Readonly<Record<string, unknown>> | undefined {
  try {
    const data = parseYaml(text, "texts") ?? {};
    if (isMapping(data)) return data;
    report(problem("authors-shape", {}, { file, line: 1, column: 1 }));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const { reason, line, column } = error;
    report(problem("authors-syntax", { reason }, { file, line, column }));
  }
  return undefined;
}

function author(key: string, value: Readonly<Record<string, unknown>>, place: Place): Person {
  const person = personOf({ ...value, key });
  const path = (name: string) => pathOnSite(asText(member(value, name)), place);
  return {
    name: person?.name ?? key,
    email: person?.email,
    url: person?.url ?? path("url") ?? pageOf(key, value, place),
    avatar: person?.avatar ?? path("image_url"),
  };
}

function pathOnSite(text: string | undefined, { site }: Place): string | undefined {
  return text?.startsWith("/") ? belowSite(site.url, text) : undefined;
}

/** An author's own page: in `authors/`, below what all articles' addresses begin with. */
function pageOf(key: string, value: unknown, { site, permalink }: Place): string | undefined {
  const page = member(value, "page");
  const path = page === true ? hyphenated(key) : asText(member(page, "permalink"));
  if (path === undefined) return undefined;
  const [blog = "/"] = /^[^:]*\//.exec(permalink) ?? [];
  return belowSite(belowSite(site.url, `${blog}authors/`), path);
}

/** `JaneDoe2` is `jane-doe-2`. Other letters than English ones Docusaurus writes in ways of its own. */
function hyphenated(key: string): string | undefined {
  const words = /^[\x20-\x7E]+$/.test(key) ? key.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) : null;
  return words?.join("-").toLowerCase();
}
