import type { Item, Person } from "../../model.ts";
import { creators } from "../modules/dublinCore.ts";
import { byline, mailAddress } from "../people.ts";
import { plainElement } from "./text.ts";

/** `mail@host (Name)`, the form that RSS 2.0 wants; undefined without a mail address. */
export function mailbox(person: Person | undefined): string | undefined {
  const mail = mailAddress(person);
  return mail && person?.name && person.name !== mail ? `${mail} (${person.name})` : mail;
}

/**
 * An item's byline. RSS allows one `author`, with a mail address, and none beside `dc:creator`: so
 * it is used for a single person who has one, and everybody else is a `dc:creator`.
 */
export function authors(margin: string, item: Item): string {
  const people = byline(item);
  const only = people.length === 1 ? mailbox(people[0]) : undefined;
  return only ? plainElement(margin, "author", only) : creators(margin, withAgency(people, item));
}

/**
 * The agency beside the last author's name, as bylines have it: many readers keep one creator only,
 * the first or the last, and would show the agency alone.
 */
function withAgency(people: readonly Person[], { authors }: Item): readonly Person[] {
  if (people === authors) return people;
  const [last, agency] = people.slice(authors.length - 1);
  if (last === undefined || agency === undefined) return people;
  return [...authors.slice(0, -1), { name: `${last.name}, ${agency.name}` }];
}
