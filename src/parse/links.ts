import type { Link, Origin } from "../model.ts";
import type { Fields } from "./fields.ts";
import { isElsewhere } from "./identity.ts";
import { urlIn, webAddress } from "./people.ts";
import { asText, member, none } from "./values.ts";

/** An http or https address; a truth value, as other generators have it, says none. */
export function readUrl(fields: Fields, name: "canonical" | "comments" | "via"): string | undefined {
  const field = fields.get(name);
  const text = asText(field?.value);
  if (field === undefined || text === undefined || /^(?:true|yes|on)$/i.test(text)) return undefined;
  return webAddress(text) ?? fields.badUrl(name, text);
}

/** Where the piece stands, if not here. Jekyll's link blogs give it as `link`. */
export function readCanonical(fields: Fields, siteUrl: string): string | undefined {
  const link = fields.text("permalink");
  const given =
    readUrl(fields, "canonical") ?? (link && isElsewhere(link, siteUrl) ? webAddress(link) : undefined);
  return given !== undefined && isElsewhere(given, siteUrl) ? given : undefined;
}

/** The feed or publication that an article was taken from. */
export function readOrigin(fields: Fields): Origin | undefined {
  const field = fields.get("source");
  if (field === undefined) return undefined;
  const title = asText(member(field.value, "title", "name"));
  const url = urlIn(fields, "source", field.value) ?? webAddress(asText(field.value));
  if (url !== undefined) return { title: title ?? new URL(url).hostname, url };
  return fields.wrong(field, "`{title, url}`");
}

/** Where its subject was found, and further pages on it. */
export function readLinks(fields: Fields): readonly Link[] {
  const via = readUrl(fields, "via");
  if (via === undefined && fields.get("related") === undefined) return none;
  const related = fields.list("related").flatMap((value): Link[] => {
    const url = webAddress(asText(value)) ?? urlIn(fields, "related", value);
    return url === undefined ? [] : [{ rel: "related", url, title: asText(member(value, "title")) }];
  });
  return via === undefined ? related : [{ rel: "via", url: via }, ...related];
}
