import assert from "node:assert/strict";
import type { Item } from "../../../src/model.ts";
import { expectHarmless } from "../../render/harmless.ts";
import { asBrowsersReadIt, clean } from "../../render/support.ts";
import { expectWritten } from "./feeds.ts";

/** An item is what `model.ts` promises: its content harmless, its addresses absolute, and writable in each format. */
export function expectSound(item: Item): void {
  const html = item.contentHtml ?? "";
  expectHarmless(html);
  assert.equal(asBrowsersReadIt(html), html, "browsers read it otherwise");
  assert.equal(clean(html), html, "it could be cleaned further");
  for (const url of addressesOf(item)) assert.match(url, /^(?:https?:\/\/[^/]|mailto:|tel:|sms:)/);
  for (const url of [item.image?.url, ...item.enclosures.map((each) => each.url)])
    if (url !== undefined) assert.match(url, /^https?:\/\/[^/]/);
  for (const instant of [item.published, item.updated])
    if (instant !== undefined) assert.ok(Number.isInteger(instant), `no instant: ${instant}`);
  expectWritten(item);
}

function addressesOf({
  url,
  externalUrl,
  credit,
  origin,
  links = [],
  comments,
  authors,
  contributors = [],
}: Item): string[] {
  const people = [...authors, ...contributors].flatMap((each) => [each.url, each.avatar]);
  const all = [
    url,
    externalUrl,
    credit?.url,
    origin?.url,
    comments,
    ...links.map((each) => each.url),
    ...people,
  ];
  return all.flatMap((each) => each || []);
}
