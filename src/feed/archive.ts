import type { FormatName } from "../formats/index.ts";
import type { Addresses, ArchiveLinks, Tombstone } from "../model.ts";
import type { Report } from "../problems/index.ts";
import { absolute, checked } from "./addresses.ts";
import type { Given } from "./given.ts";

/** Where the feed's other documents stand. */
export function archiveLinks(options: Given, report: Report): ArchiveLinks | undefined {
  const given = options.part("archive");
  if (!given) return undefined;
  const documents = (name: "current" | "previous" | "next") => addresses(given.part(name), report);
  return {
    isArchive: given.raw("isArchive") === true,
    current: documents("current"),
    previous: documents("previous"),
    next: documents("next"),
  };
}

function addresses(given: Given | undefined, report: Report): Addresses | undefined {
  const address = (format: FormatName) => checked("an archive", given?.text(format), report);
  return given && { rss: address("rss"), atom: address("atom"), json: address("json") };
}

/** What was taken back; told and left out where it isn't said what, or when. */
export function tombstones(options: Given): readonly Tombstone[] {
  return options.parts("tombstones").flatMap((given) => tombstone(given) ?? []);
}

/** By the id that its item had in Atom, the one format that tells of it. No format writes title and date. */
function tombstone(given: Given): Tombstone | undefined {
  const url = absolute(given.text("link"));
  const id = given.text("id") ?? url;
  const when = given.instant("when");
  if (!id) return given.lose("id", "text, nor its `link` an address");
  if (when === undefined || Number.isNaN(when)) return given.lose("when", "a date from the year 1 to 9999");
  return { id, url: url ?? "", title: "", published: when, when, reason: given.text("reason") };
}
