import { type Admits, admitting } from "../../formats/extensions.ts";
import type { Format } from "../../formats/index.ts";
import { scope } from "../../formats/namespaces.ts";
import type { Channel, Item } from "../../model.ts";
import { standardNamespaces } from "../profile/namespaces.ts";
import type { Profile } from "../profile/schema.ts";
import { attributesText, elementsText } from "./elements.ts";
import { blended, opened, withAttributes } from "./standard.ts";
import type { DocumentWriter } from "./writer.ts";

/** What tells RSS and Atom from each other. */
export interface XmlFeed {
  readonly format: Format;
  /** How many start tags stand before the channel's elements, and as many end tags behind the items. */
  readonly depth: 1 | 2;
  /** In front of an item. */
  readonly margin: string;
  readonly itemName: string;
  item(item: Item, admits: Admits): string;
}

/** Writes a standard feed, in which a profile's elements stand and others don't. */
export function xmlFeedWriter(
  { format, depth, margin, itemName, item }: XmlFeed,
  profile: Profile,
  channel: Channel,
): DocumentWriter {
  const declared = { ...channel, namespaces: { ...channel.namespaces, ...profile.namespaces } };
  const prefixes = scope({ ...standardNamespaces(profile.format) }, declared);
  const admits = admitting(prefixes, { bare: profile.format === "rss" });
  const inner = `${margin}  `;
  const { root, channel: channelPart = {}, item: itemPart = {}, deletion } = profile;
  return {
    mediaType: format.mediaType,
    between: "",
    around: (current, filler) => {
      const standard = [
        ...format.write({ channel: { ...current, namespaces: declared.namespaces }, items: [] }),
      ].join("");
      const lines = splitAround(standard, depth);
      const starts = lines.starts.map((start, index) => {
        const given = index === 0 ? attributesText(root?.attributes, filler) : "";
        const last = index === depth - 1 ? attributesText(channelPart.attributes, filler) : "";
        return withAttributes(start, given + last);
      });
      const elements = blended(margin, lines.inner, channelPart, filler);
      return { before: lines.declaration + starts.join("") + elements, after: lines.ends };
    },
    item: (one, filler) => {
      const { start, inner: standard, end } = opened(item(one, admits));
      const tag = withAttributes(start, attributesText(itemPart.attributes, filler));
      return `${tag}${blended(inner, standard, itemPart, filler)}${end}`;
    },
    deletion: (filler) => {
      if (deletion === undefined) return "";
      const { element = itemName, attributes, elements } = deletion;
      const tag = `${margin}<${element}${attributesText(attributes, filler)}>\n`;
      return `${tag}${elementsText(inner, elements, filler)}${margin}</${element}>\n`;
    },
  };
}

/** A feed without items as its lines: each of our writers' start and end tags around them has one of its own. */
function splitAround(text: string, depth: number) {
  const lines = text.split("\n");
  const whole = (some: readonly string[]) => some.map((line) => `${line}\n`);
  return {
    declaration: whole(lines.slice(0, 1)).join(""),
    starts: whole(lines.slice(1, 1 + depth)),
    inner: whole(lines.slice(1 + depth, -1 - depth)).join(""),
    ends: whole(lines.slice(-1 - depth, -1)).join(""),
  };
}
