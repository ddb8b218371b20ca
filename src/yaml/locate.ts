import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";

/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets of a key and its value; in a list, both are the item's. */
interface Span {
  readonly key: number;
  readonly value: number;
}

/** Walks a document's events down a path of keys and indexes. */
export class ValueFinder {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly events: readonly Event[],
  ) {}

  find(path: readonly (string | number)[]): Span | undefined {
    this.at = 1;
    let span: Span | undefined = { key: 0, value: 0 };
    for (const step of path) {
      span = this.step(step);
      if (span === undefined) return undefined;
    }
    return span;
  }

  /** Leaves `at` at the event of the value that the step leads to. */
  private step(step: string | number): Span | undefined {
    const event = this.events[this.at++];
    if (event?.type === EVENT_ID.MAPPING) return this.member(String(step), event.start);
    return event?.type === EVENT_ID.SEQUENCE ? this.item(Number(step)) : undefined;
  }

  /** @param start the mapping's: a key of nothing but a tag has no place of its own */
  private member(name: string, start: number): Span | undefined {
    while (this.events[this.at]?.type !== EVENT_ID.POP && this.at < this.events.length) {
      const key = this.events[this.at];
      this.skip();
      if (key?.type === EVENT_ID.SCALAR && getScalarValue(this.source, key) === name) {
        const at = Math.max(this.offset(key), start);
        const value = this.offset(this.events[this.at]);
        return { key: at, value: value > 0 ? value : at };
      }
      this.skip();
    }
    return undefined;
  }

  private item(index: number): Span | undefined {
    for (let i = 0; this.events[this.at]?.type !== EVENT_ID.POP && this.at < this.events.length; i++) {
      const offset = this.offset(this.events[this.at]);
      if (i === index) return offset > 0 ? { key: offset, value: offset } : undefined;
      this.skip();
    }
    return undefined;
  }

  /** Passes over one value, whatever is in it. */
  private skip(): void {
    let depth = 0;
    do {
      const type = this.events[this.at++]?.type;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
      if (type === EVENT_ID.POP) depth--;
    } while (depth > 0 && this.at < this.events.length);
  }

  /** Not above 0 where nothing is written. */
  private offset(event: Event | undefined): number {
    if (event?.type === EVENT_ID.SCALAR) return startOf(event);
    if (event?.type === EVENT_ID.ALIAS) return event.anchorStart;
    return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE ? event.start : 0;
  }
}

/** A quoted scalar starts at its quote. */
function startOf({ style, valueStart }: ScalarEvent): number {
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? valueStart - 1 : valueStart;
}

/** The line and column of an offset. */
export function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
