/** In rows: some milliseconds' work, so that no thread waits long for the last one. */
const size = 500;

/** Rows that are taken piece by piece, each piece by one of several threads. */
export class Chunks {
  /**
   * @param rows in memory that the threads share, where there are several
   * @param cursor one number, likewise: how many pieces were taken
   */
  constructor(
    readonly rows: Int32Array,
    readonly cursor: Int32Array = new Int32Array(1),
  ) {}

  /** The next piece; nothing after the last. */
  take(): Int32Array | undefined {
    const start = Atomics.add(this.cursor, 0, 1) * size;
    return start < this.rows.length ? this.rows.subarray(start, start + size) : undefined;
  }

  /** How many rows have been taken. */
  get taken(): number {
    return Math.min(Atomics.load(this.cursor, 0) * size, this.rows.length);
  }
}
