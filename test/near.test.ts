import { expect, it } from "vitest";
import { nearest } from "../src/near.ts";

it.each([
  ["titel", ["title", "url"], "title"],
  ["TITLE", ["title"], "title"],
  ["dryrun", ["dry-run", "json"], "dry-run"],
  ["timzeoen", ["timezone"], undefined],
  ["internationalisation", ["internationalization"], "internationalization"],
  ["internatnlizatn", ["internationalization"], "internationalization"],
  ["uri", ["url", "out"], "url"],
  ["owl", ["url", "out"], undefined],
  ["x", ["n"], undefined],
  ["", ["ab"], undefined],
  ["feed", ["feeds", "feel"], "feeds"],
])("%s of %j: %s", (seen, known, expected) => {
  expect(nearest(seen, known)).toBe(expected);
});
