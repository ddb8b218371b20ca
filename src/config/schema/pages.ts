import { z } from "zod";
import { key, text } from "../key.ts";

/** Where a story can be passed on, by a plain link: in the order in which pages have them. */
const shareNames = [
  "email",
  "whatsapp",
  "telegram",
  "facebook",
  "bluesky",
  "mastodon",
  "x",
  "linkedin",
  "reddit",
] as const;

const share = z
  .array(z.enum(shareNames).meta({ expects: `one of ${shareNames.map((name) => `\`${name}\``).join(", ")}` }))
  .default(["email", "whatsapp", "facebook", "bluesky", "x"])
  .transform((names) => shareNames.filter((name) => names.includes(name)));

const own = z.strictObject({
  theme: key(text.optional(), "a folder", "Templates and styles that stand in for the built-in ones"),
  perPage: key(
    z.int().min(1).max(500).default(20),
    "a whole number from 1 to 500",
    "How many stories a page of a list has; the first has up to twice as many",
  ),
  share: key(
    share,
    `a list of ${shareNames.map((name) => `\`${name}\``).join(", ")}`,
    "Where a story's page offers to pass it on",
  ),
});

/** The articles' own pages: none, those of the built-in theme, or with what is said of them. */
export const pages = z
  .union([z.boolean(), own])
  .transform((said) => (said === true ? own.parse({}) : said || undefined))
  .prefault(false);
