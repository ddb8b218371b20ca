/** An XML element with all that is in it. */
export interface XmlElement {
  /** `item`, `dc:creator`, `atom:entry`: with the prefix that its namespace is known by, whatever the document calls it. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Where its start tag ends; from 1. */
  readonly line: number;
}

export type XmlNode = string | XmlElement;

export function elementsIn({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== "string");
}

/** The children of this name, in their order. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).filter((child) => child.name === name);
}

/** The first child of the first of these names that has one. */
export function first(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = elementsIn(element).find((child) => child.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All text in an element. */
export function textIn(node: XmlNode): string {
  return typeof node === "string" ? node : node.children.map(textIn).join("");
}

/** The text of the first child of these names that says something, without white space around it. */
export function textOf(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names)
    for (const child of all(element, name)) {
      const text = textIn(child).trim();
      if (text !== "") return text;
    }
  return undefined;
}

/** An attribute's value; nothing where it is blank. */
export function attribute({ attributes }: XmlElement, name: string): string | undefined {
  return attributes[name]?.trim() || undefined;
}
