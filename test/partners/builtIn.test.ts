import { describe, expect, it } from "vitest";
import { profileAt, profileFiles } from "./profiles.ts";

describe.each(profileFiles)("%s", (file) => {
  it("can be read, and says where its rules are from and when they were looked at", () => {
    const { title, sources = [], checked } = profileAt(file);
    expect(title).not.toBe("");
    if (file === "profiles/standard.yaml") return;
    expect(sources.length).toBeGreaterThan(0);
    expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("says of each rule of its own what is expected", () => {
    const own = Object.entries(profileAt(file).rules ?? {}).filter(([, { check }]) => check !== undefined);
    const vague = own.filter(
      ([, { expected, minimum, maximum }]) => (expected ?? minimum ?? maximum) === undefined,
    );
    expect(vague).toEqual([]);
  });
});
