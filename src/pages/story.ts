import type { Item, Picture } from "../model.ts";
import { escapeAttribute } from "../render/escape.ts";
import { readingTimeWords } from "../render/wordings.ts";
import type { StoryPlan } from "../select/index.ts";
import { onPage, originsIn, textIn } from "./body.ts";
import type { Data } from "./engine.ts";
import { type Frame, framed, spoken, topicLink } from "./frame.ts";
import { Here } from "./here.ts";
import { newsArticle } from "./jsonLd.ts";
import { shareLinks } from "./share.ts";
import { storyLink, type Teaser } from "./teaser.ts";
import type { Shown } from "./times.ts";
import { type Words, wordsIn } from "./wordings.ts";

/** A story's page is made of its item, and of its neighbours' titles. */
export interface StoryPage {
  readonly plan: StoryPlan;
  readonly path: string;
  readonly item: Item;
  readonly newer: Teaser | undefined;
  readonly older: Teaser | undefined;
}

type ShownBy = (instant: number, language: string) => Shown;

/** What a story's template is given. */
export function storyData({ plan, path, item, newer, older }: StoryPage, frame: Frame, shown: ShownBy): Data {
  const { config } = frame;
  const { language = config.site.language, url } = item;
  const words = wordsIn(language);
  const here = new Here(path, config.site.url, url);
  const neighbours = {
    newer: newer && storyLink(newer, here, words),
    older: older && storyLink(older, here, words),
  };
  const body = onPage(bodyOf(item), here);
  const media = mediaOf(item, body, here);
  const others = [item.image, ...item.enclosures].flatMap((each) => (each ? [new URL(each.url).origin] : []));
  return {
    ...framed(frame, here, words, {
      template: "story",
      title: item.title,
      description: item.summary,
      canonical: item.externalUrl,
      topic: plan.topic,
      hasScript: true,
      newer: neighbours.newer?.href,
      older: neighbours.older?.href,
      origins: [...originsIn(body), ...others],
      social: social(item, config.site.title),
      jsonLd: newsArticle(item, config.site),
    }),
    article: {
      title: item.title,
      spoken: spoken(language, words),
      topic: plan.topic && { ...topicLink(plan.topic, here, config), label: item.topic?.term },
      summary: standfirst(item, body),
      readingTime: item.readingMinutes && readingTimeWords(words.language, item.readingMinutes),
      authors: item.authors.map(({ name, url }) => ({ name, href: here.link(url) })),
      published: item.published === undefined ? undefined : shown(item.published, words.language),
      updated:
        item.updated > (item.published ?? item.updated) ? shown(item.updated, words.language) : undefined,
      picture: pictureOf(item, here),
      body,
      ...media,
      corrections: correctionsOf(item, here, words, shown),
      credit: item.credit && { name: item.credit.name, href: here.link(item.credit.url) },
      source: item.origin && { name: item.origin.title, href: here.link(item.origin.url) },
      comments: here.link(item.comments),
      rights: item.rights,
      tags: item.tags.map(({ term, label = term }) => label),
      url,
    },
    share: shareLinks(config.pages?.share ?? [], { url, title: item.title }, words.email),
    ...neighbours,
  };
}

/** The article's own text, without what feeds have around it. */
function bodyOf({ contentHtml = "", body: [from, to] = [0, contentHtml.length] }: Item): string {
  return contentHtml.slice(from, to);
}

/** What its editor says in front of the text; a summary that was taken out of the text would stand there twice. */
function standfirst({ summary }: Item, body: string): string | undefined {
  const words = summary?.replace(/\s+/g, " ").replace(/…$/, "").trim();
  return words && !textIn(body).includes(words) ? summary : undefined;
}

/** The lead picture, unless the text shows it. */
function pictureOf({ image, contentHtml = "", body: [from, to] = [0, 0] }: Item, here: Here) {
  if (image === undefined) return undefined;
  const isInBody = contentHtml.slice(from, to).includes(` src="${escapeAttribute(image.url)}"`);
  return isInBody ? undefined : shownPicture(image, here);
}

function shownPicture({ url, alt = "", caption, credit, width, height }: Picture, here: Here) {
  return { src: here.link(url), alt, caption, credit, width, height };
}

/** Recordings that travel with it, and other files, where the text hasn't got them. */
function mediaOf({ enclosures }: Item, body: string, here: Here) {
  const media = enclosures.flatMap(({ url, type, title }) => {
    const href = here.link(url);
    if (href === undefined || body.includes(`"${escapeAttribute(href)}"`)) return [];
    const [kind] = type.split("/");
    return [{ href, type, kind, title: title ?? decodedName(url) }];
  });
  const played = media.filter(({ kind }) => kind === "audio" || kind === "video");
  return { recordings: played, files: media.filter((each) => !played.includes(each)) };
}

function decodedName(url: string): string {
  const name = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function correctionsOf({ corrections = [] }: Item, here: Here, words: Words, shown: ShownBy) {
  return corrections.map(({ date, note, noteHtml }) => ({
    date: date === undefined ? undefined : shown(date, words.language),
    note,
    html: noteHtml && onPage(noteHtml, here),
  }));
}

/** What other sites show of it: Open Graph's words. */
function social(
  { title, summary, url, image, published, updated, topic, tags, language }: Item,
  site: string,
) {
  const iso = (instant: number) => new Date(instant).toISOString().replace(".000Z", "Z");
  return {
    type: "article",
    title,
    description: summary,
    url,
    site,
    locale: language && /^[a-z]{2}-[A-Z]{2}$/.test(language) ? language.replace("-", "_") : undefined,
    image,
    published: published === undefined ? undefined : iso(published),
    updated: iso(updated),
    section: topic?.term,
    tags: tags.map(({ term }) => term),
  };
}
