import type { ExtensionElement } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";
import type { Given } from "./given.ts";

/** What extensions come to: elements for RSS and Atom, members for JSON Feed. */
export interface Extensions {
  readonly elements: readonly ExtensionElement[];
  readonly members: Readonly<Record<string, unknown>>;
}

const none: Extensions = { elements: [], members: {} };

/**
 * `feed`'s extensions, whose content is in xml-js's compact form, and `jsonExtensions`. By its name
 * one goes to RSS and Atom (`prefix:name`), to JSON Feed (`_name`), or to RSS and, under `_name`, to
 * JSON Feed (`name`).
 */
export function extensions(given: Given, report: Report): Extensions {
  const list = given.parts("extensions");
  const json = given.entries("jsonExtensions");
  if (list.length + json.length === 0) return none;
  const read = [
    ...list.map((each) => {
      const name = each.text("name") ?? "";
      return safely(name, () => extension(name, each.raw("objects")), report);
    }),
    ...json.map(([name, value]) =>
      safely(name, () => ({ elements: [], members: member(name, value) }), report),
    ),
  ];
  return {
    elements: read.flatMap(({ elements }) => elements),
    members: joinedMembers(read),
  };
}

/** Content that turns in a circle, or holds what has no text, would stop the whole feed. */
function safely(name: string, read: () => Extensions, report: Report): Extensions {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : "its content can't be read";
    report(problem("feed-extension", { name, reason }));
    return none;
  }
}

function extension(name: string, content: unknown): Extensions {
  const bare = name.startsWith("_");
  const members = member(bare ? name : `_${name}`, content);
  return { elements: bare ? [] : compact(name, content), members: name.includes(":") ? {} : members };
}

/** A copy: what could be written once can be written again. */
function member(name: string, content: unknown): Readonly<Record<string, unknown>> {
  const json = JSON.stringify(content);
  if (json === undefined) throw new Error("it has no content");
  return { [name]: JSON.parse(json) };
}

/** The members of several; the last of a name holds. */
export function joinedMembers(all: readonly Extensions[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(all.flatMap(({ members }) => Object.entries(members)));
}

function compact(name: string, value: unknown): readonly ExtensionElement[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => compact(name, one));
  if (typeof value !== "object" || value instanceof Date) return [{ name, content: String(value) }];
  const { _attributes, _text, _cdata, ...others } = { _attributes: {}, _text: [], _cdata: [], ...value };
  const children = Object.entries(others)
    .filter(([key]) => !/^_(?:comment|doctype|declaration|instruction)$/.test(key))
    .flatMap(([key, inner]) => compact(key, inner));
  const text = [_text, _cdata].flat().join("");
  const content = children.length > 0 ? children : text || undefined;
  return [{ name, attributes: texts(_attributes ?? {}), content }];
}

function texts(attributes: object): Readonly<Record<string, string>> {
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}
