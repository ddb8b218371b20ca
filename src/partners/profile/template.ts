/**
 * The profiles' templates: text with `${field}`s in it, each with filters behind it, as in
 * `${summary | cut 300 | default title}`. `$${` stands for `${` itself.
 */

/** Steps from field to field: `image.credit` has two. */
export type Path = readonly string[];

/** What stands behind a filter's name: text in quotes, a number, or a field. */
type Argument = string | number | { readonly path: Path };

export interface Call {
  readonly filter: string;
  readonly args: readonly Argument[];
}

export interface Expression {
  readonly path: Path;
  readonly calls: readonly Call[];
}

/** Text and expressions in turn. */
export type Template = readonly (string | Expression)[];

/** A template that can't be read; `at` counts from 0. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

const opening = /\$(\$?)\{/g;
const token =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z][\w-]*(?:\.[A-Za-z_][\w-]*)*)|(\|)|(\}))/y;

/**
 * Reads a template.
 * @throws TemplateError
 */
export function parseTemplate(source: string): Template {
  const parts: (string | Expression)[] = [];
  let literal = "";
  let from = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(source); found; found = opening.exec(source)) {
    literal += source.slice(from, found.index);
    from = opening.lastIndex;
    if (found[1] === "$") {
      literal += "${";
      continue;
    }
    if (literal !== "") parts.push(literal);
    literal = "";
    const tokens = new Tokens(source, from);
    parts.push(expression(tokens));
    from = opening.lastIndex = tokens.at;
  }
  literal += source.slice(from);
  if (literal !== "") parts.push(literal);
  return parts;
}

function expression(tokens: Tokens): Expression {
  const first = tokens.next();
  if (first.kind !== "name") throw new TemplateError("no field stands behind `${`");
  const calls: Call[] = [];
  let next = tokens.next();
  while (next.kind === "bar") {
    const filter = tokens.next();
    if (filter.kind !== "name") throw new TemplateError("no filter stands behind `|`");
    const args: Argument[] = [];
    for (next = tokens.next(); next.kind === "name" || next.kind === "value"; next = tokens.next())
      args.push(next.kind === "name" ? { path: next.name.split(".") } : next.value);
    calls.push({ filter: filter.name, args });
  }
  if (next.kind !== "end") throw new TemplateError("behind a field, `|` and a filter or `}` has to stand");
  return { path: first.name.split("."), calls };
}

type Token =
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "bar" | "end" };

class Tokens {
  constructor(
    private readonly source: string,
    public at: number,
  ) {}

  next(): Token {
    token.lastIndex = this.at;
    const found = token.exec(this.source);
    if (!found)
      throw new TemplateError(
        "a `${` isn't closed, or something stands in it that is no field, filter, number or quoted text",
      );
    this.at = token.lastIndex;
    const [, double, single, number, name, bar] = found;
    if (double !== undefined) return { kind: "value", value: double.replace(/\\(.)/g, "$1") };
    if (single !== undefined) return { kind: "value", value: single };
    if (number !== undefined) return { kind: "value", value: Number(number) };
    if (name !== undefined) return { kind: "name", name };
    return { kind: bar === undefined ? "end" : "bar" };
  }
}

/** What a template asks for: the fields, those of arguments too. */
export function pathsIn(template: Template): Path[] {
  return expressionsIn(template).flatMap(({ path, calls }) => [
    path,
    ...calls.flatMap(({ args }) => args.flatMap((each) => (typeof each === "object" ? [each.path] : []))),
  ]);
}

export function expressionsIn(template: Template): Expression[] {
  return template.filter((part) => typeof part !== "string");
}
