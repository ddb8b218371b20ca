import { describe, expect, it } from "vitest";
import { languageTag, meantLanguage } from "../src/language.ts";

describe("languageTag", () => {
  it.each([
    ["en", "en"],
    ["EN-us", "en-US"],
    ["ukr", "uk"],
    ["iw", "he"],
    ["zh-hans-cn", "zh-Hans-CN"],
    ["aaa", "aaa"],
    ["mul", "mul"],
  ])("%j is %j", (text, tag) => expect(languageTag(text)).toBe(tag));

  it.each(["english", "Ukrainian", "ua", "xx", "abcd", "en_US", "x-own", "", "en us", "en-".repeat(9)])(
    "%j is none",
    (text) => expect(languageTag(text)).toBe(undefined),
  );
});

describe("meantLanguage", () => {
  it.each([
    ["english", "en"],
    [" Ukrainian ", "uk"],
    ["Українська", "uk"],
    ["deutsch", "de"],
    ["hebrew", "he"],
    ["ua", "uk"],
    ["CZ", "cs"],
    ["en_US", "en-US"],
    ["xx", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("%j means %j", (seen, meant) => expect(meantLanguage(seen)).toBe(meant));
});
