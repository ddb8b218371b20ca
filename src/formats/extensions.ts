import type { ExtensionElement } from "../model.ts";
import { attributes, element, parentElement, text } from "./xml.ts";

/** Says whether an element's name can stand in the document. */
export type Admits = (name: string) => boolean;

const qualified = /^(?:([A-Za-z_][\w.-]*):)?[A-Za-z_][\w.-]*$/;

/** Names with a declared prefix; in RSS also those without one, which are the core's (`skipHours`). */
export function admitting(prefixes: ReadonlyMap<string, string>, { bare }: { bare: boolean }): Admits {
  return (name) => {
    const match = qualified.exec(name);
    if (!match) return false;
    return match[1] === undefined ? bare : prefixes.has(match[1]);
  };
}

/** Writes the elements whose names are admitted, with their children. */
export function extensionElements(
  margin: string,
  elements: readonly ExtensionElement[] | undefined,
  admits: Admits,
): string {
  let written = "";
  if (elements)
    for (const each of elements) if (admits(each.name)) written += extensionElement(margin, each, admits);
  return written;
}

function extensionElement(
  margin: string,
  { name, attributes: pairs, content }: ExtensionElement,
  admits: Admits,
) {
  const written = admittedAttributes(pairs ?? {}, admits);
  if (typeof content === "string") return element(margin, name, text(content), written);
  return parentElement(margin, name, extensionElements(`${margin}  `, content, admits), written);
}

/** An attribute without a prefix belongs to its element; one with a prefix needs it declared. */
function admittedAttributes(pairs: Readonly<Record<string, string>>, admits: Admits): string {
  const kept = Object.entries(pairs).filter(
    ([name]) =>
      name !== "xmlns" && (name.includes(":") ? name === "xml:lang" || admits(name) : qualified.test(name)),
  );
  return attributes(Object.fromEntries(kept));
}
