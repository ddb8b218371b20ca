import { Parser } from "htmlparser2";

/** What XML can carry of a string, after the production `Char` (section 2.2) and line ends (2.11). */
export function carried(value: string): string {
  const kept = Array.from(value).filter((character) => isCharacter(character.codePointAt(0) ?? 0));
  return kept.join("").replace(/\r\n|\r/g, "\n");
}

function isCharacter(point: number): boolean {
  return (
    point === 0x9 ||
    point === 0xa ||
    point === 0xd ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    point >= 0x10000
  );
}

/** What a browser shows of a text in HTML. */
export function shown(html: string): string {
  let text = "";
  const parser = new Parser({
    ontext: (data) => {
      text += data;
    },
  });
  parser.end(html);
  return text;
}
