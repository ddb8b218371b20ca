import { Engine } from "../pages/engine.ts";
import { ours } from "../pages/theme.ts";
import { etagOf, type Headers, type Sent } from "./respond.ts";
import { compare } from "./views/compare.ts";
import { content, contentPolicy } from "./views/content.ts";
import { feed } from "./views/feed.ts";
import { item } from "./views/item.ts";
import { overview } from "./views/overview.ts";
import { partners } from "./views/partners.ts";
import { problems } from "./views/problems.ts";
import { source } from "./views/source.ts";
import { framed, type Page, type View } from "./views/view.ts";

const views: Readonly<Record<string, (view: View) => Page>> = {
  "": overview,
  feed,
  item,
  compare,
  partners,
  problems,
  source,
  content,
};

const html = "text/html; charset=utf-8";

/** Nothing runs but the preview's own script; what articles show may be at any secure address. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https:",
  "media-src 'self' https:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** The page's own tag, beside the one that says how it was compressed. */
export const versionHeader = "Feedwright-Version";

/** Two waves from a point, as feeds are known by. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#b4451f" stroke-width="2.4" stroke-linecap="round"><path d="M2 2.2A11.8 11.8 0 0 1 13.8 14M2 7.2A6.8 6.8 0 0 1 8.8 14"/><circle cx="3.4" cy="12.6" r=".7"/></svg>\n`;

/** The preview's pages: whole, in the look of the pages that are built. */
export class PreviewPages {
  readonly #engine: Engine;
  readonly #files: ReadonlyMap<string, Sent>;
  /** Stands in the files' addresses: a browser needn't ask for them again. */
  readonly #edition: string;

  constructor() {
    const preview = ours("preview");
    const look = ours("theme").files;
    this.#engine = new Engine(preview);
    const css = (...texts: readonly (string | undefined)[]) => fileOf("text/css", texts.join("\n"));
    const textOf = (name: string) => preview.files.get(name)?.text;
    const [colours, story] = ["colours.css", "style.css"].map((name) => look.get(name)?.text);
    this.#files = new Map([
      ["preview.css", css(colours, textOf("preview.css"))],
      ["content.css", css(colours, story, textOf("content.css"))],
      ["preview.js", fileOf("text/javascript", textOf("preview.js") ?? "")],
      ["icon.svg", fileOf("image/svg+xml", icon)],
    ]);
    this.#edition = etagOf(Buffer.concat([...this.#files.values()].map(({ bytes }) => bytes))).slice(1, 9);
  }

  /** A file that pages need. */
  file(name: string): Sent | undefined {
    return this.#files.get(name);
  }

  /**
   * A page by its name.
   * @returns nothing where there is none of the name
   */
  page(name: string, view: View): Sent | undefined {
    const make = Object.hasOwn(views, name) ? views[name] : undefined;
    if (make === undefined) return undefined;
    const page = make(view);
    if (page === undefined) return this.missing(view);
    if (page.template === "content") return this.#content(page, view);
    return this.#sent(page, 200);
  }

  missing(view: View): Sent {
    return this.#sent({ template: "missing", data: framed(view, "missing", "Not here") }, 404);
  }

  #sent({ template, data }: NonNullable<Page>, status: number): Sent {
    const text = this.#engine.render(template, { ...data, version: "", edition: this.#edition });
    const version = etagOf(Buffer.from(text)).slice(1, -1);
    const bytes = Buffer.from(text.replace('data-version=""', `data-version="${version}"`));
    return { status, type: html, bytes, headers: this.#headers(policy, version) };
  }

  #content({ template, data }: NonNullable<Page>, { site }: View): Sent {
    const text = this.#engine.render(template, { ...data, edition: this.#edition });
    const shown = contentPolicy(text, site.config.embeds);
    return { type: html, bytes: Buffer.from(text), headers: this.#headers(shown) };
  }

  #headers(shown: string, version?: string): Headers {
    return {
      "Content-Security-Policy": shown,
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      ...(version === undefined ? {} : { [versionHeader]: version }),
    };
  }
}

function fileOf(type: string, text: string): Sent {
  const headers = { "Cache-Control": "max-age=31536000, immutable" };
  return { type: `${type}; charset=utf-8`, bytes: Buffer.from(text), headers };
}
