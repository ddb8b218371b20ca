import { nearest } from "../near.ts";
import { type Problem, problem } from "../problems/index.ts";

/** A flag of a command. */
export interface Flag {
  readonly short?: string | undefined;
  /** What its value is, as the help has it; a switch takes none. */
  readonly value?: string | undefined;
  /** All that it may be, where that is a list. */
  readonly choices?: readonly string[] | undefined;
  readonly text: string;
}

export type FlagTable = Readonly<Record<string, Flag>>;

/** What stood on a command line. */
export interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a command line. All that is wrong with it is said at once.
 *
 * Ours, because cac reads `--title 2024` as a number, and both it and `parseArgs` take the next
 * flag for the value that is missing before it.
 */
export function readFlags(argv: readonly string[], table: FlagTable): Given {
  const reader = new Reader(argv, table);
  reader.read();
  return reader;
}

class Reader implements Given {
  readonly values = new Map<string, string>();
  readonly switches = new Set<string>();
  readonly words: string[] = [];
  readonly problems: Problem[] = [];
  private at = 0;

  constructor(
    private readonly argv: readonly string[],
    private readonly table: FlagTable,
  ) {}

  read(): void {
    for (let word = this.next(); word !== undefined; word = this.next()) {
      if (word === "--") this.words.push(...this.argv.slice(this.at));
      if (word === "--") return;
      if (word.startsWith("-") && word !== "-") this.flag(word);
      else this.words.push(word);
    }
  }

  private next(): string | undefined {
    return this.argv[this.at++];
  }

  private flag(word: string): void {
    const equals = word.indexOf("=");
    const written = equals < 0 ? word : word.slice(0, equals);
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    const name = this.nameOf(written);
    const flag = name === undefined ? undefined : this.table[name];
    if (name === undefined || flag === undefined) this.unknown(written, inline);
    else if (flag.value === undefined) this.switchOn(name, inline);
    else this.value(name, flag.value, inline ?? this.nextValue());
  }

  private switchOn(name: string, seen: string | undefined): void {
    if (seen === undefined) this.switches.add(name);
    else this.problems.push(problem("flag-value", { flag: `--${name}`, seen, expected: "no value" }));
  }

  private nameOf(written: string): string | undefined {
    if (written.startsWith("--"))
      return Object.hasOwn(this.table, written.slice(2)) ? written.slice(2) : undefined;
    const letter = written.slice(1);
    return Object.keys(this.table).find((name) => this.table[name]?.short === letter);
  }

  private value(name: string, expected: string, seen: string | undefined): void {
    if (seen === undefined) this.problems.push(problem("flag-value", { flag: `--${name}`, seen, expected }));
    else this.values.set(name, seen);
  }

  /** What follows may be the value, unless it looks like a flag. */
  private nextValue(): string | undefined {
    const word = this.argv[this.at];
    if (word === undefined || (word.startsWith("-") && word !== "-")) return undefined;
    this.at++;
    return word;
  }

  private unknown(written: string, inline: string | undefined): void {
    const near = nearest(written.replace(/^-+/, ""), Object.keys(this.table));
    const meant = near === undefined ? undefined : `--${near}`;
    this.problems.push(problem("flag-unknown", { flag: written, meant }));
    // What follows was most likely its value; complaining of it too would help nobody.
    if (inline === undefined && (near === undefined || this.table[near]?.value !== undefined))
      this.nextValue();
  }
}
