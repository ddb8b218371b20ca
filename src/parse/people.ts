import type { Credit, Person } from "../model.ts";
import { isSettled, urlFrom } from "../url.ts";
import type { Field, Fields } from "./fields.ts";
import { asText, member, none } from "./values.ts";
import type { WordName } from "./vocabulary.ts";

/**
 * Reads people: `Name`, `Name <mail>`, `{name, email, url, avatar}`, or a list of them. Text under
 * a plural name is split at semicolons, or else at commas, as Pelican has it.
 */
export function readPeople(fields: Fields, name: "authors" | "contributors"): readonly Person[] {
  const field = fields.get(name);
  if (field === undefined) return none;
  return listOfPeople(fields, field).flatMap((value, index) => {
    const below = Array.isArray(field.value) ? [index] : [];
    return personOf(value) ?? fields.wrong(field, "a name", ...below) ?? [];
  });
}

function listOfPeople(fields: Fields, { name, key, value }: Field): readonly unknown[] {
  const separable = typeof value === "string" && key.at(-1)?.toLowerCase().endsWith("s") === true;
  return fields.list(name, separable ? separatorOf(value) : undefined);
}

/** The authors, with what the words for a single author add. */
export function readAuthors(fields: Fields): readonly Person[] {
  const authors = readPeople(fields, "authors");
  const only = authors[0];
  if (only === undefined || authors.length > 1) return authors;
  const email = only.email ?? mailOf(fields.text("authorEmail"));
  const url = only.url ?? webAddress(fields.text("authorUrl"));
  const avatar = only.avatar ?? webAddress(fields.text("authorImage"));
  return [{ name: only.name, email, url, avatar }];
}

/** Reads an agency: its name, or `{name, url}`. */
export function readCredit(fields: Fields): Credit | undefined {
  const field = fields.get("credit");
  if (field === undefined) return undefined;
  const name = Array.isArray(field.value) ? namesOf(field.value) : nameOf(field.value);
  if (name === undefined || typeof field.value === "boolean")
    return fields.wrong(field, "an agency's name, or `{name, url}`");
  return { name, url: urlIn(fields, "credit", field.value) };
}

function nameOf(value: unknown): string | undefined {
  return asText(member(value, "name", "title")) ?? asText(value);
}

/** Several agencies, as a byline has them. */
function namesOf(list: readonly unknown[]): string | undefined {
  return list.flatMap((each) => nameOf(each) ?? []).join(", ") || undefined;
}

/** An http or https address below a field; another one is a problem and left out. */
export function urlIn(
  fields: Fields,
  name: WordName,
  value: unknown,
  ...names: string[]
): string | undefined {
  const text = asText(member(value, ...names, "url", "link", "href"));
  const url = webAddress(text);
  if (text !== undefined && url === undefined) fields.badUrl(name, text);
  return url;
}

/** An absolute http or https address, as the URL standard writes it. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || isSettled(text)) return text;
  return /^https?:\/\//i.test(text) ? urlFrom(text)?.href : undefined;
}

function separatorOf(text: string): string {
  return text.includes(";") ? ";" : ",";
}

/** Someone who is named, or described by a mapping; Docusaurus's `key` names someone that its list of authors describes. */
export function personOf(value: unknown): Person | undefined {
  if (typeof value === "string") return namedPerson(asText(value) ?? "");
  const name = asText(member(value, "name", "key", "title"));
  if (name === undefined) return undefined;
  return {
    name,
    email: mailOf(asText(member(value, "email", "mail"))),
    url: webAddress(asText(member(value, "url", "link", "uri", "website", "web"))),
    avatar: webAddress(asText(member(value, "avatar", "image_url", "imageurl", "picture", "image"))),
  };
}

function namedPerson(text: string): Person | undefined {
  // A number is an index into data that another generator has.
  return addressedPerson(text) ?? (/\p{L}/u.test(text) ? { name: text } : undefined);
}

/** `Name <mail>`, or a Markdown link. */
function addressedPerson(text: string): Person | undefined {
  if (!text.endsWith(">") && !text.endsWith(")")) return undefined;
  const before = text.lastIndexOf("<");
  const [, email] = /^<([^<>\s@]+@[^<>\s]+)>$/.exec(text.slice(before)) ?? [];
  const name = text.slice(0, before).trimEnd();
  if (name && email) return { name, email };
  const [, label, url] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(text) ?? [];
  return label === undefined ? undefined : { name: label, url: webAddress(url) };
}

function mailOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[^\s@<>()]+@[^\s@<>()]+$/.test(text) ? text : undefined;
}
