import { jsonHead } from "../../formats/json/feed.ts";
import { afterContent, beforeContent } from "../../formats/json/item.ts";
import { stringify } from "../../formats/json/text.ts";
import { json } from "../../formats/json/writer.ts";
import type { Item } from "../../model.ts";
import type { Filler } from "../fill.ts";
import type { Profile } from "../profile/schema.ts";
import { filledMembers } from "./members.ts";
import type { DocumentWriter } from "./writer.ts";

type Members = Readonly<Record<string, unknown>>;

/** JSON Feed 1.1 as `formats/json` has it, and what the profile makes of it. */
export function jsonFeedWriter(profile: Profile): DocumentWriter {
  const { channel, item, deletion } = profile;
  return {
    mediaType: json.mediaType,
    between: ",\n",
    around: (current, filler, isEmpty) => {
      return around(blended({ ...jsonHead(current) }, channel, filler), ["items"], isEmpty);
    },
    item: (one, filler) => indented(blended(standardItem(one), item, filler), 2),
    deletion: (filler) => (deletion ? indented(filledMembers(deletion.members, filler), 2) : ""),
  };
}

/** JSON of a shape of its own: what the profile names, and nothing else. */
export function jsonWriter({ channel, item, deletion, into }: Profile): DocumentWriter {
  const path = into?.split(".") ?? [];
  const depth = path.length + 1;
  return {
    mediaType: "application/json",
    between: ",\n",
    around: (_, filler, isEmpty) => around(filledMembers(channel?.members ?? {}, filler), path, isEmpty),
    item: (_, filler) => indented(filledMembers(item?.members, filler), depth),
    deletion: (filler) => (deletion ? indented(filledMembers(deletion.members, filler), depth) : ""),
  };
}

function standardItem(item: Item): Members {
  const { contentHtml } = item;
  return {
    ...beforeContent(item),
    ...(contentHtml ? { content_html: contentHtml } : {}),
    ...afterContent(item),
  };
}

interface Part {
  readonly omit?: readonly string[] | undefined;
  readonly keep?: readonly string[] | undefined;
  readonly members?: Members | undefined;
}

/** Standard members without those that are left out; the profile's own take the place of those of their names. */
function blended(standard: Members, { omit = [], keep, members = {} }: Part = {}, filler: Filler): Members {
  const own = filledMembers(members, filler);
  const kept = Object.entries(standard).flatMap(([name, value]) => {
    if (Object.hasOwn(members, name)) return Object.hasOwn(own, name) ? [[name, own[name]] as const] : [];
    return omit.includes(name) || keep?.includes(name) === false ? [] : [[name, value] as const];
  });
  return Object.fromEntries([...kept, ...Object.entries(own)]);
}

/** The text before and behind the items, which stand in a list down the path. */
function around(document: Members, path: readonly string[], isEmpty: boolean) {
  const margin = "  ".repeat(path.length);
  const [open, close] = isEmpty ? ["[", "]"] : ["[\n", `\n${margin}]`];
  if (path.length === 0) return { before: open, after: `${close}\n` };
  const others = stringify(placed(document, path, ""));
  let mark = "here";
  while (others.includes(JSON.stringify(mark))) mark += "+";
  const [before = "", after = ""] = stringify(placed(document, path, mark)).split(JSON.stringify(mark));
  return { before: before + open, after: `${close}${after}\n` };
}

function placed(document: Members, [first = "", ...rest]: readonly string[], value: string): Members {
  if (rest.length === 0) return { ...document, [first]: value };
  const inner = document[first];
  const around = typeof inner === "object" && inner !== null ? { ...inner } : {};
  return { ...document, [first]: placed(around, rest, value) };
}

/** In our JSON, every line end is one of its layout. */
function indented(value: Members, depth: number): string {
  const margin = "  ".repeat(depth);
  return margin + stringify(value).replaceAll("\n", `\n${margin}`);
}
