import type { UpdateRhythm } from "../../model.ts";
import { rfc3339 } from "../dates.ts";
import { textElement } from "../xml.ts";

/** The RSS 1.0 syndication module: how often to look. */
export function rhythm(margin: string, hint: UpdateRhythm | undefined): string {
  if (!hint) return "";
  const { period, frequency, base } = hint;
  return (
    textElement(margin, "sy:updatePeriod", period) +
    textElement(margin, "sy:updateFrequency", frequency === undefined ? undefined : String(frequency)) +
    textElement(margin, "sy:updateBase", base === undefined ? undefined : rfc3339(base))
  );
}
