/** Stands where nothing could be shown, until what needs it has gone as well. */
export const hole = "\uE002";

const inAngles = /<[^<>\s\uE002]*\uE002[^<>\s]*>/g;
const inImage = /!\[([^[\]]*)\]\([^()\s\uE002]*\uE002[^()\n]*\)/g;
const inLink = /\[([^[\]]*)\]\(<?[^()\s\uE002]*\uE002[^()\n]*\)/g;
const inDefinition = /^( {0,3}\[[^[\]\n]+\]:[ \t]*)\S*\uE002[^\n]*$/gm;
const inAttribute = /\s(?:href|src|srcset|poster)=("|')[^"'<>\uE002]*\uE002[^"'<>]*\1/gi;

/** A text without its holes: half an address is none, so its link or picture goes too. */
export function withoutHoles(text: string): string {
  if (!text.includes(hole)) return text;
  return text
    .replace(inAttribute, "")
    .replace(inImage, "$1")
    .replace(inLink, "$1")
    .replace(inDefinition, "$1<>")
    .replace(inAngles, "…")
    .replaceAll(hole, "");
}
