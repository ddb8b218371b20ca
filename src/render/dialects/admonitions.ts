import { boxEnd, boxStart, isBox } from "./boxes.ts";
import type { Page } from "./page.ts";

const colons = /^([ \t]*):{3,}[ \t]*([^\n]*)$/gm;
const opening = /^(?:([A-Za-z][\w-]*)|\{[^{}]*\})[ \t]*(?:\[(.*)\]|(.*))[ \t]*$/;
const leaf = /^[ \t]*::([A-Za-z][\w-]*)(?:\[[^\]\n]*\])?\{[^{}\n]*\}[ \t]*\r?$/gm;
const alert = /^([ \t]*>[ \t]*)\[!(note|tip|important|warning|caution)\][ \t]*([^\n]*)$/gim;

/** Makes boxes of `:::note … :::` and of GitHub's `> [!NOTE]`; other containers lose their marks. */
export function withBoxes(source: string, page: Page): string {
  const open: string[] = [];
  return source
    .replace(colons, (line, indent: string, rest: string) => box(line, indent, rest.trim(), open))
    .replace(leaf, (_, name: string) => {
      page.leaveOut(`::${name}`);
      return "";
    })
    .replace(alert, (_, quote: string, kind: string, text: string) => {
      const title = `${quote}**${titled(kind)}**`;
      return text.trim() === "" ? `${title}\n${quote.trimEnd()}` : `${title} ${text}`;
    });
}

/** One line of colons: the beginning or the end of a container, or prose. */
function box(line: string, indent: string, rest: string, open: string[]): string {
  if (rest === "") return open.pop() ?? "";
  const found = opening.exec(rest);
  if (!found) return line;
  const [, name = "", inBrackets, after = ""] = found;
  if (isBox(name)) {
    open.push(boxEnd(name, indent));
    return indent + boxStart(name, inBrackets ?? after, indent);
  }
  if (after !== "" && !after.startsWith("{")) return line;
  open.push("");
  return "";
}

function titled(kind: string): string {
  return (kind[0] ?? "").toUpperCase() + kind.slice(1).toLowerCase();
}
