import type { Item } from "../model.ts";
import type { Rendering } from "../render/index.ts";
import type { Renderings } from "./renderings.ts";

/** In characters of content. What has no room is rendered again, from the cache mostly. */
const roomFor = 32 * 1024 * 1024;

/** Renderings that further feeds are going to ask for, held as long as they do. */
export class SharedRenderings {
  readonly #held = new Map<number, Rendering>();
  readonly #uses = new Map<number, number>();
  #room = roomFor;

  constructor(private readonly renderings: Pick<Renderings, "of" | "path">) {}

  path(row: number): string {
    return this.renderings.path(row);
  }

  /** Says that a feed is going to ask for these. */
  expect(rows: readonly number[]): void {
    for (const row of rows) this.#uses.set(row, (this.#uses.get(row) ?? 0) + 1);
  }

  of(row: number): Rendering {
    const held = this.#held.get(row);
    const rendering = held ?? this.renderings.of(row);
    const left = (this.#uses.get(row) ?? 1) - 1;
    this.#uses.set(row, left);
    if (held === undefined && left > 0) this.#hold(row, rendering);
    else if (held !== undefined && left <= 0) this.#release(row, rendering);
    return rendering;
  }

  #hold(row: number, rendering: Rendering): void {
    const size = sizeOf(rendering.item);
    if (size > this.#room) return;
    this.#room -= size;
    this.#held.set(row, rendering);
  }

  #release(row: number, rendering: Rendering): void {
    this.#room += sizeOf(rendering.item);
    this.#held.delete(row);
  }
}

/** An item without content is small, but not nothing. */
function sizeOf(item: Item | undefined): number {
  return 1024 + (item?.contentHtml?.length ?? 0);
}
