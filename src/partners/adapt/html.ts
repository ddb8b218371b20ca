import type { Picture } from "../../model.ts";
import { cleanText, escapeAttribute } from "../../render/escape.ts";
import { htmlParser } from "../../render/htmlParser.ts";
import { mediaType } from "../../render/media.ts";
import { closesParagraph } from "../../render/nesting.ts";
import { TagWriter, type Written } from "../../render/tagWriter.ts";
import type { Profile } from "../profile/schema.ts";
import type { Breach } from "./breach.ts";

type Rules = NonNullable<Profile["html"]>;
type Attributes = Readonly<Record<string, string>>;

/** Content as a partner takes it, the pictures in it, and what it may not have. */
export interface Shaped {
  readonly html: string;
  readonly pictures: readonly Picture[];
  readonly breaches: readonly Breach[];
}

/** One pass over content that is safe already: what the profile doesn't name is changed or goes. */
export function shapeHtml(html: string, rules: Rules = {}): Shaped {
  const pass = new Pass(rules);
  const parser = htmlParser({
    onopentag: (name, attributes) => pass.opened(name, attributes),
    onclosetag: () => pass.closed(),
    ontext: (data) => pass.text(data),
  });
  parser.end(html);
  const { pictures, breaches } = pass;
  return { html: written(pass.writer.finish(), rules), pictures, breaches: [...breaches.values()] };
}

/** In our HTML, `>` ends a tag wherever it stands. */
function written(html: string, { syntax }: Rules): string {
  return syntax === "xhtml" ? html.replace(/<((?:br|hr|wbr|img|source|track|col)\b[^>]*)>/g, "<$1/>") : html;
}

/** What became of an element: written, or left out with or without what is in it. */
type Fate = Written | "unwrapped" | "divided" | "dropped";

class Pass {
  readonly writer = new TagWriter();
  readonly pictures: Picture[] = [];
  readonly breaches = new Map<string, Breach>();
  readonly #rules: Rules;
  readonly #allowed: ReadonlySet<string> | undefined;
  readonly #fates: Fate[] = [];
  #dropped = 0;

  constructor(rules: Rules) {
    this.#rules = rules;
    this.#allowed = rules.elements && new Set(rules.elements);
  }

  opened(name: string, attributes: Attributes): void {
    const fate = this.#dropped > 0 ? "dropped" : this.#decide(name, attributes);
    if (fate === "dropped") this.#dropped++;
    this.#fates.push(fate);
  }

  closed(): void {
    const fate = this.#fates.pop();
    if (fate === "dropped") this.#dropped--;
    if (fate === "divided") this.writer.text("\n");
    if (typeof fate === "object") this.writer.end(fate);
  }

  text(data: string): void {
    if (this.#dropped === 0) this.writer.text(cleanText(data));
  }

  #decide(name: string, attributes: Attributes): Fate {
    const { replace = {}, otherwise = "unwrap" } = this.#rules;
    if (name === "a" && this.#isFrame(attributes.href)) return this.#writeFrame(attributes);
    if (name === "iframe" && !Object.hasOwn(replace, name)) return this.#embed(attributes);
    const fate = Object.hasOwn(replace, name) ? replace[name] : this.#allows(name) ? name : otherwise;
    switch (fate) {
      case "drop":
        return "dropped";
      case "refuse":
        this.#breaks("html-element", `there is a \`${name}\``, "elements that the partner takes");
        return "dropped";
      case "link":
        return this.#writeLink(attributes);
      case "unwrap":
      case undefined:
        return this.#unwrap(name);
      default:
        return this.#write(fate, attributes);
    }
  }

  #allows(name: string): boolean {
    return this.#allowed?.has(name) !== false;
  }

  /** Its words must not run into those behind it. */
  #unwrap(name: string): Fate {
    return closesParagraph.has(name) || name === "tr" || name === "td" || name === "th"
      ? "divided"
      : "unwrapped";
  }

  #write(name: string, given: Attributes): Fate {
    const { depth = Number.POSITIVE_INFINITY, deeper } = this.#rules;
    if (this.#fates.filter((fate) => typeof fate === "object" && fate.open).length >= depth) {
      if (deeper === "refuse")
        this.#breaks("html-depth", `elements stand deeper than ${depth} in each other`, `at most ${depth}`);
      return this.#unwrap(name);
    }
    const kept = this.#keep(name, given);
    if (name === "a" && !kept.has("href") && "href" in given) return "unwrapped";
    if (name === "img") {
      if (!kept.has("src")) return "dropped";
      this.#show(given);
    }
    return this.writer.start(name, startText(kept)) ?? "unwrapped";
  }

  #keep(name: string, given: Attributes): Map<string, string> {
    const { attributes, schemes } = this.#rules;
    const named = attributes && new Set([...(attributes["*"] ?? []), ...(attributes[name] ?? [])]);
    const kept = Object.entries(given).filter(
      ([attribute, value]) =>
        named?.has(attribute) !== false &&
        (attribute !== "href" || schemes === undefined || schemes.includes(schemeOf(value))),
    );
    return new Map(kept);
  }

  #show({ src = "", width, height, alt }: Attributes): void {
    const size = { width: pixels(width), height: pixels(height) };
    this.pictures.push({ url: src, type: mediaType(src), ...size, alt: alt || undefined });
  }

  /** What can't stand in the content becomes a link to it. */
  #writeLink({ src, href, poster, title, alt }: Attributes): Fate {
    const address = src ?? href ?? poster;
    if (address === undefined) return "unwrapped";
    const link = this.#write("a", { href: address });
    this.writer.text(cleanText(title || alt || address));
    if (typeof link === "object") this.writer.end(link);
    return "dropped";
  }

  /** A frame of a host that the configuration allows: as the partner has frames, or else a link. */
  #embed({ src = "", ...others }: Attributes): Fate {
    if (this.#isFrame(src)) return this.#writeFrame({ href: src });
    return this.#allows("iframe")
      ? this.#write("iframe", { src, ...others })
      : this.#writeLink({ src, title: others.title ?? "" });
  }

  /** Most frames are links by now (see `render/html.ts`): no other link has a frame's address. */
  #isFrame(href: string | undefined): boolean {
    return href !== undefined && this.#rules.frames?.some((start) => href.startsWith(start)) === true;
  }

  #writeFrame({ href = "" }: Attributes): Fate {
    const frame = this.writer.start(
      "iframe",
      startText(
        new Map([
          ["src", href],
          ["allowfullscreen", ""],
        ]),
      ),
    );
    if (frame) this.writer.end(frame);
    return "dropped";
  }

  #breaks(rule: string, seen: string, expected: string): void {
    if (!this.breaches.has(rule)) this.breaches.set(rule, { rule, seen, expected });
  }
}

function startText(attributes: ReadonlyMap<string, string>): string {
  let text = "";
  for (const [name, value] of attributes) text += ` ${name}="${escapeAttribute(value)}"`;
  return text;
}

function schemeOf(address: string): string {
  return /^[a-z][a-z\d+.-]*(?=:)/i.exec(address)?.[0].toLowerCase() ?? "";
}

function pixels(value: string | undefined): number | undefined {
  return value === undefined || !/^\d+$/.test(value) ? undefined : Number(value);
}
