import { z } from "zod";

/** IPTC ninjs 2.1: the properties that a text has, as its specification lists them. It allows no others. */

const uri = z.string().refine((text) => URL.canParse(text));
const instant = z.iso.datetime({ offset: true });
const labelled = z.strictObject({
  role: z.string().optional(),
  contenttype: z.string().optional(),
  value: z.string(),
});
const named = z.strictObject({
  name: z.string().optional(),
  rel: z.string().optional(),
  uri: uri.optional(),
  literal: z.string().optional(),
});

const rendition = z.strictObject({
  name: z.string(),
  href: uri.optional(),
  contenttype: z.string().optional(),
  title: z.string().optional(),
  height: z.number().optional(),
  width: z.number().optional(),
  sizeinbytes: z.number().optional(),
  duration: z.number().optional(),
  format: z.string().optional(),
});

const common = {
  uri,
  type: z.enum(["text", "audio", "video", "picture", "graphic", "composite", "component"]).optional(),
  representationtype: z.enum(["full", "partial"]).optional(),
  version: z.string().optional(),
  firstcreated: instant.optional(),
  versioncreated: instant.optional(),
  pubstatus: z.enum(["usable", "withheld", "canceled"]).optional(),
  urgency: z.number().optional(),
  copyrightholder: z.string().optional(),
  copyrightnotice: z.string().optional(),
  usageterms: z.string().optional(),
  ednote: z.string().optional(),
  language: z.string().optional(),
  headlines: z.array(labelled).optional(),
  descriptions: z.array(labelled).optional(),
  bodies: z
    .array(labelled.extend({ charcount: z.number().optional(), wordcount: z.number().optional() }))
    .optional(),
  people: z.array(named).optional(),
  subjects: z
    .array(
      named.extend({
        creator: z.string().optional(),
        relevance: z.int().optional(),
        confidence: z.int().optional(),
      }),
    )
    .optional(),
  infosources: z.array(named.omit({ rel: true }).extend({ role: z.string().optional() })).optional(),
  by: z.string().optional(),
  slugline: z.string().optional(),
  renditions: z.array(rendition).optional(),
  altids: z.array(z.strictObject({ role: z.string().optional(), value: z.string().optional() })).optional(),
  standard: z
    .strictObject({ name: z.string().optional(), version: z.string().optional(), schema: uri.optional() })
    .optional(),
  expires: instant.optional(),
};

/** A news object. */
export const ninjs = z.strictObject({
  ...common,
  associations: z.array(z.strictObject({ ...common, name: z.string() })).optional(),
});
