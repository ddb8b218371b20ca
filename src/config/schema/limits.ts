import { z } from "zod";
import { bytes } from "../../partners/profile/units.ts";
import { sizeExpects } from "../../partners/profile/values.ts";
import { key } from "../key.ts";

const size = z
  .string()
  .regex(/^[1-9]\d{0,5}\s*(?:kB|KB|MB)$/)
  .transform(bytes);
const count = z.int().min(1);
const countExpects = "a whole number from 1";

/** What one article may cost. With these defaults, none takes a build beyond 256 MB. */
export const limits = z.strictObject({
  head: key(size.prefault("256kB"), sizeExpects, "Front matter"),
  entries: key(
    count.default(500),
    countExpects,
    "Entries of one list in it: tags, authors, enclosures, corrections …",
  ),
  body: key(size.prefault("2MB"), sizeExpects, "What stands behind it"),
  markup: key(
    count.default(80_000),
    countExpects,
    "Signs in it that Markdown or HTML could mean something by",
  ),
  cells: key(count.default(100_000), countExpects, "Cells of its tables"),
  content: key(count.default(4_000_000), countExpects, "Characters of HTML that it becomes"),
  seconds: key(
    z.number().min(0.1).max(3600).default(1),
    "a number from 0.1 to 3600",
    "Time to render it, and as much again for each quarter of a megabyte",
  ),
  file: key(size.prefault("512MB"), sizeExpects, "A picture or recording that is copied"),
  pixels: key(count.default(250_000_000), countExpects, "Width by height of a picture that is copied"),
});
