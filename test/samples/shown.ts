/** What a document shows of a text: its lines in their order, where `…` stands for anything left out. */
export function shows(sample: string, whole: string): boolean {
  const lines = sample.trimEnd().split("\n");
  const pattern = lines.map((line, at) => {
    if (line.trim() === "…") return anyLines;
    const last = at === lines.length - 1;
    const words = measures(line.trim()).split("…").map(escaped).join(".*");
    return `[ \\t]*${words}[ \\t]*${last ? "$" : "\\n"}${line.endsWith("…") && !last ? anyLines : ""}`;
  });
  return new RegExp(`^${pattern.join("")}`, "m").test(measures(whole.replaceAll(/\n[ \t]*(?=\n)/g, "\n")));
}

// An item's lines only: what is shown of one may not be another's.
const anyLines = "(?:(?![ \\t]*<(?:item|entry)>).*\\n)*?";

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Sizes and durations are another matter. */
export function measures(text: string): string {
  return text.replace(/ *[\d.]+ k?B\b/g, " # kB").replace(/in [\d.]+ m?s\b/g, "in # ms");
}

/** Whether a value has all that a sample shows of it. Text that ends in `…` goes on; so does a list whose last entry is that. */
export function has(value: unknown, sample: unknown): boolean {
  if (typeof sample === "string" && sample.endsWith("…"))
    return typeof value === "string" && value.startsWith(sample.slice(0, -1));
  if (Array.isArray(sample)) {
    if (!Array.isArray(value)) return false;
    const isOpen = sample.at(-1) === "…";
    const shown = isOpen ? sample.slice(0, -1) : sample;
    return (isOpen || value.length === shown.length) && shown.every((each, at) => has(value[at], each));
  }
  if (isRecord(sample))
    return isRecord(value) && Object.entries(sample).every(([name, each]) => has(value[name], each));
  return Object.is(value, sample);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
