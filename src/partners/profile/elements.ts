import { z } from "zod";
import { key } from "../../config/key.ts";
import { list, nameExpects, template, templateExpects, xmlName } from "./values.ts";

/** What a document is made of: XML elements and their attributes, or a JSON object's members. */

const attributes = z.record(xmlName, template);
const attributesExpect = "attributes with their texts";
const elementsExpect = "a list of elements";

/** An XML element of a profile. */
export interface ElementRule {
  readonly element: string;
  readonly each?: string | undefined;
  readonly if?: string | undefined;
  readonly unless?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly text?: string | undefined;
  readonly cdata?: string | undefined;
  readonly keep?: boolean | undefined;
  readonly elements?: readonly ElementRule[] | undefined;
}

/** An element has one of them. */
const contents = ["text", "cdata", "elements"] as const;

/** The same as a schema. */
export const element: z.ZodType<ElementRule> = z
  .strictObject({
    element: key(xmlName, nameExpects, "The element's name"),
    each: key(
      list.optional(),
      "a field that is a list, as in `authors`",
      "Writes the element once for each of the list, which then goes by its name in the singular: `author`",
    ),
    if: key(template.optional(), templateExpects, "Leaves the element out where this is empty"),
    unless: key(template.optional(), templateExpects, "Leaves the element out where this is not empty"),
    attributes: key(
      attributes.optional(),
      attributesExpect,
      "Its attributes; those that are empty are left out",
    ),
    text: key(template.optional(), templateExpects, "Its text; where it is empty, the element is left out"),
    cdata: key(template.optional(), templateExpects, "The same, written as CDATA"),
    keep: key(z.boolean().optional(), "true or false", "Writes the element also where all in it is empty"),
    elements: key(z.lazy(() => z.array(element)).optional(), elementsExpect, "The elements in it"),
  })
  .superRefine((rule, context) => {
    const [first, second] = contents.filter((name) => rule[name] !== undefined);
    if (first === undefined || second === undefined) return;
    context.addIssue({ code: "custom", path: [second], params: { twin: first } });
  });

const elements = z.array(element);

const omit = key(
  z.array(xmlName).optional(),
  "a list of names",
  "Elements or members of the standard format that are left out",
);
const keep = key(
  z.array(xmlName).optional(),
  "a list of names",
  "Elements or members of the standard format that are written; all others are left out",
);

const members = z.record(z.string(), z.json());

/** What is written for a channel, an item or a withdrawn one. */
export const part = {
  omit,
  keep,
  attributes: key(attributes.optional(), attributesExpect, "Attributes of the element itself (XML)"),
  elements: key(
    elements.optional(),
    elementsExpect,
    "Its elements (XML); one takes the place of the standard ones of its name",
  ),
  members: key(
    members.optional(),
    "members with templates, values, lists and objects",
    "Its members (JSON); one takes the place of the standard one of its name",
  ),
};

/** What stands around the items of a document of one's own. */
export const frame = z.strictObject({
  element: key(xmlName, nameExpects, "The element's name"),
  attributes: key(attributes.optional(), attributesExpect, "Its attributes, `xmlns` among them"),
  elements: key(elements.optional(), elementsExpect, "What stands in it before the next frame or the items"),
});
