import type { Limits } from "../config/index.ts";
import { countMarks, lengthOf, quotesDeep } from "./risk.ts";

/** A limit that is checked while an article is rendered. */
type Counted = Extract<keyof Limits, "content" | "markup" | "cells">;

/** Thrown where an article would come out larger, or take more memory, than it may. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
  constructor(
    readonly limit: Counted,
    readonly most: number,
  ) {
    super(`more than ${most} ${limit}`);
  }
}

/** @throws TooLarge */
export function refuseMore(count: number, limit: Counted, limits: Limits): void {
  if (count > limits[limit]) throw new TooLarge(limit, limits[limit]);
}

/** What a shorter text has of anything does no harm. */
const countedFrom = 4096;

/**
 * Every sign may become a token, which takes a kilobyte on its way: so they are counted before a parser sees them.
 * @throws TooLarge
 */
export function refuseMuchMarkup(texts: readonly string[], limits: Limits): void {
  if (lengthOf(texts) < countedFrom) return;
  refuseMore(
    texts.reduce((sum, text) => sum + countMarks(text), 0),
    "markup",
    limits,
  );
}

/**
 * What a body's dialects made of it: a template's value, for one, may be put in many times, and what is taken
 * out leaves quotations in each other that nobody saw.
 * @throws TooLarge, TooComplex
 */
export function refuseLongSource(source: string, body: string, limits: Limits): void {
  if (source === body) return;
  refuseMore(source.length - body.length, "content", limits);
  refuseMuchMarkup([source], limits);
  if (quotesDeep(source) && !quotesDeep(body)) throw new TooComplex();
}

/** Thrown where lists or quotations stand deeper in each other than anybody means. */
export class TooComplex extends Error {
  override readonly name = "TooComplex";
}

/** What stands before a line's text in lists and quotations: each two signs may be a list in a list, and each `>` is a quotation. */
const beforeText = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*)+/gm;

/** Signs before a line's text, times the body's length. */
const mostHeld = 24_000_000;

/**
 * For each list in a list a parser holds all that is in it once more.
 * @throws TooComplex
 */
export function refuseDeepLists(source: string): void {
  if (source.length < countedFrom) return;
  const longest = mostHeld / source.length;
  for (const [before] of source.matchAll(beforeText))
    if (before.length + before.split(">").length > longest) throw new TooComplex();
}

const delimiterRow = /^[\s>*+\d.):|-]*$/;
const blank = /^[\s>]*$/;

/**
 * Tables multiply: a row of one sign has as many cells as its table's first row. So they are
 * counted before a parser makes them, if anything too high. A cell takes a thousand bytes of memory on its way.
 * @throws TooLarge
 */
export function refuseLargeTables(source: string, limits: Limits): void {
  if (source.length < countedFrom || !source.includes("|")) return;
  let [columns, cells] = [0, 0];
  for (const line of source.split("\n")) {
    if (blank.test(line)) columns = 0;
    else if (line.includes("|") && delimiterRow.test(line))
      columns = Math.max(columns, line.split("|").length);
    cells += columns;
    refuseMore(cells, "cells", limits);
  }
}
