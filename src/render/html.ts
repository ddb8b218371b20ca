import { dropped, elements, renamed } from "./allowed.ts";
import { type Addresses, type Attributes, keepAttributes, writeAttributes } from "./attributes.ts";
import { isCut } from "./cut.ts";
import { cleanText, isPlain } from "./escape.ts";
import { type Facts, FactsCollector } from "./facts.ts";
import { frameAttributes, isEmbed } from "./frames.ts";
import { htmlParser } from "./htmlParser.ts";
import { refuseDeeper } from "./nesting.ts";
import { type HtmlHandler, readPlainHtml } from "./plainHtml.ts";
import { TagWriter, type Written } from "./tagWriter.ts";

/** HTML that every parser reads alike, and what it says. */
export interface Sanitised {
  readonly html: string;
  readonly facts: Facts;
}

/**
 * One pass over a body's HTML: what the allow-list doesn't name goes, URLs become absolute, and
 * the facts are collected on the way.
 * @param embeds hosts whose frames may stay
 * @throws TooDeep
 */
export function sanitise(html: string, addresses: Addresses, embeds: readonly string[] = []): Sanitised {
  const quick = new Pass(addresses);
  return readPlainHtml(html, quick) ? quick.result() : sanitiseAny(html, addresses, embeds);
}

/** The same by a parser for whatever is called HTML. */
export function sanitiseAny(html: string, addresses: Addresses, embeds: readonly string[] = []): Sanitised {
  const pass = new Pass(addresses, embeds);
  const parser = htmlParser({
    onopentag: (name, attributes) => pass.opened(name, attributes),
    onclosetag: () => pass.closed(),
    ontext: (data) => pass.text(data),
    oncomment: (data) => pass.comment(data),
  });
  parser.end(html);
  return pass.result();
}

/** What became of an element that the parser has open: written, or left out with or without content. */
type Fate = Written | "unwrapped" | "dropped";

class Pass implements HtmlHandler {
  readonly facts = new FactsCollector();
  readonly writer = new TagWriter((name) => this.facts.closed(name));
  readonly #addresses: Addresses;
  readonly #embeds: readonly string[];
  readonly #fates: Fate[] = [];
  #dropped = 0;
  /** A footnote's mark or way back: shown, but nothing that is read. */
  #mark: Written | undefined;

  constructor(addresses: Addresses, embeds: readonly string[] = []) {
    this.#embeds = embeds;
    this.#addresses = addresses;
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    refuseDeeper(this.#fates.length);
    const fate = this.#decide(name, attributes);
    if (fate === "dropped") this.#dropped++;
    this.#fates.push(fate);
  }

  closed(): void {
    const fate = this.#fates.pop();
    if (fate === "dropped") this.#dropped--;
    if (typeof fate === "object") this.writer.end(fate);
  }

  text(data: string): void {
    if (this.#dropped > 0) return;
    const plain = isPlain(data);
    const text = plain ? data : cleanText(data);
    this.writer.text(text, plain);
    if (!this.#mark?.open) this.facts.said(text);
  }

  comment(data: string): void {
    if (isCut(data) && this.#dropped === 0) this.facts.more();
  }

  result(): Sanitised {
    return { html: this.writer.finish(), facts: this.facts };
  }

  #decide(name: string, attributes: Readonly<Record<string, string>>): Fate {
    if (this.#dropped > 0) return "dropped";
    if (elements.has(name)) return this.#write(name, attributes);
    const other = renamed.get(name);
    if (other !== undefined) return this.#write(other, attributes);
    if (name === "input" && attributes.type === "checkbox") this.#tick("checked" in attributes);
    if (dropped.has(name)) return "dropped";
    return name === "iframe" ? this.#frame(attributes) : "unwrapped";
  }

  #write(name: string, given: Readonly<Record<string, string>>): Fate {
    const kept = keepAttributes(name, given, this.#addresses);
    if (name === "img" && !this.#show(kept, given.src)) return "unwrapped";
    if ((name === "audio" || name === "video") && !kept.has("controls")) kept.set("controls", "");
    const written = this.writer.start(name, writeAttributes(kept));
    if (!written) return "unwrapped";
    this.facts.opened(name);
    if ("data-footnote-ref" in given || "data-footnote-backref" in given) this.#mark = written;
    return written;
  }

  /** Notes a picture and gives it its size; false where there is nothing to show. */
  #show(kept: Attributes, src: string | undefined): boolean {
    const url = kept.get("src");
    if (url === undefined || src === undefined) return kept.has("srcset");
    const { width, height, length } = this.#addresses.media(src) ?? {};
    if (width && height && !kept.has("width") && !kept.has("height")) {
      kept.set("width", String(width)).set("height", String(height));
    }
    const size = { width: pixels(kept, "width"), height: pixels(kept, "height") };
    this.facts.showed({ url, length, alt: kept.get("alt"), ...size });
    return true;
  }

  /** A task list's box, as text: a form's parts don't travel in a feed. */
  #tick(checked: boolean): void {
    this.writer.text(checked ? "☑" : "☐");
  }

  /** Somebody else's page inside of a story: it stays where the configuration knows its host, and else becomes a link. */
  #frame(attributes: Readonly<Record<string, string>>): Fate {
    const src = attributes.src ?? "";
    const url = src === "" ? undefined : this.#addresses.media(src)?.url;
    if (url === undefined) return "dropped";
    if (isEmbed(url, this.#embeds)) {
      const frame = this.writer.start("iframe", writeAttributes(frameAttributes(url, attributes)));
      if (frame) this.writer.end(frame);
      return "dropped";
    }
    return this.#linkFrame(url, attributes);
  }

  #linkFrame(url: string, attributes: Readonly<Record<string, string>>): Fate {
    const paragraph = this.writer.isInside("p") ? undefined : this.writer.start("p", "");
    if (paragraph) this.facts.opened("p");
    const link = this.writer.start("a", writeAttributes(new Map([["href", url]])));
    this.writer.text(cleanText(attributes.title ?? "").trim() || url);
    if (link) this.writer.end(link);
    if (paragraph) this.writer.end(paragraph);
    return "dropped";
  }
}

function pixels(kept: Attributes, name: string): number | undefined {
  const value = kept.get(name);
  return value === undefined ? undefined : Number(value);
}
