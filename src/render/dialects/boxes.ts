/** Notes, tips and warnings, whatever a generator's mark for them: asides with a bold title. */

const kinds = new Set(
  `note tip hint info information warning warn danger error caution important success question example
  abstract todo attention seealso alert callout notice pageinfo admonition alertbox infobox aside`.split(
    /\s+/,
  ),
);

/** Whether a mark of this name stands for a box. */
export function isBox(name: string): boolean {
  return kinds.has(name.toLowerCase()) || isDetails(name) || isQuote(name);
}

/**
 * The beginning of a box: what follows is Markdown again.
 * @param indent what stands before the mark, where it is in a list
 */
export function boxStart(name: string, title?: string, indent = ""): string {
  if (isQuote(name)) return "<blockquote>\n\n";
  if (isDetails(name)) return `<details>\n${indent}<summary>${title || "Details"}</summary>\n\n`;
  const heading = /[\p{L}\p{N}]/u.test(title ?? "") ? title : titleOf(name);
  return `<aside>\n\n${heading && `${indent}**${heading}**\n\n`}`;
}

/** The end of the box that a mark of this name began. */
export function boxEnd(name: string, indent = ""): string {
  const element = isQuote(name) ? "blockquote" : isDetails(name) ? "details" : "aside";
  return `\n\n${indent}</${element}>\n\n`;
}

/** What a kind is called where its author gave it no title; nothing where the name is no word for it. */
function titleOf(name: string): string {
  if (!/^(?:note|tip|hint|info|warning|danger|caution|important)$/i.test(name)) return "";
  return (name[0] ?? "").toUpperCase() + name.slice(1).toLowerCase();
}

function isDetails(name: string): boolean {
  return /^(?:details|spoiler|expand|collapse)$/i.test(name);
}

function isQuote(name: string): boolean {
  return /^(?:quote|blockquote|pullquote)$/i.test(name);
}
