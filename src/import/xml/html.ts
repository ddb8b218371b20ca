import { escapeText } from "../../render/index.ts";
import type { XmlElement, XmlNode } from "./element.ts";

const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** What stands in an element, as HTML: `xhtml` content, and markup in elements that should have text only. */
export function innerHtml({ children }: XmlElement): string {
  return children.map(written).join("");
}

function written(node: XmlNode): string {
  if (typeof node === "string") return escapeText(node);
  const name = node.name.replace(/^.*:/, "");
  const attributes = Object.entries(node.attributes).map(
    ([key, value]) => ` ${key}="${escapeText(value).replace(/"/g, "&quot;")}"`,
  );
  const open = `<${name}${attributes.join("")}>`;
  return voids.has(name) ? open : `${open}${innerHtml(node)}</${name}>`;
}
