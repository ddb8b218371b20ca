import { cut, plain, widthOf } from "./plain.ts";

/** A place in a source; both count from 1, columns in UTF-16 units. */
interface Spot {
  readonly line: number;
  readonly column?: number | undefined;
}

/**
 * The line of a source, with one line around it and a caret below its column. Long lines are cut
 * around the column. Gives nothing where the source has no such line.
 * @param width columns that a frame's line may take
 */
export function codeFrame(source: string, { line, column }: Spot, width = 100): readonly string[] {
  const lines = masked(source).split(/\r\n|\n|\r/);
  if (line > lines.length) return [];
  const gutter = String(line + 1).length;
  const room = Math.max(20, width - gutter - 5);
  const start = windowStart(lines[line - 1] ?? "", column ?? 1, room);
  const show = (number: number): string[] => {
    const text = lines[number - 1];
    if (text === undefined || (number === lines.length && text === "" && number !== line)) return [];
    const mark = number === line ? ">" : " ";
    return [`${mark} ${String(number).padStart(gutter)} | ${cutFrom(text, start, room)}`.trimEnd()];
  };
  const caret =
    column === undefined ? [] : [`  ${" ".repeat(gutter)} | ${pad(lines[line - 1] ?? "", start, column)}^`];
  return [...show(line - 1), ...show(line), ...caret, ...show(line + 1)];
}

const secrets = /(\bsecret["']?\s*:\s*)("[^"]*"|'[^']*'|[|>][-+\d]*\s*\n[^\n]*|[^\s,}\]#][^,}\]\r\n]*)/g;

/** Under whatever key, or none: as long as a secret has to be, with letters and digits. */
const likeSecrets = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}(?![\w-])/g;

/** A partner's secret is shown to nobody, whatever stands on its line; the columns stay. */
function masked(source: string): string {
  const named = source.replace(secrets, (_, key: string, value: string) => key + value.replace(/\S/g, "•"));
  return /secret/i.test(source) ? named.replace(likeSecrets, (value) => "•".repeat(value.length)) : named;
}

/** Where a long line's shown part begins, so that the column stands in its first two thirds. */
function windowStart(text: string, column: number, room: number): number {
  if (widthOf(text.slice(0, column)) <= room - 10) return 0;
  return wholeSign(text, Math.max(0, column - 1 - Math.floor(room / 4)));
}

/** Never between the halves of a surrogate pair. */
function wholeSign(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

function cutFrom(text: string, start: number, room: number): string {
  // Only what can be shown is made plain: a line may be as long as a file.
  const shown = plain(text.slice(start, start + 2 * room));
  return start === 0 ? cut(shown, room) : cut(`…${shown}`, room);
}

function pad(text: string, start: number, column: number): string {
  const before = plain(text.slice(start, column - 1));
  return " ".repeat(widthOf(before) + (start === 0 ? 0 : 1));
}
