import { describe, expect, it } from "vitest";
import { item } from "../formats/samples.ts";
import { recipient, written } from "./support.ts";

const stories = ["a", "b"].map((id) => ({ item: { ...item, id }, file: `${id}.md` }));
const check = "${channel.description}";

describe("a rule that asks for the feed alone", () => {
  it("is told of once, and refuses nothing", () => {
    const rules = { about: { check, expected: "a description" } };
    const { document, problems } = written(recipient({ rules }), { stories });
    expect(problems).toEqual([
      "warning partner-feed: the feed for partner is against the rule about: `channel.description` is empty; expected a description",
    ]);
    expect(document.ids).toEqual(["a", "b"]);
  });

  it("is an error where the partner is strict, unless it only warns", () => {
    const severities = (breaks?: "warn" | "ignore") => {
      const to = recipient({ rules: { about: { check, breaks } } }, { strict: true });
      return written(to, { stories }).document.problems.map(({ severity }) => severity);
    };
    expect(severities()).toEqual(["error"]);
    expect(severities("warn")).toEqual(["warning"]);
    expect(severities("ignore")).toEqual([]);
  });

  it("may ask for the partner's values", () => {
    const rules = { account: { check: "${values.account} ${channel.title}", matches: "^\\d" } };
    const to = (account: string) => recipient({ rules, values: { account: {} } }, { values: { account } });
    expect(written(to("4711"), { stories }).problems).toEqual([]);
    expect(written(to("none"), { stories }).problems).toHaveLength(1);
  });

  it("isn't one that asks for an item too", () => {
    const rules = { both: { check: "${channel.description} ${summary}" } };
    expect(written(recipient({ rules }), { stories }).document.ids).toEqual([]);
  });
});
