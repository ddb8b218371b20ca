import { limits } from "../src/config/schema/limits.ts";

/** What an article may cost where the configuration says nothing. */
export const usualLimits = limits.parse({});
