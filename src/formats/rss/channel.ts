import type { Category, Channel } from "../../model.ts";
import { rfc822 } from "../dates.ts";
import { generator } from "../generator.ts";
import { contributors, creators } from "../modules/dublinCore.ts";
import { archiveLinks, archiveMark } from "../modules/history.ts";
import { rhythm } from "../modules/syndication.ts";
import { attributes, each, element, emptyElement, parentElement, textElement } from "../xml.ts";
import { mailbox } from "./people.ts";
import { plainAsHtml, plainElement } from "./text.ts";

const margin = "    ";

/** What a channel says of itself: RSS 2.0, required and optional channel elements. */
export function channelElements(channel: Channel): string {
  return (
    plainElement(margin, "title", channel.title || channel.url) +
    textElement(margin, "link", channel.url) +
    element(margin, "description", plainAsHtml(channel.description || channel.title || channel.url)) +
    textElement(margin, "language", channel.language) +
    plainElement(margin, "copyright", channel.copyright) +
    people(channel) +
    dates(channel) +
    each(channel.categories, (one) => category(margin, one)) +
    plainElement(margin, "generator", channel.generator ?? generator) +
    docs(channel) +
    cloud(channel) +
    textElement(margin, "ttl", channel.ttl === undefined ? undefined : String(channel.ttl)) +
    image(channel) +
    links(channel) +
    archiveMark(margin, channel) +
    rhythm(margin, channel.rhythm)
  );
}

/** `category`, with its vocabulary as the domain. */
export function category(margin: string, { term, label, scheme }: Category): string {
  return plainElement(margin, "category", label || term, attributes({ domain: scheme }));
}

/** Editors go by mail only; `dc:creator` would say the same as `managingEditor` again. */
function people({ managingEditor, webMaster, authors, contributors: others }: Channel): string {
  const editor = mailbox(managingEditor);
  const creating = managingEditor ? [managingEditor] : authors;
  return (
    (editor ? plainElement(margin, "managingEditor", editor) : creators(margin, creating)) +
    plainElement(margin, "webMaster", mailbox(webMaster)) +
    contributors(margin, others)
  );
}

function dates({ updated }: Channel): string {
  if (updated === undefined) return "";
  return (
    textElement(margin, "pubDate", rfc822(updated)) + textElement(margin, "lastBuildDate", rfc822(updated))
  );
}

/** The specification's address, unless an extension names another. */
function docs({ extensions }: Channel): string {
  if (extensions?.some(({ name }) => name === "docs")) return "";
  return element(margin, "docs", "https://www.rssboard.org/rss-specification");
}

/** The five attributes that RSS 2.0 names: another name could be none in XML. */
function cloud({ cloud }: Channel): string {
  if (!cloud) return "";
  const { domain, port, path, registerProcedure, protocol } = cloud;
  return emptyElement(margin, "cloud", attributes({ domain, port, path, registerProcedure, protocol }));
}

/** Title and link equal the channel's, as the specification advises; sizes are left out. */
function image(channel: Channel): string {
  const url = channel.image ?? channel.icon;
  if (!url) return "";
  const children =
    textElement(`${margin}  `, "url", url) +
    plainElement(`${margin}  `, "title", channel.title || channel.url) +
    textElement(`${margin}  `, "link", channel.url);
  return parentElement(margin, "image", children);
}

/** The feed's own address, the hubs that tell of its changes (WebSub, section 4), and its archives. */
function links(channel: Channel): string {
  const { self, hubs } = channel;
  const type = "application/rss+xml";
  return (
    (self.rss ? link({ rel: "self", type, href: self.rss }) : "") +
    each(hubs, (href) => link({ rel: "hub", href })) +
    each(archiveLinks(channel, "rss"), ({ rel, href }) => link({ rel, type, href }))
  );
}

function link(pairs: Readonly<Record<string, string>>): string {
  return emptyElement(margin, "atom:link", attributes(pairs));
}
