/** How patient a notice is. All times are in milliseconds. */
export interface Pace {
  /** How often a hub is asked before it is given up for now. */
  readonly tries: number;
  /** How long one answer may take. */
  readonly answer: number;
  /** The first wait between two tries; each next one is twice as long. */
  readonly wait: number;
  /** How long all tries together may take, waits and all, whatever a hub asks for. */
  readonly total: number;
}

/** Long enough for a restart of the other side, short enough to hold up a scheduled build. */
export const usualPace: Pace = { tries: 4, answer: 10_000, wait: 1000, total: 60_000 };
