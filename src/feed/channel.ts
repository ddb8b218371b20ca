import type { FormatName } from "../formats/index.ts";
import type { Channel, Cloud, ExtensionElement, Instant, UpdateRhythm } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { absolute, checked, people } from "./addresses.ts";
import { archiveLinks, tombstones } from "./archive.ts";
import { extensions, joinedMembers } from "./extensions.ts";
import { Given } from "./given.ts";
import { dated, subject } from "./item.ts";
import { namespaces } from "./namespaces.ts";
import { podcastElements } from "./podcast.ts";

/**
 * `feed`'s options and lists as a channel of ours.
 * @param feed its `categories`, `contributors` and `extensions`
 */
export function toChannel(feed: Given, options: Given, items: readonly unknown[], report: Report): Channel {
  const url = checked("the feed", options.text("link"), report) ?? absolute(options.text("id")) ?? "";
  const added = [extensions(feed, report), extensions(options, report)];
  const own = [
    ...podcastElements(options.quietly()),
    ...docs(options),
    ...added.flatMap(({ elements }) => elements),
  ];
  return {
    ...facts(options),
    ...addresses(options, report),
    ...persons(feed, options, report),
    url,
    id: options.text("id") || url,
    categories: [...feed.values("categories"), ...options.values("categories")].flatMap(subject),
    archive: archiveLinks(options, report),
    updated: options.date("updated") ?? newest(items, options.quietly()),
    namespaces: namespaces(declared(options), [...own, ...ofItems(items)], report),
    extensions: own,
    jsonExtensions: joinedMembers(added),
  };
}

function facts(options: Given) {
  return {
    title: options.text("title") ?? "",
    description: options.text("description"),
    language: options.text("language"),
    copyright: options.text("copyright"),
    // `false` means none: an empty name isn't written.
    generator: options.raw("generator") === false ? "" : options.text("generator"),
    ttl: options.number("ttl"),
    cloud: cloud(options),
    rhythm: rhythm(options.part("sy")),
  };
}

function addresses(options: Given, report: Report) {
  const [feed, feedLinks] = [options.text("feed"), options.part("feedLinks")];
  const self = (format: FormatName, address: string | undefined) => {
    const url = checked("the feed's own link", address, report);
    return url && { [format]: url };
  };
  const hubs = [options.text("hub"), ...options.values("hubs")];
  const one = (name: "nextUrl" | "image" | "icon" | "favicon", what: string) =>
    checked(what, options.text(name), report);
  return {
    self: {
      ...self("rss", feedLinks?.text("rss") ?? feed),
      ...self("atom", feedLinks?.text("atom") ?? feed),
      ...self("json", feedLinks?.text("json")),
    },
    hubs: hubs.flatMap((hub) => (typeof hub === "string" ? (checked("a hub", hub, report) ?? []) : [])),
    nextUrl: one("nextUrl", "the next page"),
    image: one("image", "the feed's image"),
    icon: one("icon", "the feed's icon"),
    favicon: one("favicon", "the favicon"),
  };
}

function persons(feed: Given, options: Given, report: Report) {
  return {
    authors: people([...options.parts("author"), ...options.parts("authors")], report),
    contributors: people(feed.parts("contributors"), report),
    managingEditor: people(options.parts("managingEditor"), report)[0],
    webMaster: people(options.parts("webMaster"), report)[0],
  };
}

/** Readers that register need to know where; without that there is nothing to say. */
function cloud(options: Given): Cloud | undefined {
  const given = options.part("cloud");
  if (!given) return undefined;
  const [domain, port, protocol] = [given.text("domain"), given.number("port"), given.text("protocol")];
  if (!domain || port === undefined || !protocol)
    return options.lose("cloud", "an object with domain, port and protocol");
  const [path, registerProcedure] = [given.text("path") ?? "/", given.text("registerProcedure") ?? ""];
  return { domain, port, path, registerProcedure, protocol };
}

const periods = ["hourly", "daily", "weekly", "monthly", "yearly"] as const;

/** The module's specification takes a day where no period is said. */
function rhythm(given: Given | undefined): UpdateRhythm | undefined {
  if (!given) return undefined;
  const period = given.oneOf("period", periods) ?? "daily";
  return { period, frequency: given.number("frequency"), base: given.date("base") };
}

/** `docs` of another address than the specification's; the RSS writer then leaves its own out. */
function docs(options: Given): readonly ExtensionElement[] {
  const content = options.text("docs");
  return content ? [{ name: "docs", content }] : [];
}

/** The prefixes that the caller declares. */
function declared(options: Given): Readonly<Record<string, string>> {
  const given = options.entries("namespaces");
  return Object.fromEntries(
    given.flatMap(([prefix, uri]) =>
      typeof uri === "string" ? [[prefix, uri]] : (options.lose(`namespaces.${prefix}`, "text") ?? []),
    ),
  );
}

const noName = () => "";
const unheard: Report = () => {};

/** An item that is only looked through; what is wrong with it is told when it is written. */
function quiet(item: unknown): Given | undefined {
  return Given.from(item, noName, unheard);
}

function ofItems(items: readonly unknown[]): readonly ExtensionElement[] {
  return items.flatMap((item) => {
    const given = quiet(item);
    return given?.raw("extensions") ? extensions(given, unheard).elements : [];
  });
}

/** The newest change of an item that is published, or was taken back: never the clock's time, as in `feed`. */
function newest(items: readonly unknown[], options: Given): Instant | undefined {
  const changes = items.flatMap((item) => {
    const given = quiet(item);
    return given && absolute(given.text("link")) ? (dated(given) ?? []) : [];
  });
  for (const { when } of tombstones(options)) changes.push(when);
  return changes.length > 0 ? changes.reduce((one, other) => Math.max(one, other)) : undefined;
}
