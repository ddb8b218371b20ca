import { z } from "zod";
import { key } from "../key.ts";

/** What a build may do to the feeds without anybody insisting (`--force`). */
export const guards = z.strictObject({
  emptied: key(
    z.boolean().default(true),
    "true or false",
    "Whether a feed that had items may not become empty",
  ),
  lost: key(
    z.number().min(0).max(1).default(0.5),
    "a share from 0 to 1",
    "The share of a feed's items that may be gone at once, without having been withdrawn or held back",
  ),
  ids: key(
    z.int().min(0).default(3),
    "a whole number, 0 for none",
    "How many published articles may have another id at once: each comes to its readers again",
  ),
  dates: key(
    z.int().min(0).default(3),
    "a whole number, 0 for none",
    "How many published articles may have a date that is a day or more later: each is new again",
  ),
});
