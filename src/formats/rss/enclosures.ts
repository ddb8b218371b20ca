import type { Enclosure, Item } from "../../model.ts";
import { media } from "../modules/media.ts";
import { attributes, each, emptyElement } from "../xml.ts";

/**
 * An item's files. RSS readers take one `enclosure`: the first; the others are `media:content`, as
 * is the first where it has a title or a duration. The item's picture is written elsewhere.
 */
export function enclosures(margin: string, { enclosures, image }: Item): string {
  const first = enclosures[0];
  if (!first) return "";
  const others = enclosures.slice(1);
  const further = (detailed(first) ? [first, ...others] : others).filter(({ url }) => url !== image?.url);
  const { url, length, type } = first;
  return (
    emptyElement(margin, "enclosure", attributes({ url, length, type })) +
    each(further, (one) => media(margin, one))
  );
}

function detailed({ title, duration }: Enclosure): boolean {
  return Boolean(title) || duration !== undefined;
}
