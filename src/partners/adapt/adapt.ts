import type { Channel, Item } from "../../model.ts";
import type { Filler } from "../fill.ts";
import { cut, lengthOf } from "../profile/length.ts";
import type { Profile } from "../profile/schema.ts";
import type { Fields } from "../profile/value.ts";
import { isEmpty } from "../profile/value.ts";
import type { Breach } from "./breach.ts";
import { partnersCategories } from "./categories.ts";
import { type Shaped, shapeHtml } from "./html.ts";
import { partnersId } from "./ids.ts";
import { ownRules } from "./ownRules.ts";
import { fittingPictures } from "./pictures.ts";

/** An item as a partner gets it, and the rules that it breaks. */
export interface Adapted {
  /** As the format's own writer takes it. */
  readonly item: Item;
  readonly filler: Filler;
  readonly breaches: readonly Breach[];
}

/** Makes of an item what a profile wants of it. */
export function adapt(
  item: Item,
  extra: Fields,
  channel: Channel,
  profile: Profile,
  general: Filler,
): Adapted {
  const shaped = shapedContent(item, profile);
  const { pictures, breaches: picture } = fittingPictures(item, shaped.pictures, profile.images);
  const { categories, breaches: category } = partnersCategories(item, profile.categories);
  const title = limited("title", item.title, profile);
  const summary = limited("summary", item.summary ?? "", profile);
  const draft = {
    ...item,
    title: title.text,
    summary: profile.content === "none" ? undefined : summary.text || undefined,
    contentHtml: (profile.content ?? "full") === "full" ? shaped.html || undefined : undefined,
    image: pictures[0],
  };
  const told = { item: draft, channel, pictures, categories };
  const id = partnersId(item.id, profile, channel, general.ofItem(told, extra));
  const filler = general.ofItem({ ...told, item: { ...draft, id } }, extra);
  const breaches = [
    ...language(item, channel, profile),
    ...(id === "" ? [{ rule: "id", seen: "its id is empty", expected: "one" }] : []),
    ...missing(profile, filler),
    ...title.breaches,
    ...(profile.content === "none" ? [] : summary.breaches),
    ...category,
    ...picture,
    ...shaped.breaches,
    ...ownRules(profile, filler),
  ];
  const subjects = profile.categories === undefined ? {} : { topic: undefined, tags: categories };
  return { item: { ...draft, ...subjects, id }, filler, breaches };
}

function shapedContent({ contentHtml }: Item, { content = "full", html, images }: Profile): Shaped {
  const nothing = { html: "", pictures: [], breaches: [] };
  if (contentHtml === undefined) return nothing;
  if (content === "full" && html !== undefined) return shapeHtml(contentHtml, html);
  if (images?.which === "all")
    return { ...nothing, html: contentHtml, pictures: shapeHtml(contentHtml).pictures };
  return { ...nothing, html: contentHtml };
}

function limited(name: "title" | "summary", text: string, { lengths }: Profile) {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY, beyond } = lengths?.[name] ?? {};
  const rule = `${name}-length`;
  const seen = `the ${name} has ${lengthOf(text)} characters`;
  if (lengthOf(text) < minimum) return { text, breaches: [{ rule, seen, expected: `at least ${minimum}` }] };
  if (lengthOf(text) <= maximum) return { text, breaches: [] };
  if (beyond === "cut") return { text: cut(text, maximum, "…"), breaches: [] };
  return { text, breaches: [{ rule, seen, expected: `at most ${maximum}` }] };
}

function missing({ require = [] }: Profile, filler: Filler): Breach[] {
  return require
    .filter((field) => isEmpty(filler.value(`\${${field}}`)))
    .map((field) => ({ rule: "required", seen: `there is no \`${field}\``, expected: "one" }));
}

/** `en` takes in `en-GB`. */
function language(item: Item, channel: Channel, { languages }: Profile): Breach[] {
  const own = item.language ?? channel.language ?? "";
  const tag = own.toLowerCase();
  const fits = languages?.some(
    (each) => tag === each.toLowerCase() || tag.startsWith(`${each.toLowerCase()}-`),
  );
  if (fits !== false) return [];
  return [{ rule: "language", seen: `its language is \`${own}\``, expected: languages?.join(", ") ?? "" }];
}
