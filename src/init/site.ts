import { isSiteAddress } from "../config/index.ts";
import { languageTag } from "../language.ts";

/** Something that a file of the site says. */
export interface Told {
  readonly value: string;
  /** The file, from the site's folder; or the flag. */
  readonly from: string;
}

/** What addresses the generator gives pages. */
export interface Pattern {
  /** For files as seen from the collection's folder. */
  readonly permalink: string;
  /** The part of the generator's pattern that can't be said here. */
  readonly unsaid?: string | undefined;
}

/** A folder in which the generator looks for pages. */
export interface Collection extends Pattern {
  /** From the site's folder. */
  readonly folder: string;
  /** Other patterns, by folders below. */
  readonly sections?: Readonly<Record<string, Pattern>> | undefined;
}

/** What a generator's own files tell of a site. */
export interface SiteFound {
  /** As people call it. */
  readonly generator: string;
  readonly title?: Told | undefined;
  readonly url?: Told | undefined;
  readonly description?: Told | undefined;
  readonly language?: Told | undefined;
  readonly timezone?: Told | undefined;
  readonly author?: Told | undefined;
  readonly copyright?: Told | undefined;
  /** The most likely first. */
  readonly collections: readonly Collection[];
  /** A folder whose files the generator takes over into the site as they are; from the site's folder. */
  readonly output: string;
  /** Why that folder, for the file's reader. */
  readonly outputWhy: string;
  /** Whether nothing makes the site's pages yet. */
  readonly pages?: boolean | undefined;
  /** The configuration, where it is not data that can be read. */
  readonly unread?: string | undefined;
  /** What whoever runs the generator has to know. */
  readonly notes?: readonly string[] | undefined;
}

/** A member of data, however deep; nothing where something on the way isn't there. */
export function at(data: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.getOwnPropertyDescriptor(value, step)?.value;
  }, data);
}

/** The same, keys compared as Hugo does. */
export function atAnyCase(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    const wanted = step.toLowerCase();
    return Object.entries(value).find(([key]) => key.toLowerCase() === wanted)?.[1];
  }, data);
}

/** Text on one line, as a title is; nothing else. */
export function told(value: unknown, from: string): Told | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return text === "" || text.length > 500 || /\{[{%]/.test(text) ? undefined : { value: text, from };
}

/** The site's address, with the path that it stands below. An address of the own machine is none. */
export function toldUrl(value: unknown, from: string, base: unknown = ""): Told | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  if (!isSiteAddress(text) || /^https?:\/\/(?:localhost|127\.|\[|0\.0\.0\.0)/i.test(text)) return undefined;
  const path = typeof base === "string" ? base.replace(/^\/+|\/+$/g, "") : "";
  return { value: `${text.replace(/\/+$/, "")}/${path === "" ? "" : `${path}/`}`, from };
}

export function toldLanguage(value: unknown, from: string): Told | undefined {
  const tag = typeof value === "string" ? languageTag(value.replaceAll("_", "-")) : undefined;
  return tag === undefined ? undefined : { value: tag, from };
}

/** A path below the site's folder, without `./` and strokes around it. */
export function below(base: string, ...parts: readonly unknown[]): string {
  const names = [base, ...parts.map(String)].flatMap((part) => part.split("/"));
  const kept: string[] = [];
  for (const name of names)
    if (name === "..") kept.pop();
    else if (name !== "." && name !== "") kept.push(name);
  return kept.join("/") || ".";
}
