import type { Item, Person } from "../model.ts";

const address = /^[^\s@()<>,]+@[^\s@()<>,]+$/;

/** Who an item is by: its authors, then the agency whose copy it is, unless it is among them. */
export function byline({ authors, credit }: Item): readonly Person[] {
  if (!credit || authors.some(({ name }) => name === credit.name)) return authors;
  return [...authors, credit];
}

/** A person's mail address, if it can be one. */
export function mailAddress(person: Person | undefined): string | undefined {
  return person?.email && address.test(person.email) ? person.email : undefined;
}
