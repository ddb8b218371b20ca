import { z } from "zod";
import { isAddress } from "./values.ts";

/** A key of the configuration or of a profile: `expects` says what it takes, `description` what it is for. */
export function key<Type extends z.ZodType>(type: Type, expects: string, description: string): Type {
  return type.meta({ expects, description });
}

export const text = z.string().trim().min(1).meta({ expects: "text" });
/** What a partner may be called. */
export const partnerName = z.string().regex(/^[a-z\d][a-z\d-]*$/);
export const partnerNameExpects = "small letters, digits and hyphens";
export const webAddress = "an http or https address";
export const languageExpects = "a language tag, as in `en`, `uk` or `pt-BR`";
export const address = z.string().refine(isAddress).meta({ expects: webAddress, format: "uri" });
