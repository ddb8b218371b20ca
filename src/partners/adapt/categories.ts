import { subjects } from "../../formats/subjects.ts";
import type { Category, Item } from "../../model.ts";
import type { Profile } from "../profile/schema.ts";
import type { Breach } from "./breach.ts";

type Rules = NonNullable<Profile["categories"]>;

/** An item's categories as the partner calls them, none twice. */
export function partnersCategories(
  item: Item,
  rules: Rules = {},
): { readonly categories: readonly Category[]; readonly breaches: readonly Breach[] } {
  const own = ownCategories(item, rules);
  const found = translated(own, rules);
  const usual = rules.default === undefined ? [] : [{ term: rules.default }];
  const categories = (found.length === 0 ? usual : found).slice(0, rules.maximum);
  if (rules.otherwise !== "refuse" || categories.length > 0) return { categories, breaches: [] };
  const seen = own.length === 0 ? "there is no topic" : own.map((each) => `“${nameOf(each)}”`).join(", ");
  const breach = { rule: "category", seen, expected: "one that the table of categories has" };
  return { categories, breaches: [breach] };
}

function ownCategories(item: Item, { from = "all" }: Rules): readonly Category[] {
  if (from === "all") return subjects(item);
  if (from === "tags") return item.tags;
  return item.topic ? [item.topic] : [];
}

function translated(own: readonly Category[], { table = {}, otherwise = "keep" }: Rules): Category[] {
  const theirs = new Map(Object.entries(table).map(([name, meant]) => [name.toLowerCase(), meant]));
  const found = new Map<string, Category>();
  for (const each of own) {
    const meant = theirs.get(nameOf(each).toLowerCase()) ?? theirs.get(each.term.toLowerCase());
    if (meant !== undefined) found.set(meant, { term: meant });
    else if (otherwise === "keep") found.set(nameOf(each), each);
  }
  return [...found.values()];
}

function nameOf({ label, term }: Category): string {
  return label || term;
}
