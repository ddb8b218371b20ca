import { EventEmitter } from "node:events";
import { expect, it, vi } from "vitest";
import { watched } from "./watched.ts";

/** A system that watches no folder. */
vi.mock("chokidar", () => ({
  watch: () => {
    const watcher = Object.assign(new EventEmitter(), { close: async () => {} });
    setImmediate(() =>
      watcher.emit("error", new Error("ENOSPC: System limit for number of file watchers reached")),
    );
    return watcher;
  },
}));

it("looks from time to time where folders can't be watched, and says so", async () => {
  const site = await watched();
  site.put("articles/b.md", "---\ntitle: B\ndate: 2025-01-02\n---\n\nText.\n");
  const round = await site.next(({ result }) => result?.published === 2);
  expect(round.changed).toEqual([]);
  expect(round.problems).toMatchObject([
    { code: "watch-limited", severity: "warning", message: expect.stringContaining("ENOSPC: System limit") },
  ]);
});
