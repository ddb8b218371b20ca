/** Elements whose content a feed can't carry, or only those of hosts that the site names. */
const unshowable = ["iframe", "object", "embed", "svg", "canvas", "form"] as const;

/**
 * What of an article's HTML doesn't come along, in words; nothing where that is nothing.
 * @param clean what of it stays
 * @param lost addresses that lead nowhere
 */
export function leftOut(html: string, clean: string, lost: readonly string[]): string | undefined {
  const elements = unshowable.flatMap((name) => {
    const count = countOf(name, html) - countOf(name, clean);
    if (count <= 0) return [];
    return [`${counted(count, name)}${name === "iframe" ? " (now a link)" : ""}`];
  });
  const addresses =
    lost.length === 0 ? [] : [`${counted(lost.length, "address", "es")} that can't be followed`];
  return [...elements, ...addresses].join(", ") || undefined;
}

function countOf(name: string, html: string): number {
  return html.match(new RegExp(`<${name}[\\s>]`, "gi"))?.length ?? 0;
}

function counted(number: number, noun: string, plural = "s"): string {
  return `${number} ${noun}${number === 1 ? "" : plural}`;
}
