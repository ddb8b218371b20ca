import { writeAttributes } from "../attributes.ts";
import { type Call, given } from "./call.ts";
import type { Page } from "./page.ts";

/** A figure, with its caption if there is one. */
export function picture(call: Call, page: Page): string | undefined {
  const src = given(call, "src", "url", "path", "file", "name") ?? call.values.find(isPath);
  if (src === undefined || !isPath(src)) return undefined;
  const image = tag("img", {
    src,
    alt: given(call, "alt") ?? plain(given(call, "caption", "title") ?? wordsAfter(call, src)),
    width: given(call, "width"),
    height: given(call, "height"),
  });
  const target = given(call, "link", "href");
  const linked = target === undefined ? image : `${tag("a", { href: target })}${image}</a>`;
  const caption = captionOf(call, page);
  return `<figure>${linked}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
}

/** A recording that the article has as a file. */
export function recording(call: Call): string | undefined {
  const src = given(call, "src", "url", "path", "mp4") ?? call.values.find(isPath);
  if (src === undefined || !isPath(src)) return undefined;
  const poster = given(call, "poster") ?? call.values.slice(1).find(isPath);
  return `${tag("video", { src, poster, controls: "" })}</video>`;
}

function captionOf(call: Call, page: Page): string {
  const title = given(call, "title");
  const caption = given(call, "caption");
  const credit = given(call, "attr");
  const source = given(call, "attrlink");
  const credited =
    credit && (source ? `${tag("a", { href: source })}${page.line(credit)}</a>` : page.line(credit));
  const parts = [title && `<strong>${page.line(title)}</strong>`, caption && page.line(caption), credited];
  return parts.filter(Boolean).join(" ").replace(/\s+/g, " ");
}

/** Octopress: what follows the address and the size is the title. */
function wordsAfter({ values }: Call, src: string): string {
  const words = values.slice(values.indexOf(src) + 1).filter((each) => !/^\d+$/.test(each));
  return values.includes(src) ? words.join(" ") : "";
}

function plain(markdown: string): string {
  return markdown.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/<[^>]*>|[*_`]/g, "");
}

function isPath(text: string): boolean {
  return /^[^\s<>]*[./][^\s<>]*$/.test(text);
}

function tag(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return `<${name}${writeAttributes(new Map(given))}>`;
}
