import type { Person } from "../model.ts";

/** What the front matter of a new article says. */
export interface Words {
  readonly title: string;
  readonly date: string;
  readonly id: string;
  readonly authors: readonly Person[];
  readonly topic: string | undefined;
  readonly draft: boolean;
}

/** A file without a body: its front matter, a word a line, as any reader of YAML 1.1 or 1.2 takes it. */
export async function frontMatter({ title, date, id, authors, topic, draft }: Words): Promise<string> {
  const { dump } = await import("js-yaml");
  const line = (name: string, value: unknown) => {
    const written = dump(value, { flowLevel: 0, lineWidth: -1, flowBracketPadding: false }).trimEnd();
    return [`${name}: ${written}`];
  };
  const lines = [
    ...line("title", title),
    `date: ${date}`,
    ...line("id", id),
    ...(authors.length === 0 ? [] : line("authors", bylines(authors))),
    ...(topic === undefined ? [] : line("topic", topic)),
    ...(draft ? ["draft: true"] : []),
  ];
  return ["---", ...lines, "---", "", ""].join("\n");
}

/** As the site has them now: an old byline stays when the desk is renamed. */
function bylines(authors: readonly Person[]): unknown {
  const people = authors.map(({ name, email, url, avatar }) => {
    const known = Object.entries({ name, email, url, avatar }).filter(([, value]) => value !== undefined);
    return known.length === 1 ? name : Object.fromEntries(known);
  });
  return people.length === 1 && typeof people[0] === "string" ? people[0] : people;
}
