import { Liquid, LiquidError } from "liquidjs";
import { nearest } from "../near.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";
import type { Theme } from "./theme.ts";

/** What a template is given: data alone. */
export type Data = Readonly<Record<string, unknown>>;

/**
 * Renders a theme's templates. They see nothing but the data and each other: no file, no prototype, no clock;
 * what they print is escaped, unless they say `raw`. A name that isn't there is an error, not a gap.
 */
export class Engine {
  readonly #liquid: Liquid;
  readonly #theme: Theme;

  /** @throws ProblemError theme-template, for each template that can't be read */
  constructor(theme: Theme) {
    this.#theme = theme;
    const templates = Object.fromEntries(
      [...theme.files].flatMap(([name, { text }]) =>
        name.endsWith(".liquid") ? [[name.slice(0, -".liquid".length), text]] : [],
      ),
    );
    this.#liquid = new Liquid({
      templates,
      cache: true,
      outputEscape: "escape",
      ownPropertyOnly: true,
      strictFilters: true,
      strictVariables: true,
      lenientIf: true,
      timezoneOffset: 0,
      locale: "en",
    });
    const wrong = Object.keys(templates).flatMap((name) => this.#faultIn(name));
    if (wrong.length > 0) throw new ProblemError(...wrong);
  }

  /** @throws ProblemError theme-template */
  render(name: string, data: Data): string {
    try {
      const text: unknown = this.#liquid.renderFileSync(name, filled(data));
      return String(text);
    } catch (error) {
      throw new ProblemError(this.#worded(error, name, data));
    }
  }

  #faultIn(name: string): Problem[] {
    try {
      this.#liquid.parseFileSync(name);
      return [];
    } catch (error) {
      return [this.#worded(error, name, {})];
    }
  }

  #worded(error: unknown, name: string, data: Data): Problem {
    if (!LiquidError.is(error)) throw error;
    const { token, originalError = error } = error;
    const reason = originalError.message.replace(/, (?:file:|line:\d).*$/s, "");
    const [line, column] = token.getPosition();
    const file = this.#pathOf(token.file ?? this.#nameOf(token.input) ?? name);
    return problem("theme-template", { reason, meant: this.#meant(reason, data) }, { file, line, column });
  }

  /** An undefined variable doesn't say in which template it stands. */
  #nameOf(text: string): string | undefined {
    return [...this.#theme.files].find((each) => each[1].text === text)?.[0];
  }

  #pathOf(name: string): string {
    const { files } = this.#theme;
    return (files.get(name) ?? files.get(`${name}.liquid`))?.path ?? name;
  }

  /** The variable, filter or template that was meant by one that isn't there. */
  #meant(reason: string, data: Data): string | undefined {
    const [, kind, seen = ""] =
      /^(undefined variable|undefined filter|ENOENT).*?([\w.-]+)"?(?: in "\.")?$/.exec(reason) ?? [];
    if (kind === "undefined variable") return meantVariable(seen.split("."), data);
    if (kind === "undefined filter") return nearest(seen, Object.keys(this.#liquid.filters));
    return (
      kind &&
      nearest(
        seen,
        [...this.#theme.files.keys()].map((file) => file.replace(/\.liquid$/, "")),
      )
    );
  }
}

function meantVariable(path: readonly string[], data: Data): string | undefined {
  const known = path.slice(0, -1).reduce<unknown>((inside, name) => {
    return typeof inside === "object" && inside !== null
      ? new Map(Object.entries(inside)).get(name)
      : undefined;
  }, data);
  if (typeof known !== "object" || known === null) return undefined;
  const meant = nearest(path.at(-1) ?? "", Object.keys(known));
  return meant && [...path.slice(0, -1), meant].join(".");
}

/** The same with nothing undefined: what isn't there is empty, what isn't known is an error. */
function filled(value: unknown): object {
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, each]) => [name, filledValue(each)]));
}

function filledValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledValue);
  return typeof value === "object" && value !== null ? filled(value) : (value ?? null);
}
