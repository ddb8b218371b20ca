import type { Article, Enclosure, EnclosureReference, Picture, PictureReference } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import { decoded } from "../url.ts";
import { isArticle, type PermalinkOf } from "./articleLinks.ts";
import type { Asset, Assets } from "./assets.ts";
import type { Addresses, Located } from "./attributes.ts";
import { isCopied, mediaType } from "./media.ts";
import { absoluteUrl, isRelativePath, linkSchemes, mediaSchemes, withoutSigns } from "./url.ts";

type Missing = "picture-missing" | "recording-missing" | "enclosure-missing";

/** One article's references: to its local files, and to everything else by absolute URL. */
export class References implements Addresses {
  readonly #article: Article;
  readonly #assets: Assets;
  readonly #permalinkOf: PermalinkOf;
  readonly #report: Report;

  constructor(article: Article, assets: Assets, permalinkOf: PermalinkOf, report: Report) {
    this.#article = article;
    this.#assets = assets;
    this.#permalinkOf = permalinkOf;
    this.#report = report;
  }

  /** @inheritdoc */
  link(given: string): string | undefined {
    const reference = withoutSigns(given);
    const article = isArticle(reference) ? this.#permalinkOf(reference) : undefined;
    return article ?? this.#asset(reference)?.url ?? this.#absolute(reference, linkSchemes);
  }

  /** @inheritdoc */
  media(given: string): Located | undefined {
    const reference = withoutSigns(given);
    const asset = this.#named(reference, missedAs);
    if (asset) return asset;
    const url = this.#absolute(reference, mediaSchemes);
    return url === undefined ? undefined : { url };
  }

  /** A picture that the front matter names. */
  picture(reference: PictureReference): Picture | undefined {
    const src = withoutSigns(reference.src);
    const asset = this.#named(src, () => "picture-missing");
    const url = asset?.url ?? this.#absolute(src, mediaSchemes);
    if (url === undefined) return undefined;
    const { alt, caption, credit, width = asset?.width, height = asset?.height } = reference;
    return {
      url,
      type: asset?.type ?? reference.type ?? mediaType(url),
      length: asset?.length ?? reference.length,
      width,
      height,
      alt,
      caption,
      credit,
    };
  }

  /** A file that the front matter sends along. */
  enclosure(reference: EnclosureReference): Enclosure | undefined {
    const asset = this.#named(reference.url, () => "enclosure-missing");
    const url = asset?.url ?? this.#absolute(reference.url, mediaSchemes);
    if (url === undefined) return undefined;
    const { title, duration } = reference;
    const type = reference.type ?? asset?.type ?? this.#typeOf(reference, url);
    return { url, type, length: this.#lengthOf(reference, url, asset), title, duration };
  }

  /** A file that the article names; where it is missing that is said, unless something else was. */
  #named(reference: string, missed: (reference: string) => Missing | undefined): Asset | undefined {
    let told = false;
    const asset = this.#assets.find(reference, this.#article.file, (each) => {
      told = true;
      this.#report(each);
    });
    const code = asset || told || !isRelativePath(reference) ? undefined : missed(reference);
    if (code) this.#report(problem(code, { reference: decoded(reference) }, this.#place(reference)));
    return asset;
  }

  #asset(reference: string): Asset | undefined {
    return this.#assets.find(reference, this.#article.file, this.#report);
  }

  #absolute(reference: string, schemes: ReadonlySet<string>): string | undefined {
    const url = absoluteUrl(reference, this.#article.permalink, schemes);
    if (url === undefined) this.#report(problem("url-unusable", { url: reference }, this.#place(reference)));
    return url;
  }

  #typeOf({ url: text }: EnclosureReference, url: string): string {
    const type = mediaType(url);
    if (type === undefined) this.#report(problem("enclosure-type-unknown", { url }, this.#place(text)));
    return type ?? "application/octet-stream";
  }

  #lengthOf({ url: text, length: given }: EnclosureReference, url: string, asset: Asset | undefined): number {
    // A local file knows better than a number that was typed; one that is missing was told of already.
    const length = asset?.length ?? given;
    if (length === undefined && !isRelativePath(text))
      this.#report(problem("enclosure-length-unknown", { url }, this.#place(text)));
    return length ?? 0;
  }

  #place(text: string) {
    return { file: this.#article.file, text };
  }
}

/** How a body's file is missed, were it not there: what isn't copied anyway, the site has elsewhere. */
function missedAs(reference: string): Missing | undefined {
  const type = mediaType(reference);
  if (type === undefined || !isCopied(type)) return undefined;
  if (type.startsWith("image/")) return "picture-missing";
  return /^(?:audio|video)\//.test(type) ? "recording-missing" : undefined;
}
