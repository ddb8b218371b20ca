import type { ElementRule } from "./elements.ts";
import type { ProfileLayer } from "./schema.ts";

/**
 * A profile on top of the one that it extends: its own keys win, those of mappings one by one; a list
 * takes the other's place as a whole, but for elements: theirs are the other's, without those of the
 * names that it has itself, and then its own.
 */
export function merged(base: ProfileLayer, own: ProfileLayer): ProfileLayer {
  return {
    ...base,
    ...own,
    namespaces: both(base.namespaces, own.namespaces),
    values: both(base.values, own.values),
    items: both(base.items, own.items),
    lengths:
      base.lengths && own.lengths ? bothDeep(base.lengths, own.lengths) : (own.lengths ?? base.lengths),
    images: both(base.images, own.images),
    categories: both(base.categories, own.categories),
    html: both(base.html, own.html),
    rules: base.rules && own.rules ? bothDeep(base.rules, own.rules) : (own.rules ?? base.rules),
    root: part(base.root, own.root),
    channel: part(base.channel, own.channel),
    item: part(base.item, own.item),
    deletion: part(base.deletion, own.deletion),
  };
}

type Mapping = Readonly<Record<string, unknown>>;

function both<Type extends Mapping>(base: Type | undefined, own: Type | undefined): Type | undefined {
  return base && own ? { ...base, ...own } : (own ?? base);
}

/** Mappings of mappings. */
function bothDeep<Type extends Readonly<Record<string, Mapping | undefined>>>(base: Type, own: Type): Type {
  const inner = Object.entries(own).map(([name, value]) => [name, both(base[name], value)] as const);
  return { ...base, ...own, ...Object.fromEntries(inner) };
}

interface Part {
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly elements?: readonly ElementRule[] | undefined;
  readonly members?: Mapping | undefined;
}

function part<Type extends Part>(base: Type | undefined, own: Type | undefined): Type | undefined {
  if (!base || !own) return own ?? base;
  return {
    ...base,
    ...own,
    attributes: both(base.attributes, own.attributes),
    elements: elements(base.elements, own.elements),
    members: both(base.members, own.members),
  };
}

function elements(
  base: readonly ElementRule[] | undefined,
  own: readonly ElementRule[] | undefined,
): readonly ElementRule[] | undefined {
  if (!base || !own) return own ?? base;
  const names = new Set(own.map(({ element }) => element));
  return [...base.filter(({ element }) => !names.has(element)), ...own];
}
