import { attributes, declaration } from "../../formats/xml.ts";
import type { Filler } from "../fill.ts";
import type { Profile } from "../profile/schema.ts";
import { attributesText, elementsText } from "./elements.ts";
import type { DocumentWriter } from "./writer.ts";

/** XML of a shape of its own: what the profile names, and nothing else. */
export function xmlWriter(profile: Profile): DocumentWriter {
  const { document = [], item = {}, deletion, channel = {} } = profile;
  const margin = "  ".repeat(document.length);
  const wrapped = (name: string | undefined, part: typeof item, filler: Filler) => {
    const tag = `${name}${attributesText(part.attributes, filler)}`;
    return `${margin}<${tag}>\n${elementsText(`${margin}  `, part.elements, filler)}${margin}</${name}>\n`;
  };
  return {
    mediaType: "application/xml",
    between: "",
    around: (_, filler) => {
      const starts = document.map((frame, depth) => {
        const [before, inner] = ["  ".repeat(depth), "  ".repeat(depth + 1)];
        const declared = depth === 0 ? namespaces(profile) : "";
        const tag = `${before}<${frame.element}${declared}${attributesText(frame.attributes, filler)}>\n`;
        return tag + elementsText(inner, frame.elements, filler);
      });
      const ends = document.map(({ element }, depth) => `${"  ".repeat(depth)}</${element}>\n`).reverse();
      const own = elementsText(margin, channel.elements, filler);
      return { before: declaration + starts.join("") + own, after: ends.join("") };
    },
    item: (_, filler) => wrapped(item.element, item, filler),
    deletion: (filler) =>
      deletion === undefined ? "" : wrapped(deletion.element ?? item.element, deletion, filler),
  };
}

function namespaces({ namespaces = {} }: Profile): string {
  return Object.entries(namespaces)
    .map(([prefix, uri]) => attributes({ [`xmlns:${prefix}`]: uri }))
    .join("");
}
