import { renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { Problem } from "../../src/problems/index.ts";
import { createAssets } from "../../src/render/index.ts";
import { folder } from "../cli/support.ts";
import { usualLimits } from "../limits.ts";

/** What somebody does in the moment before a file is opened. */
const meanwhile = vi.hoisted((): { act: (() => void) | undefined } => ({ act: undefined }));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const openSync: typeof real.openSync = (...given) => {
    const { act } = meanwhile;
    meanwhile.act = undefined;
    act?.();
    return real.openSync(...given);
  };
  return { ...real, openSync };
});

afterEach(() => {
  meanwhile.act = undefined;
});

/** What is found of a recording in a folder where something happens in that moment. */
function found(act: (root: string, outside: string) => void) {
  const root = folder({ "in/a.mp3": "mine" });
  const outside = folder({ "a.mp3": "The secret word is Xyzzy." });
  const problems: Problem[] = [];
  const assets = createAssets(root, "https://news.example/", usualLimits);
  meanwhile.act = () => act(root, outside);
  const asset = assets.find("a.mp3", "in/story.md", (each) => problems.push(each));
  expect(meanwhile.act).toBeUndefined();
  return [asset?.length, ...problems.map(({ code }) => code)];
}

test("between a look at a file and its opening, no link in its place or its folder's leads outside", () => {
  expect(found(() => {})).toEqual([4]);
  expect(
    found((root, outside) => {
      renameSync(join(root, "in"), join(root, "was"));
      symlinkSync(outside, join(root, "in"));
    }),
  ).toEqual([undefined, "asset-outside"]);
  expect(
    found((root, outside) => {
      renameSync(join(root, "in/a.mp3"), join(root, "in/was.mp3"));
      symlinkSync(join(outside, "a.mp3"), join(root, "in/a.mp3"));
    }),
  ).toEqual([undefined, "asset-unreadable"]);
});
