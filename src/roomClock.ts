/** Where a build spends its time; `load` is where code is loaded that only some builds need. */
export type Room =
  | "load"
  | "discover"
  | "index"
  | "select"
  | "render"
  | "serialise"
  | "pages"
  | "publish"
  | "state";

/** How long a build was in a room. */
export interface RoomTime {
  readonly room: Room;
  readonly milliseconds: number;
}

/** Tells how long a build was in each room. Of one that is entered from another, the other isn't charged. */
export class RoomClock {
  readonly #times = new Map<Room, number>();
  #inside = 0;

  time<Result>(room: Room, action: () => Result): Result {
    const [started, before] = [performance.now(), this.#inside];
    try {
      return action();
    } finally {
      this.#charge(room, started, before);
    }
  }

  async timeAsync<Result>(room: Room, action: () => Promise<Result>): Promise<Result> {
    const [started, before] = [performance.now(), this.#inside];
    try {
      return await action();
    } finally {
      this.#charge(room, started, before);
    }
  }

  /** In the order in which rooms were first left. */
  times(): readonly RoomTime[] {
    return [...this.#times].map(([room, milliseconds]) => ({ room, milliseconds }));
  }

  #charge(room: Room, started: number, before: number): void {
    const all = performance.now() - started;
    const others = this.#inside - before;
    this.#times.set(room, (this.#times.get(room) ?? 0) + all - others);
    this.#inside = before + all;
  }
}
