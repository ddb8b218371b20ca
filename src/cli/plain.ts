const control = /[\0-\x1f\x7f-\x9f]/g;
/** Marks that turn the writing direction or take no room could make a line say something else. */
const invisible = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;
const wide = /[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\uff01-\uff60]/u;
const noWidth = /[\p{M}\u200c\u200d]/u;

/**
 * Text of an article or a file's name as a terminal may have it: one visible sign stands for each
 * control character, so that no escape sequence gets through.
 */
export function plain(text: string): string {
  return text.replace(/\t/g, " ").replace(control, picture).replace(invisible, "·");
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
