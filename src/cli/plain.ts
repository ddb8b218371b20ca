const control = /[\0-\x1f\x7f-\x9f]/g;
/** Marks that turn the writing direction or take no room could make a line say something else. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Commands to whatever runs a build, as Azure, TeamCity and once GitHub have them: they count wherever they stand in its log. */
const command = /##(?=\w*\[)/g;
const wide = /[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\uff01-\uff60]/u;
const noWidth = /[\p{M}\u200c\u200d]/u;

/**
 * Text of an article or a file's name as a terminal may have it: one visible sign stands for each
 * control character, so that no escape sequence gets through, nor anything that whoever keeps a log would obey.
 */
export function plain(text: string): string {
  return text.replace(/\t/g, " ").replace(control, picture).replace(invisible, "·").replace(command, "#·");
}

/** A file's name that may stand first on a line: there, `::` begins a command to GitHub's runners. */
export function plainPath(path: string): string {
  return plain(path.startsWith("::") ? `./${path}` : path);
}

/** A document for machines: what could steer a terminal, turn its text around or be obeyed is escaped as JSON has it. */
export function plainJson(document: object): string {
  const text = JSON.stringify(document, null, 2);
  return `${text.replace(control, keepLines).replace(invisible, escapes).replace(command, escapes)}\n`;
}

function keepLines(sign: string): string {
  return sign === "\n" ? sign : escapes(sign);
}

function escapes(sign: string): string {
  return sign
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function picture(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "␡" : "·";
}

/** How many columns a terminal gives a text. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += noWidth.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
  return width;
}

/** As much of a text as a number of columns holds. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let [kept, width] = ["", 1];
  for (const sign of text) {
    width += widthOf(sign);
    if (width > columns) break;
    kept += sign;
  }
  return `${kept}…`;
}
