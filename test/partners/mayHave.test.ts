import { expect, it } from "vitest";
import { type Licence, type Licensee, mayHave, type Verdict } from "../../src/partners/mayHave.ts";

const day = 86_400_000;
const published = Date.UTC(2026, 4, 1);

it.each<[string, Partial<Licensee>, Licence, number, Verdict]>([
  ["anyone may have what nobody restricts", {}, {}, 0, { may: true }],
  ["an article may name those who may", {}, { partners: { allow: ["Wire", "msn"] } }, 0, { may: true }],
  ["an article may name others", {}, { partners: { allow: ["msn"] } }, 0, { may: false, reason: "article" }],
  ["an article may name nobody", {}, { partners: { allow: [] } }, 0, { may: false, reason: "article" }],
  [
    "an article may name those who may not",
    {},
    { partners: { deny: ["wire"] } },
    0,
    { may: false, reason: "article" },
  ],
  ["others may then", {}, { partners: { deny: ["msn"] } }, 0, { may: true }],
  [
    "who is nearly named may not have it either",
    {},
    { partners: { deny: ["wier"] } },
    0,
    { may: false, reason: "article" },
  ],
  [
    "unless another one is named so",
    { peers: ["wire", "wier"] },
    { partners: { deny: ["wier"] } },
    0,
    { may: true },
  ],
  [
    "a partner is also known by its profile's name",
    {},
    { partners: { deny: ["wires"] } },
    0,
    { may: false, reason: "article" },
  ],
  [
    "an agency is the same in other letters and blanks",
    { credits: { "Agência  Um": { deny: ["wire"] } } },
    { credit: "AGE\u0302NCIA\u00A0Um\u200B" },
    0,
    { may: false, reason: "credit" },
  ],
  ["a star denies it to all", {}, { partners: { deny: ["*"] } }, 0, { may: false, reason: "article" }],
  [
    "agencies that share a credit each have their say",
    { credits: { Reuters: { deny: ["wire"] } } },
    { credit: "AFP/Reuters" },
    0,
    { may: false, reason: "credit" },
  ],
  [
    "and of their days the fewest count",
    { credits: { Reuters: { days: 30 }, AP: { days: 2 } } },
    { credit: "AP and Reuters" },
    0,
    { may: true, until: published + 2 * day },
  ],
  [
    "an agency may deny it",
    { credits: { Reuters: { deny: ["wire"] } } },
    { credit: "reuters " },
    0,
    { may: false, reason: "credit" },
  ],
  [
    "an agency may allow others",
    { credits: { Reuters: { allow: ["msn"] } } },
    { credit: "Reuters" },
    0,
    { may: false, reason: "credit" },
  ],
  [
    "an agency speaks for its own copy",
    { credits: { Reuters: { deny: ["wire"] } } },
    { credit: "AFP" },
    0,
    { may: true },
  ],
  [
    "an agency gives days",
    { credits: { Reuters: { days: 30 } } },
    { credit: "Reuters" },
    30 * day - 1,
    { may: true, until: published + 30 * day },
  ],
  [
    "and no more",
    { credits: { Reuters: { days: 30 } } },
    { credit: "Reuters" },
    30 * day,
    { may: false, reason: "credit-days" },
  ],
  ["a partner has a window", { window: 2 * day }, {}, 2 * day - 1, { may: true, until: published + 2 * day }],
  ["that closes", { window: 2 * day }, {}, 2 * day, { may: false, reason: "window" }],
  [
    "the earlier end counts",
    { window: 9 * day, credits: { Reuters: { days: 3 } } },
    { credit: "Reuters" },
    0,
    { may: true, until: published + 3 * day },
  ],
])("%s", (_, partner, licence, later, expected) => {
  expect(
    mayHave(
      { name: "wire", credits: {}, peers: ["wire", "msn"], profile: { name: "wires" }, ...partner },
      licence,
      published,
      published + later,
    ),
  ).toEqual(expected);
});
