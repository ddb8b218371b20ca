import { z } from "zod";
import { parseTemplate, TemplateError } from "./template.ts";
import { duration, size } from "./units.ts";

export const durationExpects = "a time, as in `90m`, `48h` or `30d`";
export const durationType = z.string().regex(duration).meta({ expects: durationExpects });

export const sizeExpects = "a size, as in `500kB` or `15MB`";
export const sizeType = z.string().regex(size).meta({ expects: sizeExpects });

export const templateExpects = "text, in which `${…}` stands for a field and its filters";
/** Whether its fields are known, hangs on where it stands: `faults.ts` asks that. */
export const template = z.string().refine(isTemplate).meta({ expects: templateExpects });

/** A list's field, with filters perhaps: what would stand in `${…}`. */
export const list = z.string().refine((text) => isTemplate(`\${${text}}`));

function isTemplate(text: string): boolean {
  try {
    parseTemplate(text);
    return true;
  } catch (error) {
    if (error instanceof TemplateError) return false;
    throw error;
  }
}

const qualified = /^(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*$/;

export const nameExpects = "an XML name, as in `media:content`";
export const xmlName = z.string().regex(qualified).meta({ expects: nameExpects });

export const patternExpects = "a regular expression";
export const pattern = z.string().refine(isPattern).meta({ expects: patternExpects });

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}
