import type { Item, Person } from "../../model.ts";
import { byline } from "../item.ts";
import { creators } from "../modules/dublinCore.ts";
import { plainElement } from "./text.ts";

const address = /^[^\s@()<>,]+@[^\s@()<>,]+$/;

/** `mail@host (Name)`, the form that RSS 2.0 wants; undefined without a mail address. */
export function mailbox(person: Person | undefined): string | undefined {
  if (!person?.email || !address.test(person.email)) return undefined;
  return person.name && person.name !== person.email ? `${person.email} (${person.name})` : person.email;
}

/**
 * An item's byline. RSS allows one `author`, with a mail address, and none beside `dc:creator`: so
 * it is used for a single person who has one, and everybody else is a `dc:creator`.
 */
export function authors(margin: string, item: Item): string {
  const people = byline(item);
  const only = people.length === 1 ? mailbox(people[0]) : undefined;
  return only ? plainElement(margin, "author", only) : creators(margin, people);
}
