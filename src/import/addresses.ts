import { urlFrom } from "../url.ts";

/** An http or https address, absolute; nothing for anything else. */
export function webUrl(text: string | undefined, base?: string): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const url = urlFrom(text.trim(), base || undefined);
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== "" ? url.href : undefined;
}
