import type { Category, Person } from "../../model.ts";
import { mailAddress } from "../people.ts";
import { attributes, emptyElement, parentElement, textElement } from "../xml.ts";
import { isIri } from "./ids.ts";

/** A Person construct: RFC 4287, section 3.2. */
export function person(margin: string, name: "author" | "contributor", who: Person): string {
  const children =
    textElement(`${margin}  `, "name", who.name) +
    textElement(`${margin}  `, "uri", who.url && isIri(who.url) ? who.url : undefined) +
    textElement(`${margin}  `, "email", mailAddress(who));
  return parentElement(margin, name, children);
}

/** `atom:category`, section 4.2.2: a scheme that is no IRI is left out. */
export function category(margin: string, { term, label, scheme }: Category): string {
  const known = scheme && isIri(scheme) ? scheme : undefined;
  return emptyElement(margin, "category", attributes({ term, scheme: known, label }));
}

/** The attributes of a link, section 4.2.7. */
export interface LinkAttributes {
  readonly rel: string;
  readonly href: string;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly length?: number | undefined;
}

/** `atom:link`, section 4.2.7. */
export function link(margin: string, { rel, type, title, length, href }: LinkAttributes): string {
  return emptyElement(margin, "link", attributes({ rel, type, title, length, href }));
}
