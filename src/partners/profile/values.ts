import { z } from "zod";
import { parseTemplate, TemplateError } from "./template.ts";

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const duration = /^(\d{1,5})\s*([mhd])$/;

export const durationExpects = "a time, as in `90m`, `48h` or `30d`";
export const durationType = z.string().regex(duration).meta({ expects: durationExpects });

/** Milliseconds of `90m`, `48h` or `30d`. */
export function milliseconds(text: string): number {
  const [, count = "0", unit = "m"] = duration.exec(text) ?? [];
  return Number(count) * (unit === "d" ? units.d : unit === "h" ? units.h : units.m);
}

const size = /^(\d{1,6})\s*(kB|KB|MB)$/;

export const sizeExpects = "a size, as in `500kB` or `15MB`";
export const sizeType = z.string().regex(size).meta({ expects: sizeExpects });

/** Bytes of `500kB` or `15MB`; a kB has 1024, as file managers count. */
export function bytes(text: string): number {
  const [, count = "0", unit = "kB"] = size.exec(text) ?? [];
  return Number(count) * (unit === "MB" ? 1024 * 1024 : 1024);
}

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
