import { expectTypeOf, it } from "vitest";
import type { BuildResult } from "../../src/buildResult.ts";
import type { Skipped } from "../../src/discover/index.ts";

// The public type is a twin, so that its declarations don't reach those of the room, which need Node's.
it("says of what was passed over just what the walk says", () => {
  expectTypeOf<Skipped>().toEqualTypeOf<BuildResult["skipped"][number]>();
});
