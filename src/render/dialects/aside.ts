const open = "\uE000";
const close = "\uE001";
const mark = new RegExp(`${open}(\\d+)${close}`, "g");

/** Where code waits while the text around it is changed: a mark of private characters stands in. */
export class Aside {
  readonly #kept: string[] = [];

  /** Keeps a text, and gives the mark to put in its place. */
  put(text: string): string {
    return `${open}${this.#kept.push(text) - 1}${close}`;
  }

  /** A text with all that was kept in its place again. */
  back(text: string): string {
    return text.replace(mark, (_, index: string) => this.#kept[Number(index)] ?? "");
  }
}
