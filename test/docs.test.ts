import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("docs/ says what the code says", () => {
  const { stderr, status } = spawnSync(process.execPath, ["scripts/docs.js", "--check"], {
    encoding: "utf8",
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
});
