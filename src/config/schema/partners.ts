import { z } from "zod";
import { profileSchema } from "../../partners/profile/schema.ts";
import { durationExpects, durationType } from "../../partners/profile/values.ts";
import { key, partnerName, partnerNameExpects, text } from "../key.ts";
import { isFilePath } from "../values.ts";

/** A partner, and what of its profile is otherwise here. */
export const partner = z.strictObject({
  profile: key(
    z.union([text, profileSchema]),
    "a profile's name, a file as in `./partner.yaml`, or a profile's own keys",
    "What the partner wants: see docs/partners.md",
  ),
  name: key(
    partnerName.optional(),
    partnerNameExpects,
    "What articles and messages call it; else the profile's name",
  ),
  path: key(
    z.string().refine(isFilePath).optional(),
    "a file below the output folder, as in `wire/news.xml`",
    "Its file; else `partners/` and its name",
  ),
  limit: key(
    z.int().min(1).optional(),
    "a whole number from 1",
    "How many items it gets; else as the profile has it",
  ),
  window: key(durationType.optional(), durationExpects, "How old they may be; else as the profile has it"),
  categories: key(
    z.record(z.string(), text).optional(),
    "own topics or tags with the partner's names or codes",
    "What the partner calls them, beside the profile's table",
  ),
  values: key(
    z
      .record(z.string(), z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]))
      .optional(),
    "names with texts",
    "The profile's `values`, as an account's number",
  ),
  strict: key(z.boolean().optional(), "true or false", "Make an article that breaks its rules an error"),
  secret: key(
    z.string().optional().meta({ isSecret: true }),
    "16 letters and digits or more",
    "A folder that only the partner knows, in which its file stands; `secretFrom` keeps it out of this file",
  ),
  secretFrom: key(
    z
      .string()
      .regex(/^[A-Za-z_]\w*$/)
      .optional(),
    "the name of an environment variable",
    "Where the secret stands",
  ),
  output: key(text.optional(), "a folder", "A folder of its own, if its file isn't to stand in `output`"),
});

const namesOfPartners = z.array(text).optional();
/** What is agreed with an agency. */
export const credit = z
  .strictObject({
    allow: key(namesOfPartners, "a list of partners", "Partners that may have its copy; no others may"),
    deny: key(namesOfPartners, "a list of partners", "Partners that may not have it; all others may"),
    days: key(
      z.int().min(1).optional(),
      "a whole number from 1",
      "For how many days after publication they may",
    ),
  })
  .refine(({ allow, deny }) => allow === undefined || deny === undefined, {
    path: ["deny"],
    params: { twin: "allow", isRival: true },
  })
  .meta({ expects: "`allow` or `deny` with partners, and `days`" });
