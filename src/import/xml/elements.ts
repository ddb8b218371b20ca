import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import { type Place, ProblemError, problem, type Report } from "../../problems/index.ts";
import { htmlText } from "../../render/index.ts";
import { webUrl } from "../addresses.ts";
import { decodedText } from "../encoding.ts";
import type { Input } from "../input.ts";
import { Ampersands } from "./ampersands.ts";
import type { XmlElement, XmlNode } from "./element.ts";
import { qualified } from "./namespaces.ts";

const atom = "http://www.w3.org/2005/Atom";
/** In characters; an article's body ends at 2 MB. */
const largestElement = 16 * 1024 * 1024;
/** What no tag interrupts. */
const longestPiece = 64 * 1024 * 1024;
const deepest = 256;
/** Of all elements around one, and those that are passed over: each is looked at for each one below it. */
const deepestOfAll = 10_000;
/** Of what is wrong with the markup, the first few places are told. */
const toldFaults = 5;

/**
 * Reads an XML document as a stream and gives the children of these elements, each with all in it,
 * one at a time. Nothing else is held: a document may have any size.
 *
 * An empty name among the parents stands for the document itself. Entities of its own aren't expanded and nothing that it names is fetched; HTML's are known, as
 * many feeds use them. Markup that isn't well-formed is told with its place, and read on.
 * @throws ProblemError import-encoding-unknown, import-too-large, import-too-deep
 */
export async function* elementsBelow(
  input: Input,
  parents: ReadonlySet<string>,
  report: Report,
): AsyncGenerator<XmlElement> {
  const collector = new Collector(input.name, parents, report);
  const ampersands = new Ampersands((line) => collector.fault("`&` begins no reference here", { line }));
  for await (const text of decodedText(input, report)) {
    collector.write(ampersands.mended(text, false));
    yield* collector.take();
  }
  collector.write(ampersands.mended("", true));
  collector.end();
  yield* collector.take();
}

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

class Collector {
  readonly #parser = new SaxesParser({ xmlns: true });
  /** The names of what is open around the elements that are collected. */
  readonly #around: string[] = [];
  /** What relative addresses start from in each of them (XML Base). */
  readonly #bases: (string | undefined)[] = [];
  /** What is being collected, from its outermost element on. */
  readonly #open: Growing[] = [];
  #done: XmlElement[] = [];
  #start = 0;
  #skipped = 0;
  #depth = 0;
  #lastEvent = 0;
  #faults = 0;
  /** What elements are in that are in no namespace: hand-made Atom feeds forget theirs. */
  #implied = "";

  constructor(
    private readonly file: string,
    private readonly parents: ReadonlySet<string>,
    private readonly report: Report,
  ) {
    const parser = this.#parser;
    parser.ENTITIES = namedCharacters;
    parser.on("error", (error) => this.fault(error.message, this.#place()));
    parser.on("opentag", (tag) => this.#opened(tag));
    parser.on("closetag", () => this.#closed());
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
  }

  write(text: string): void {
    // Feeds of old have blank lines before their declaration.
    this.#parser.write(this.#parser.position === 0 ? text.trimStart() : text);
    if (this.#parser.position - this.#lastEvent > longestPiece)
      throw new ProblemError(problem("import-too-large", { limit: longestPiece }, this.#place()));
  }

  end(): void {
    const open = this.#open.length + this.#around.length;
    if (open > 0) this.report(problem("import-cut", {}, this.#place()));
    this.#faults = toldFaults;
    this.#parser.close();
  }

  /** What has come to its end since it was last asked. */
  take(): readonly XmlElement[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #opened(tag: SaxesTagNS): void {
    this.#lastEvent = this.#parser.position;
    if (++this.#depth > deepestOfAll) throw new ProblemError(problem("import-too-deep", {}, this.#place()));
    const isRoot = this.#around.length === 0 && this.#open.length === 0;
    if (isRoot && tag.uri === "" && /^(?:feed|entry)$/.test(tag.local)) this.#implied = atom;
    const name = qualified(tag.uri || this.#implied, tag.prefix, tag.local);
    const parent = this.#open.at(-1);
    if (this.#skipped > 0) this.#skipped++;
    else if (parent === undefined && !this.parents.has(this.#around.at(-1) ?? "")) this.#enter(name, tag);
    else this.#collect(name, tag, parent);
  }

  #collect(name: string, tag: SaxesTagNS, parent: Growing | undefined): void {
    // What is itself one of the parents isn't held: `channel` in `rdf:RDF`.
    if (parent === undefined && this.parents.has(name)) {
      this.#enter(name, tag);
      return;
    }
    const own = attributesOf(tag);
    const base = parent === undefined ? this.#baseOf(own) : undefined;
    const attributes = base === undefined ? own : { ...own, "xml:base": base };
    const element = { name, attributes, children: [], line: this.#parser.line };
    if (parent === undefined) this.#start = this.#parser.position;
    this.#open.push(element);
    if (this.#isTooLarge() || this.#open.length > deepest) this.#skip();
    else parent?.children.push(element);
  }

  #enter(name: string, tag: SaxesTagNS): void {
    this.#bases.push(this.#baseOf(attributesOf(tag)));
    this.#around.push(name);
  }

  #baseOf({ "xml:base": own }: Readonly<Record<string, string>>): string | undefined {
    const around = this.#bases.at(-1);
    return own === undefined ? around : (webUrl(own, around) ?? around);
  }

  /** The element costs itself: the rest of it is passed over. */
  #skip(): void {
    const [outermost] = this.#open;
    const place = { file: this.file, line: outermost?.line };
    this.report(problem("import-item-too-large", { name: outermost?.name ?? "" }, place));
    this.#skipped = this.#open.length;
    this.#open.length = 0;
  }

  #closed(): void {
    this.#lastEvent = this.#parser.position;
    this.#depth--;
    if (this.#skipped > 0) this.#skipped--;
    else if (this.#open.length === 0) this.#leave();
    else {
      const element = this.#open.pop();
      if (this.#open.length === 0 && element !== undefined) this.#done.push(element);
    }
  }

  #leave(): void {
    this.#around.pop();
    this.#bases.pop();
  }

  #text(text: string): void {
    this.#lastEvent = this.#parser.position;
    const children = this.#open.at(-1)?.children;
    if (children === undefined) return;
    if (this.#isTooLarge()) this.#skip();
    else children.push(text);
  }

  #isTooLarge(): boolean {
    return this.#parser.position - this.#start > largestElement;
  }

  /** Tells what is wrong with the markup. saxes says `1:2: what is wrong.` */
  fault(message: string, place: Omit<Place, "file">): void {
    if (this.#faults++ >= toldFaults) return;
    const reason = message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    this.report(problem("import-xml", { reason }, { file: this.file, ...place }));
  }

  #place() {
    const { line, column } = this.#parser;
    return { file: this.file, line, column: column + 1 };
  }
}

function attributesOf({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
  const pairs = Object.values<SaxesAttributeNS>(attributes)
    .filter(({ prefix, name }) => prefix !== "xmlns" && name !== "xmlns")
    .map(({ uri, prefix, local, value }) => [qualified(uri, prefix, local), value] as const);
  return Object.fromEntries(pairs);
}

/** HTML's named characters, looked up when they are asked for. */
const namedCharacters: Record<string, string> = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, name) => {
      if (typeof name !== "string") return undefined;
      const reference = `&${name};`;
      const character = htmlText(reference);
      return character === reference ? undefined : character;
    },
  },
);
