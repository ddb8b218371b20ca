/**
 * Indents what YAML 1.2 wants indented and YAML 1.1's readers forgave: the further lines of a quoted
 * text that goes on at the left margin.
 * @returns nothing where there is no such line
 */
export function indentQuotedLines(source: string): string | undefined {
  let quote = "";
  const lines = source.split("\n").map((line) => {
    const inside = quote !== "";
    quote = inside ? stillOpen(line, quote) : opensQuote(line);
    return inside && line !== "" && !line.startsWith(" ") ? `  ${line}` : line;
  });
  const indented = lines.join("\n");
  return indented === source ? undefined : indented;
}

/** The quote that a `key: "…` line leaves open; empty where it leaves none. */
function opensQuote(line: string): string {
  const [, quote = "", rest = ""] = /^[\w-]+:\s+(["'])(.*)$/.exec(line) ?? [];
  return quote === "" ? "" : stillOpen(rest, quote);
}

function stillOpen(text: string, quote: string): string {
  const inside = quote === '"' ? text.replace(/\\./g, "") : text.replaceAll("''", "");
  return inside.includes(quote) ? "" : quote;
}
