import type { Config } from "../config/index.ts";
import type { Item } from "../model.ts";
import { readingTimeWords } from "../render/wordings.ts";
import { spoken } from "./frame.ts";
import type { Here } from "./here.ts";
import type { Shown } from "./times.ts";
import type { Words } from "./wordings.ts";

/** What other pages show of a story: little enough to be held for all. */
export type Teaser = Pick<
  Item,
  "title" | "url" | "summary" | "published" | "language" | "image" | "topic" | "readingMinutes" | "credit"
>;

export function teaserOf(item: Item): Teaser {
  const { title, url, summary, published, language, image, topic, readingMinutes, credit } = item;
  return { title, url, summary, published, language, image, topic, readingMinutes, credit };
}

/** A link to a story, as a page's language has it. */
export function storyLink({ title, url, language }: Teaser, here: Here, words: Words) {
  return { title, href: here.link(url), spoken: spoken(language, words) };
}

/** A story in a list. */
export function listed(
  teaser: Teaser,
  here: Here,
  words: Words,
  { shown, site }: { shown(instant: number, language: string): Shown; site: Config["site"] },
) {
  const { summary, published, image, topic, readingMinutes = 1, language = site.language } = teaser;
  const isPicture = image && (image.width ?? smallest) >= smallest;
  return {
    ...storyLink(teaser, here, words),
    summary,
    published: published === undefined ? undefined : shown(published, words.language),
    readingTime: readingTimeWords(words.language, readingMinutes),
    topic: topic?.label ?? topic?.term,
    topicSpoken: spoken(language, words),
    picture: isPicture ? { src: here.link(image.url), width: image.width, height: image.height } : undefined,
  };
}

/** In pixels: icons and the like are no pictures of a story. */
const smallest = 120;
