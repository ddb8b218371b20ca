import type { Limits } from "./config.ts";

/** What an article may cost where no configuration says it. */
export async function usualLimits(): Promise<Limits> {
  const { limits } = await import("./schema/limits.ts");
  return limits.parse({});
}
