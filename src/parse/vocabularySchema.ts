/**
 * The vocabulary as JSON Schema (draft 7, which editors' tools all know): what each word takes, for those
 * who write front matter by hand. As lenient as the reader is, so that what it takes, the schema takes.
 */
import { namesOf, vocabulary, type Word, type WordName, wordNames } from "./vocabulary.ts";

type Shape = Readonly<Record<string, unknown>>;

/** Text; numbers and truth values are read as they are written. */
const text: Shape = { type: ["string", "number", "boolean", "null"] };
const flag: Shape = { enum: [true, false, "true", "false", "yes", "no", null] };
const date: Shape = {
  type: ["string", "number", "null"],
  examples: ["2026-12-01T09:00:00+02:00", "2026-12-01"],
};
const ref = (name: string): Shape => ({ $ref: `#/definitions/${name}` });
const either = (...shapes: readonly Shape[]): Shape => ({ anyOf: shapes });
const listOf = (item: Shape): Shape => ({ type: "array", items: item });
const keys = (properties: Readonly<Record<string, Shape>>): Shape => ({ type: "object", properties });
const oneOrMore = (item: Shape): Shape => either(text, item, listOf(either(text, item)));

const definitions = {
  person: keys({ name: text, email: text, url: text, avatar: text }),
  agency: keys({ name: text, url: text }),
  picture: keys({ src: text, alt: text, caption: text, credit: text, width: text, height: text }),
  file: keys({ url: text, type: text, length: text, duration: text, title: text }),
  page: keys({ title: text, url: text }),
  correction: keys({ date, note: text }),
} as const;

const people = oneOrMore(ref("person"));
const files = oneOrMore(ref("file"));
const texts = either(text, listOf(text));

const shapes: Readonly<Record<WordName, Shape>> = {
  title: text,
  date,
  embargo: date,
  updated: date,
  expires: date,
  draft: flag,
  status: { enum: ["published", "draft", "hidden", "withdrawn", null] },
  withdrawn: either(date, flag),
  reason: text,
  id: text,
  slug: text,
  permalink: text,
  canonical: text,
  authors: people,
  contributors: people,
  topic: texts,
  categories: texts,
  tags: texts,
  summary: text,
  image: either(text, ref("picture"), listOf(either(text, ref("picture")))),
  imageAlt: text,
  imageCaption: text,
  imageCredit: text,
  credit: oneOrMore(ref("agency")),
  language: text,
  corrections: oneOrMore(ref("correction")),
  enclosures: files,
  audio: files,
  video: files,
  source: either(text, ref("page")),
  via: text,
  related: oneOrMore(ref("page")),
  comments: text,
  rights: text,
  partners: either({ enum: [false, null] }, listOf(text), keys({ allow: texts, deny: texts })),
  authorUrl: text,
  authorEmail: text,
  authorImage: text,
};

/** The text of `frontmatter.schema.json`. */
export function frontMatterSchemaText(): string {
  const properties = Object.fromEntries([...wordNames().map(ownWord), ...wordNames().flatMap(aliases)]);
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Front matter of feedwright",
    type: "object",
    properties,
    definitions,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function ownWord(name: WordName): readonly [string, Shape] {
  const { says, takes } = vocabulary[name];
  return [name, { description: `${says} Takes ${takes}.`, ...shapes[name] }];
}

/** Other generators' names are known, but not offered; what stands in them is theirs. */
function aliases(name: WordName): (readonly [string, Shape])[] {
  const word: Word = vocabulary[name];
  return namesOf(name)
    .slice(1)
    .map((alias) => [
      alias,
      { description: `As \`${name}\` (${word.aliases?.[alias]}).`, doNotSuggest: true },
    ]);
}
