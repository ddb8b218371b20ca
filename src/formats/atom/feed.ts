import type { Channel } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { generator } from "../generator.ts";
import { archiveLinks, archiveMark } from "../modules/history.ts";
import { each, element, text, textElement } from "../xml.ts";
import { category, link, person } from "./constructs.ts";
import { feedId } from "./ids.ts";

const margin = "  ";

/** When RFC 4287 was published. */
const atomsBirthday = Date.UTC(2005, 11, 1);

/**
 * What a feed says of itself: RFC 4287, section 4.1.1. `updated` is required, also of a feed
 * that is empty and so never was: it gives Atom's own birthday, as the clock would change the bytes
 * and validators find older dates implausible.
 */
export function feedElements(channel: Channel): string {
  return (
    element(margin, "id", text(feedId(channel.id))) +
    textElement(margin, "title", channel.title || channel.url) +
    textElement(margin, "subtitle", channel.description) +
    element(margin, "updated", rfc3339(channel.updated ?? atomsBirthday)) +
    links(channel) +
    archiveMark(margin, channel) +
    people(channel) +
    each(channel.categories, (one) => category(margin, one)) +
    textElement(margin, "rights", channel.copyright) +
    textElement(margin, "icon", channel.favicon ?? channel.icon) +
    textElement(margin, "logo", channel.image ?? channel.icon) +
    generatorElement(channel.generator)
  );
}

function links(channel: Channel): string {
  const { url, self, hubs } = channel;
  const type = "application/atom+xml";
  return (
    (url ? link(margin, { rel: "alternate", href: url }) : "") +
    (self.atom ? link(margin, { rel: "self", type, href: self.atom }) : "") +
    each(hubs, (href) => link(margin, { rel: "hub", href })) +
    each(archiveLinks(channel, "atom"), ({ rel, href }) => link(margin, { rel, type, href }))
  );
}

/** Entries need an author somewhere (section 4.1.1): without a person it is the publication. */
function people({ authors, contributors, title, url }: Channel): string {
  const by = authors.length > 0 ? authors : [{ name: title || url }];
  return (
    each(by, (one) => person(margin, "author", one)) +
    each(contributors, (one) => person(margin, "contributor", one))
  );
}

function generatorElement(named: string | undefined): string {
  return textElement(margin, "generator", named ?? generator);
}
