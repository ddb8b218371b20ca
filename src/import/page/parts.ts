import { htmlParser } from "../../render/index.ts";

/** What a saved page has for an importer. */
export interface PageParts {
  readonly language: string | undefined;
  readonly title: string;
  /** `name` or `property` of its `meta` elements to their `content`; the first of each. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string | undefined;
  readonly linkedData: readonly string[];
  /** The article's HTML: without navigation, forms, and what stands beside. */
  readonly articleHtml: string;
}

/** Where an article is looked for, best first. */
const places: readonly ((name: string, attributes: Readonly<Record<string, string>>) => boolean)[] = [
  (_, { itemprop }) => itemprop === "articleBody",
  (name) => name === "article",
  (name, { role }) => name === "main" || role === "main",
  (name) => name === "body",
];

const furniture = new Set(
  "nav aside form footer dialog script style noscript template button select".split(" "),
);
const furnitureClass =
  /(?:^|[\s_-])(?:share|sharing|social|related|recommended|newsletter|subscribe|comments?|breadcrumbs?|advert(?:isement)?|promo|cookie)(?:$|[\s_-])/i;

/** Takes a page apart in one pass. */
export function partsOf(html: string): PageParts {
  const reader = new PageReader(html);
  return reader.read();
}

interface Slice {
  readonly start: number;
  readonly end: number;
}

class PageReader {
  #language: string | undefined;
  #title: string | undefined;
  readonly #meta = new Map<string, string[]>();
  #canonical: string | undefined;
  readonly #linkedData: string[] = [];
  /** For each of the places, the slices that are one. */
  readonly #found: Slice[][] = places.map(() => []);
  readonly #furniture: Slice[] = [];
  #text: string | undefined;

  constructor(private readonly html: string) {}

  read(): PageParts {
    const open: { name: string; start: number; roles: readonly number[]; isFurniture: boolean }[] = [];
    const parser = htmlParser({
      onopentag: (name, attributes) => {
        const roles = places.flatMap((isOne, at) => (isOne(name, attributes) ? [at] : []));
        open.push({ name, start: parser.startIndex, roles, isFurniture: isFurniture(name, attributes) });
        this.#opened(name, attributes);
      },
      ontext: (data) => {
        if (this.#text !== undefined) this.#text += data;
      },
      onclosetag: (name) => {
        const element = open.pop();
        this.#closed(name);
        if (element === undefined) return;
        const slice = { start: element.start, end: parser.endIndex + 1 };
        for (const role of element.roles) this.#found[role]?.push(slice);
        if (element.isFurniture) this.#furniture.push(slice);
      },
    });
    parser.end(this.html);
    return {
      language: this.#language,
      title: this.#title ?? "",
      meta: this.#meta,
      canonical: this.#canonical,
      linkedData: this.#linkedData,
      articleHtml: this.#article(),
    };
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "html") this.#language = attributes.lang;
    else if (name === "meta") this.#note(attributes);
    else if (name === "link" && attributes.rel === "canonical") this.#canonical ??= attributes.href;
    else if (name === "title" || (name === "script" && attributes.type === "application/ld+json"))
      this.#text = "";
  }

  #closed(name: string): void {
    if (this.#text === undefined || (name !== "title" && name !== "script")) return;
    if (name === "title") this.#title ??= this.#text;
    else this.#linkedData.push(this.#text);
    this.#text = undefined;
  }

  #note({ name, property, content }: Readonly<Record<string, string>>): void {
    const key = (property ?? name)?.toLowerCase();
    if (key === undefined || content === undefined) return;
    this.#meta.set(key, [...(this.#meta.get(key) ?? []), content]);
  }

  /** The longest of the best kind; all of a fragment. */
  #article(): string {
    const kind = this.#found.find((slices) => slices.length > 0) ?? [{ start: 0, end: this.html.length }];
    const [longest] = [...kind].sort((a, b) => b.end - b.start - (a.end - a.start));
    return longest === undefined ? "" : this.#without(longest);
  }

  #without({ start, end }: Slice): string {
    let text = "";
    let at = start;
    for (const slice of [...this.#furniture].sort((a, b) => a.start - b.start)) {
      if (slice.start < at || slice.end > end) continue;
      text += this.html.slice(at, slice.start);
      at = slice.end;
    }
    return text + this.html.slice(at, end);
  }
}

function isFurniture(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (furniture.has(name) || "hidden" in attributes || attributes["aria-hidden"] === "true") return true;
  if (/^(?:html|body|main|article)$/.test(name)) return false;
  return (
    furnitureClass.test(`${attributes.class ?? ""} ${attributes.id ?? ""}`) ||
    attributes.role === "navigation"
  );
}
