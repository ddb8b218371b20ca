import { readDate } from "../../parse/index.ts";

/** A story as its page shows it, from the top: what its lines turned out to be. */
export interface Story<Block> {
  readonly topic?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly credit?: string | undefined;
  /** The block that says the credit. */
  readonly creditLine?: Block | undefined;
  readonly body: readonly Block[];
}

/** A line or paragraph, and what it says. */
export interface Said {
  readonly text: string;
}

const readingTime =
  /^(?:(?:estimated )?reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|czas czytania|час читання|время чтения)\s*[::]?\s*(?:\p{L}+ )?\d{1,3}\s*(?:min|хв|мин)|^\d{1,3}[\s-]?min(?:ute)?s?\.?[\s-](?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|czytania|читання)|^(?:読了時間|阅读时间)[::]?\s*\d/iu;
const sharing =
  /^(?:spread the (?:love|word)|share(?: (?:this|the))?(?: (?:article|story|post|page))?|teilen|partager|compartir|condividi|delen|udostępnij|поділитися)\s*[:!.]?(?:\s|$)/iu;
const network =
  /^(?:(?:on|auf|sur|по)\s)?(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|email|e-mail|mail|print|copy link|messenger|bluesky|threads|mastodon|tumblr|viber|share|tweet|pin)(?:\s*[|,·•/]?\s*(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|email|e-mail|mail|print|copy link|messenger|bluesky|threads|mastodon|tumblr|viber|share|tweet|pin))*$/iu;
const by = /^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Аа]втор:?)\s+(\p{Lu}[^.!?]{1,80})$/u;
const agencies =
  /^(?:©|\(c\)|[Ss]ource:|[Qq]uelle:|[Vv]ia|[—–-])?\s*\(?([\p{Lu}\d][\p{L}\d&.'’ /-]{1,39})\)?$/u;

/** Longer ones are paragraphs. */
const longestHeadline = 200;

/**
 * Takes a story apart as news pages show it: label, headline, perhaps a standfirst, byline and date;
 * share links; reading time; paragraphs; the agency's credit. Share links and reading time are left
 * out, for they are made anew.
 */
export function storyIn<Block extends Said>(blocks: readonly Block[]): Story<Block> {
  const { head, rest } = split(blocks, (said) => said.slice(0, linesBefore(said)));
  const { lines, ...known } = linesOf(head);
  const [first, second, ...others] = lines;
  const isLabel =
    first !== undefined && second !== undefined && first.length <= 60 && first.length < second.length;
  const below = isLabel ? others : lines.slice(1);
  return {
    ...known,
    topic: isLabel ? first : undefined,
    title: isLabel ? second : first,
    summary: below.join(" ") || undefined,
    ...withoutCredit(rest),
  };
}

/** The same of what stands below a headline that is known. */
export function storyBelow<Block extends Said>(blocks: readonly Block[]): Story<Block> {
  const { head, rest } = split(blocks, (said) =>
    said.slice(
      0,
      said.findIndex(({ text }) => !isByline(text)),
    ),
  );
  const { lines, ...known } = linesOf(head);
  return { ...known, summary: lines.join(" ") || undefined, ...withoutCredit(rest) };
}

/**
 * What stands above the story's text, and the text.
 * @param otherwise tells the former where there are no share links and no reading time
 */
function split<Block extends Said>(
  blocks: readonly Block[],
  otherwise: (said: readonly Block[]) => readonly Block[],
): { readonly head: readonly Block[]; readonly rest: readonly Block[] } {
  const said = blocks.filter(({ text }) => text.trim() !== "");
  const last = said.slice(0, 20).findLastIndex(({ text }) => isFurniture(text.trim()));
  const head = last === -1 ? otherwise(said) : said.slice(0, last + 1);
  return { head, rest: said.slice(head.length) };
}

/** Whether a line is part of every page, and none of the story. */
function isFurniture(line: string): boolean {
  return line.length < 120 && (readingTime.test(line) || sharing.test(line) || network.test(line));
}

/** How many lines stand before the first paragraph. */
function linesBefore(blocks: readonly Said[]): number {
  const paragraph = blocks.findIndex(({ text }) => isParagraph(text));
  return paragraph === -1 ? 1 : Math.min(paragraph, 6);
}

function isParagraph(text: string): boolean {
  return text.length > longestHeadline || (text.length > 60 && /[.!?…]["”’»)]?$/.test(text.trim()));
}

/** The head's byline and date, and what else it says. */
function linesOf(head: readonly Said[]) {
  const lines = head.map(({ text }) => text.trim()).filter((line) => !isFurniture(line));
  const date = lines.find(isDate);
  const byline = lines.find((line) => by.test(line));
  return {
    author: byline === undefined ? undefined : by.exec(byline)?.[1],
    date,
    lines: lines.filter((line) => line !== date && line !== byline),
  };
}

function isByline(text: string): boolean {
  return by.test(text.trim()) || isDate(text);
}

function isDate(text: string): boolean {
  return typeof readDate(text, () => 0) !== "string";
}

/** A last line that is no sentence names whose copy it is. */
function withoutCredit<Block extends Said>(
  blocks: readonly Block[],
): Pick<Story<Block>, "body" | "credit" | "creditLine"> {
  const last = blocks.at(-1)?.text.trim() ?? "";
  const name = blocks.length < 2 ? undefined : agencies.exec(last)?.[1];
  const isName = name !== undefined && name.split(/\s+/).length <= 4 && !/[.!?]$/.test(name);
  return isName
    ? { body: blocks.slice(0, -1), credit: name.trim(), creditLine: blocks.at(-1) }
    : { body: blocks };
}
