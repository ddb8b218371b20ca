import { z } from "zod";
import { address, key, languageExpects, text, webAddress } from "../key.ts";
import {
  canonicalLanguage,
  isAddressOrPath,
  isLanguage,
  isSiteAddress,
  isTimezone,
  siteAddress,
} from "../values.ts";

const picture = z.string().refine(isAddressOrPath);
const pictureExpects = "an http or https address, or a path on the site";

const person = z.strictObject({
  name: key(text, "text", "The name, as a byline has it"),
  email: key(z.email().optional(), "a mail address", "Mail address"),
  url: key(address.optional(), webAddress, "The person's page"),
  avatar: key(address.optional(), webAddress, "The person's picture"),
});
const oneAuthor = z.union([text, person]).meta({ expects: "a name, or `{name, email, url, avatar}`" });
const authors = z.union([text, person, z.array(oneAuthor)]).optional();
const authorsExpect = "a name, `{name, email, url, avatar}`, or a list of them";

/** What the feeds say of the publication. */
export const site = z
  .strictObject({
    title: key(text, "text", "The publication's name"),
    url: key(
      z.string().refine(isSiteAddress).transform(siteAddress).meta({ format: "uri" }),
      `${webAddress}, without \`?\` and \`#\``,
      "The site's address; articles and feeds stand below it",
    ),
    description: key(text.optional(), "text", "One sentence on what it publishes"),
    language: key(
      z.string().refine(isLanguage).default("en").transform(canonicalLanguage),
      languageExpects,
      "Language of the feeds, and of articles that name none",
    ),
    timezone: key(
      z.string().refine(isTimezone).default("UTC"),
      "an IANA time zone, as in `Europe/Kyiv`",
      "Zone of the dates that name none",
    ),
    authors: key(authors, authorsExpect, "Byline of articles that name none"),
    author: key(authors, authorsExpect, "The same as `authors`; give one of the two"),
    image: key(picture.optional(), pictureExpects, "The publication's logo"),
    icon: key(picture.optional(), pictureExpects, "A large square icon, for JSON Feed"),
    favicon: key(picture.optional(), pictureExpects, "A small square icon, for Atom and JSON Feed"),
    copyright: key(text.optional(), "text", "The rights line"),
  })
  // Also where other values are wrong: all is said at once.
  .refine(({ author, authors }) => author === undefined || authors === undefined, {
    path: ["author"],
    params: { twin: "site.authors" },
    when: ({ value }) => typeof value === "object" && value !== null,
  });
