/**
 * The import room: a source comes in (a feed, another system's export, a saved page), Markdown files
 * go out, one for each of its articles, with ids, addresses and dates as they were.
 *
 * What can go wrong: the source can't be read at all, or is none that is known (a `ProblemError`); an
 * article can't be read, or is there already and differs (reported, and left out); something of an
 * article has no place here (reported, and the rest is written). No file is written over unless it
 * is the same article, and that is asked for; nothing is fetched unless that is asked for.
 */
import { join } from "node:path";
import type { Limits } from "../config/index.ts";
import { problem, type Report } from "../problems/index.ts";
import { detached } from "./detached.ts";
import type { About, ImportedArticle, SourceReader } from "./imported.ts";
import { openInput } from "./input.ts";
import type { MediaOptions } from "./media/index.ts";
import { recognise, type SourceFormat } from "./recognise.ts";
import { isTaken } from "./write/addressValues.ts";
import { type Composed, compose, type Target } from "./write/compose.ts";
import { filePath } from "./write/fileName.ts";
import { frontMatterText } from "./write/frontMatter.ts";
import { Shelf } from "./write/shelf.ts";

export { type SourceFormat, sourceFormats } from "./recognise.ts";

/** What is to be imported, and where to. */
export interface ImportOptions {
  /** A file or folder as the user names it; `-` is `stdin`. */
  readonly source: string;
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly cwd: string;
  /** Folder that the articles are written to; absolute. */
  readonly into: string;
  /** The content folder, which `into` is or stands in; absolute. */
  readonly content: string;
  /** What the source is; else it is recognised. */
  readonly format?: SourceFormat | undefined;
  /** The site that articles are imported to: its address, ending in `/`, and its language. */
  readonly site?: { readonly url: string; readonly language: string } | undefined;
  /** The address that the source's site had; ends in `/`. */
  readonly formerSite?: string | undefined;
  /** Hosts, in lower case, whose frames the site shows. */
  readonly embeds: readonly string[];
  /** What a build lets one article cost. */
  readonly limits: Limits;
  /** Whether articles that are there and differ are written over. */
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Absent where no pictures and recordings are to be fetched. */
  readonly media?: MediaOptions | undefined;
  readonly report: Report;
  /** Told of each article's file, for there may be any number of them. */
  readonly written?: ((file: ImportedFile) => void) | undefined;
  /** Told after each article. */
  readonly progress?: ((articles: number) => void) | undefined;
}

/** An article's file. */
export interface ImportedFile {
  /** Absolute. */
  readonly path: string;
  readonly state: "new" | "unchanged" | "differs" | "replaced";
  readonly id: string | undefined;
}

/** What came of an import. */
export interface ImportResult {
  readonly format: SourceFormat;
  readonly about: About;
  /** How many articles' files came to which state. */
  readonly files: Readonly<Record<ImportedFile["state"], number>>;
  /** Articles that were left out; why is reported. */
  readonly leftOut: number;
  /** Pictures and recordings that were fetched. */
  readonly media: number;
}

/** Imports a source's articles, one at a time. Throws a `ProblemError` where nothing can be done. */
export async function importArticles(given: ImportOptions): Promise<ImportResult> {
  const options = { ...given, report: detaching(given.report) };
  const { input, close } = await openInput(options.source, options.cwd, options.stdin);
  try {
    const format = options.format ?? recognise(input);
    const read = await readers[format]();
    const about: About = { authors: [], isOwn: false, passedOver: new Map() };
    const importer = new Importer(options, about, await mediaFor(options));
    const site = options.formerSite ?? options.site?.url;
    for await (const article of read(input, { about, site, report: options.report }))
      await importer.take(article);
    if (importer.seen === 0) options.report(problem("import-empty", {}, { file: input.name }));
    return { format, about, files: importer.files, leftOut: importer.leftOut, media: importer.fetched };
  } finally {
    await close();
  }
}

/** What is told outlives what it is about. */
function detaching(report: Report): Report {
  return (each) => report({ ...each, message: detached(each.message), hint: detached(each.hint) });
}

/** What reads a format is loaded with it. */
const readers: Readonly<Record<SourceFormat, () => Promise<SourceReader>>> = {
  rss: async () => (await import("./feeds/rss.ts")).readRss,
  atom: async () => (await import("./feeds/atom.ts")).readAtom,
  json: async () => (await import("./feeds/jsonFeed.ts")).readJsonFeed,
  wxr: async () => (await import("./exports/wordpress.ts")).readWordpress,
  ghost: async () => (await import("./exports/ghost.ts")).readGhost,
  substack: async () => (await import("./exports/substack.ts")).readSubstack,
  page: async () => (await import("./page/savedPage.ts")).readSavedPage,
  text: async () => (await import("./page/plainText.ts")).readPlainText,
};

type Media = InstanceType<typeof import("./media/index.ts").Media>;

async function mediaFor({
  media,
  into,
  content,
  site,
  dryRun,
  report,
}: ImportOptions): Promise<Media | undefined> {
  if (media === undefined || dryRun) return undefined;
  const { Media } = await import("./media/index.ts");
  return new Media({ into, content, site: site?.url, ...media, report });
}

class Importer {
  readonly files: Record<ImportedFile["state"], number> = { new: 0, replaced: 0, unchanged: 0, differs: 0 };
  seen = 0;
  leftOut = 0;
  readonly #shelf: Shelf;
  readonly #target: Target;
  readonly #ids = new Set<string>();

  constructor(
    private readonly options: ImportOptions,
    about: About,
    private readonly media: Media | undefined,
  ) {
    const { into, site, formerSite, embeds, limits, report } = options;
    const bounds = { embeds, limits };
    this.#shelf = new Shelf(into, options);
    const language = site?.language ?? "en";
    this.#target = { site: site?.url, formerSite, language, addresses: new Set(), about, bounds, report };
  }

  get fetched(): number {
    return this.media?.fetched ?? 0;
  }

  async take(given: ImportedArticle): Promise<void> {
    this.seen++;
    const article = this.#identified(given);
    if (article === undefined || !(await this.#write(article))) this.leftOut++;
    this.options.progress?.(this.seen);
  }

  /** An article whose id another one had goes by its address; nothing where that is another's, too. */
  #identified(article: ImportedArticle): ImportedArticle | undefined {
    const { url, place } = article;
    const id = article.id && detached(article.id);
    if (id === undefined || this.#isNew(id)) return { ...article, id };
    const isOther = url !== undefined && this.#isNew(url);
    this.options.report(problem("import-twice", { id, instead: isOther ? url : undefined }, place));
    return isOther ? { ...article, id: url } : undefined;
  }

  #isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    return true;
  }

  async #write(article: ImportedArticle): Promise<boolean> {
    const { report, into, limits } = this.options;
    const { place, url = "" } = article;
    if (isTaken(article, this.#target)) report(problem("import-address-twice", { url }, place));
    const composed = compose(article, this.#target);
    if (composed === undefined) return false;
    const path = filePath(article);
    const text = textOf(await this.#withMedia(composed, path), limits);
    if (text === undefined) {
      report(problem("import-too-long", {}, place));
      return false;
    }
    const placed = this.#shelf.put(article.id, path, text);
    const file = join(into, placed.path);
    this.files[placed.state]++;
    this.options.written?.({ path: file, state: placed.state, id: article.id });
    if (article.date === undefined && placed.state !== "unchanged")
      report(problem("import-undated", {}, { file }));
    if (placed.state === "differs") report(problem("import-differs", {}, { file }));
    return placed.state !== "differs";
  }

  async #withMedia(composed: Composed, path: string): Promise<Composed> {
    return this.media === undefined ? composed : await this.media.localised(composed, path);
  }
}

/** A file's text; nothing where a build would refuse it. */
function textOf({ front, body }: Composed, limits: Limits): string | undefined {
  const fits = (head: string) => Buffer.byteLength(head) < limits.head;
  const head = frontMatterText(front);
  const short = fits(head) ? head : frontMatterText({ ...front, extra: undefined });
  if (!fits(short) || Buffer.byteLength(body) + 2 > limits.body) return undefined;
  return `${short}\n${body}\n`;
}
