/** Where `&` means nothing: how it begins, and how it ends. */
const ends: ReadonlyMap<string, string> = new Map([
  ["<![CDATA[", "]]>"],
  ["<!--", "-->"],
  ["<?", "?>"],
]);
const signs = /<!\[CDATA\[|<!--|<\?|&(?!#\d{1,8};|#x[\da-f]{1,6};|[a-z_][\w.-]{0,40};)/gi;
/** A sign or reference that a piece may end in the middle of. */
const begun = /(?:<[!?]?\[?[A-Z-]{0,5}\[?|&[#\w.-]{0,42})$/i;

/**
 * Puts the commonest fault of hand-made XML right, as it passes by: an `&` that begins no reference,
 * as in addresses. A parser would read on for its `;` through any number of tags.
 */
export class Ampersands {
  #carried = "";
  /** What ends the section that nothing is looked for in. */
  #end: string | undefined;
  #line = 1;

  /** @param found told of each, by the line that it stands on */
  constructor(private readonly found: (line: number) => void) {}

  /**
   * @param text the document's next piece
   * @param isLast whether nothing comes after it
   */
  mended(text: string, isLast: boolean): string {
    const piece = this.#carried + text;
    const uncut = isLast ? piece.length : piece.length - (begun.exec(piece.slice(-60))?.[0].length ?? 0);
    let out = "";
    let at = 0;
    for (let sign = this.#next(piece, at); sign !== undefined; sign = this.#next(piece, at)) {
      if (sign.token === "&" && sign.index >= uncut) break;
      const end = sign.index + sign.token.length;
      this.#pass(piece, at, end);
      out += piece.slice(at, end) + this.#after(sign.token);
      at = end;
    }
    // An end of three signs may be cut, too.
    const held = this.#end === undefined || isLast ? uncut : piece.length - 2;
    const to = Math.max(at, held);
    this.#pass(piece, at, to);
    this.#carried = piece.slice(to);
    return out + piece.slice(at, to);
  }

  /** What comes next that means something: a section's begin or end, or an `&` that begins nothing. */
  #next(piece: string, from: number): { readonly token: string; readonly index: number } | undefined {
    if (this.#end !== undefined) {
      const index = piece.indexOf(this.#end, from);
      return index === -1 ? undefined : { token: this.#end, index };
    }
    signs.lastIndex = from;
    const sign = signs.exec(piece);
    return sign === null ? undefined : { token: sign[0], index: sign.index };
  }

  /** What is put behind it. */
  #after(token: string): string {
    if (this.#end === undefined && token === "&") {
      this.found(this.#line);
      return "amp;";
    }
    this.#end = this.#end === undefined ? ends.get(token.toUpperCase()) : undefined;
    return "";
  }

  #pass(text: string, from: number, to: number): void {
    for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1))
      this.#line++;
  }
}
