import type { Extension } from "feed";
import type { ExtensionElement } from "../model.ts";
import { problem, type Report } from "../problems/index.ts";

/**
 * `feed`'s extensions, whose content is in xml-js's compact form. By its name one goes to RSS and
 * Atom (`prefix:name`), to JSON Feed (`_name`), or to RSS and, under `_name`, to JSON Feed (`name`).
 */
export function usable(extensions: readonly Extension[] | undefined, report: Report): readonly Extension[] {
  return (extensions ?? []).filter(({ name, objects }) => {
    const reason = fault(objects);
    if (reason) report(problem("feed-extension", { name, reason }));
    return !reason;
  });
}

/** The elements for RSS and Atom. */
export function elements(extensions: readonly Extension[]): readonly ExtensionElement[] {
  return extensions
    .filter(({ name }) => !name.startsWith("_"))
    .flatMap(({ name, objects }) => compact(name, objects));
}

/** The members for JSON Feed 1.1, which have to start with `_`. */
export function members(extensions: readonly Extension[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    extensions
      .filter(({ name }) => !name.includes(":"))
      .map(({ name, objects }) => [name.startsWith("_") ? name : `_${name}`, objects]),
  );
}

/** Content that turns in a circle, or holds what has no text, would stop the whole feed. */
function fault(objects: unknown): string | undefined {
  try {
    return JSON.stringify(objects) === undefined ? "it has no content" : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
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
  return [{ name, attributes: texts(_attributes), content }];
}

function texts(attributes: object): Readonly<Record<string, string>> {
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}
