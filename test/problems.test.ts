import { expect, it } from "vitest";
import { problem } from "../src/problems/index.ts";

const rule = { partner: "wire", rule: "image-size", seen: "none", expected: "one", source: undefined };

/** What is said where a detail is known, and where it isn't. */
it.each([
  [problem("partner-rule", rule), ""],
  [problem("partner-rule", { ...rule, source: "https://a.example/" }), "the rule is from https://a.example/"],
  [problem("partner-advice", rule), ""],
  [
    problem("partner-advice", { ...rule, source: "https://a.example/" }),
    "the rule is from https://a.example/",
  ],
  [problem("partner-feed", rule), ""],
  [problem("partner-items", { partner: "wire", count: 1, minimum: 2, source: undefined }), ""],
  [problem("partner-unknown", { name: "wier", agency: "AP", meant: undefined }), ""],
  [problem("partner-unknown", { name: "wier", agency: "AP", meant: "wire" }), "did you mean `wire`?"],
  [problem("partner-stranger", { name: "x", known: ["wire", "city"] }), "expected one of wire, city"],
  [problem("partner-stranger", { name: "wier", meant: "wire", known: ["wire"] }), "did you mean `wire`?"],
  [
    problem("partner-value-unknown", { partner: "a", name: "x", known: [], meant: undefined }),
    "it takes none",
  ],
  [
    problem("partner-value-unknown", { partner: "a", name: "x", known: ["y"], meant: undefined }),
    "expected one of y",
  ],
  [
    problem("partner-value-unknown", { partner: "a", name: "x", known: ["y"], meant: "y" }),
    "did you mean `y`?",
  ],
  [
    problem("profile-unknown", { name: "x", known: ["wire"], meant: undefined }),
    "expected one of wire, or a file, as in ./partner.yaml",
  ],
  [problem("profile-unknown", { name: "wier", known: ["wire"], meant: "wire" }), "did you mean `wire`?"],
])("$0.code: $0.message", ({ hint }, expected) => {
  expect(hint).toBe(expected);
});

it.each([
  [problem("partner-value", { partner: "a", name: "x", description: undefined }), "a needs the value `x`"],
  [problem("partner-value", { partner: "a", name: "x", description: "why" }), "a needs the value `x`: why"],
  [problem("articles-missing", { ids: ["1"] }), "an article that was published is gone: 1"],
  [
    problem("articles-missing", { ids: ["1", "2", "3", "4"] }),
    "4 articles that were published are gone: 1, 2, 3 …",
  ],
])("$0.code says $1", ({ message }, expected) => {
  expect(message).toBe(expected);
});
