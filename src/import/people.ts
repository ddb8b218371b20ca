import type { Person } from "../model.ts";

const mail = /^[^\s@<>()]+@[^\s@<>()]+$/;

/** A person as RSS writes one: `mail@host (Name)`, `Name <mail@host>`, or a name or address alone. */
export function personIn(text: string): Person {
  const [, address, named] = /^\s*([^\s@<>()]+@[^\s@<>()]+)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  if (address !== undefined && named?.trim()) return { name: named.trim(), email: address };
  const [, name, email] = /^\s*(.*\S)\s*<([^\s@<>()]+@[^\s@<>()]+)>\s*$/s.exec(text) ?? [];
  if (name !== undefined && email !== undefined) return { name, email };
  const only = text.trim().replace(/\s+/g, " ");
  return mail.test(only) ? { name: only, email: only } : { name: only };
}
