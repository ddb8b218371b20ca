import { type Entry, type Fault, instantOf, type ReadFeed, type Word } from "./entry.ts";

/** A JSON Feed, or a partner's list of stories, as a reader takes it. */
export function readJson(text: string): ReadFeed {
  const data = parsed(text);
  if ("message" in data) return { ...empty, faults: [data] };
  const { value } = data;
  const lines = linesOf(text, Array.isArray(value) ? 2 : 4);
  if (Array.isArray(value)) {
    const entries = value.map((each, at) => storyOf(each, lines[at] ?? 1));
    return { ...empty, format: "ninjs", entries, faults: [] };
  }
  const entries = listIn(value, "items").map((item, at) => entryOf(item, lines[at] ?? 1));
  return {
    format: "JSON Feed",
    title: textIn(value, "title"),
    description: textIn(value, "description"),
    url: textIn(value, "home_page_url"),
    icon: textIn(value, "icon"),
    entries,
    faults: versionOf(value),
  };
}

const empty: ReadFeed = {
  format: "JSON Feed",
  title: "",
  description: "",
  url: "",
  icon: "",
  entries: [],
  faults: [],
};

function versionOf(value: unknown): readonly Fault[] {
  if (/^https:\/\/jsonfeed\.org\/version\/1(?:\.1)?$/.test(textIn(value, "version"))) return [];
  return [{ message: "`version` doesn't say that this is a JSON Feed", line: 1, column: 1 }];
}

function entryOf(item: unknown, line: number): Entry {
  const attachments = listIn(item, "attachments").map((each) => ({
    url: textIn(each, "url"),
    type: textIn(each, "mime_type"),
  }));
  return {
    id: textIn(item, "id"),
    url: textIn(item, "url"),
    title: textIn(item, "title"),
    summary: textIn(item, "summary"),
    html: textIn(item, "content_html") || textIn(item, "summary"),
    published: instantOf(textIn(item, "date_published")),
    updated: instantOf(textIn(item, "date_modified")),
    authors: listIn(item, "authors").map((each) => textIn(each, "name")),
    topics: listIn(item, "tags").map(String),
    image: textIn(item, "image"),
    media: attachments.filter(({ type }) => !type.startsWith("image/")),
    language: textIn(item, "language"),
    words: wordsIn(item),
    line,
  };
}

/** IPTC ninjs 2: each member that can be said in several ways is a list of them. */
function storyOf(item: unknown, line: number): Entry {
  const first = (name: string) => textIn(listIn(item, name)[0], "value");
  return {
    id: textIn(item, "uri"),
    url: textIn(item, "uri"),
    title: first("headlines"),
    summary: first("descriptions"),
    html: first("bodies"),
    published: instantOf(textIn(item, "firstcreated")),
    updated: instantOf(textIn(item, "versioncreated")),
    authors: [...listIn(item, "infosources"), ...listIn(item, "people")].map((each) => textIn(each, "name")),
    topics: listIn(item, "subjects").map((each) => textIn(each, "name")),
    image: "",
    media: [],
    language: textIn(item, "language"),
    words: wordsIn(item),
    line,
  };
}

function parsed(text: string): { readonly value: unknown } | Fault {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const before = text.slice(0, Number(/position (\d+)/.exec(message)?.[1] ?? 0)).split("\n");
    return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

/** Where items begin in a document that is indented as ours are. */
function linesOf(text: string, depth: number): number[] {
  const start = `${" ".repeat(depth)}{`;
  const lines = text.split("\n");
  const items = lines.indexOf('  "items": [');
  return lines.flatMap((line, at) => (line === start && at > items ? [at + 1] : []));
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function textIn(value: unknown, name: string): string {
  const text = memberOf(value, name);
  return typeof text === "string" ? text.trim() : "";
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}

/** All that an item says, members within others by their path. */
function wordsIn(value: unknown, above = ""): Word[] {
  if (typeof value !== "object" || value === null) return [{ name: above, text: String(value) }];
  return Object.entries(value).flatMap(([name, each]) =>
    wordsIn(each, above === "" ? name : `${above} › ${name}`),
  );
}
