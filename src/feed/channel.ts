import type { Author } from "feed";
import type { FormatName } from "../formats/index.ts";
import type { Channel, ExtensionElement, Instant } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { absolute, checked, people } from "./addresses.ts";
import { elements, members, usable } from "./extensions.ts";
import type { Feed } from "./feed.ts";
import { dated } from "./item.ts";
import { namespaces } from "./namespaces.ts";
import { podcastElements } from "./podcast.ts";
import type { FeedOptions } from "./types.ts";

/** `feed`'s options and lists as a channel of ours. */
export function toChannel(feed: Feed, report: Report): Channel {
  const { options } = feed;
  const url = checked("the feed", options.link, report) ?? absolute(options.id) ?? "";
  const extensions = usable(feed.extensions, report);
  const own = [...podcastElements(options), ...docs(options), ...elements(extensions)];
  const ofItems = feed.items.flatMap((item) => elements(usable(item.extensions, () => {})));
  return {
    ...facts(options),
    ...addresses(options, report),
    url,
    id: options.id || url,
    authors: people([options.author, ...(options.authors ?? [])], report),
    contributors: people(feed.contributors, report),
    categories: [...feed.categories.map((term) => ({ term })), ...(options.categories ?? [])],
    managingEditor: person(options.managingEditor, report),
    webMaster: person(options.webMaster, report),
    updated: valid(options.updated) ?? newest(feed),
    namespaces: namespaces(options.namespaces, [...own, ...ofItems], report),
    extensions: own,
    jsonExtensions: { ...members(extensions), ...options.jsonExtensions },
  };
}

function facts({ title, description, language, copyright, generator, ttl, cloud, sy }: FeedOptions) {
  const rhythm = sy && { ...sy, base: valid(sy.base) };
  // `false` means none: an empty name isn't written.
  return {
    title,
    description,
    language,
    copyright,
    generator: generator === false ? "" : generator,
    ttl,
    cloud,
    rhythm,
  };
}

function addresses(options: FeedOptions, report: Report) {
  const { feed, feedLinks } = options;
  const self = (format: FormatName, address: string | undefined) => {
    const url = checked("the feed's own link", address, report);
    return url && { [format]: url };
  };
  return {
    self: {
      ...self("rss", feedLinks?.rss ?? feed),
      ...self("atom", feedLinks?.atom ?? feed),
      ...self("json", feedLinks?.json),
    },
    hubs: [options.hub, ...(options.hubs ?? [])].flatMap((hub) => checked("a hub", hub, report) ?? []),
    nextUrl: checked("the next page", options.nextUrl, report),
    image: checked("the feed's image", options.image, report),
    icon: checked("the feed's icon", options.icon, report),
    favicon: checked("the favicon", options.favicon, report),
  };
}

function person(author: Author | undefined, report: Report) {
  return people([author], report)[0];
}

/** `docs` of another address than the specification's; the RSS writer then leaves its own out. */
function docs({ docs }: FeedOptions): readonly ExtensionElement[] {
  return docs ? [{ name: "docs", content: docs }] : [];
}

function valid(date: Date | undefined): Instant | undefined {
  const instant = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isNaN(instant) ? undefined : instant;
}

/** The change of the newest item that is published: never the clock's time, as in `feed`. */
function newest({ items }: Feed): Instant | undefined {
  const changes = items.flatMap((item) => (absolute(item.link) ? (dated(item) ?? []) : []));
  return changes.length > 0 ? changes.reduce((one, other) => Math.max(one, other)) : undefined;
}
