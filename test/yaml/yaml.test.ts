import { describe, expect, it } from "vitest";
import { parseYaml, placesInYaml, YamlError } from "../../src/yaml/index.ts";

describe("parseYaml", () => {
  it("leaves dates as they were written", () => {
    expect(parseYaml("a: 2024-02-30\nb: 2024-02-03T10:00:00Z")).toEqual({
      a: "2024-02-30",
      b: "2024-02-03T10:00:00Z",
    });
  });

  it("reads yes and no as text, as YAML 1.2 has it", () => {
    expect(parseYaml("[yes, no, on, true]")).toEqual(["yes", "no", "on", true]);
  });

  it.each(["", "\n", "# only this\n\n"])("%j is nothing", (source) => {
    expect(parseYaml(source)).toBeNull();
  });

  it.each([
    ["a: 1\na: 2", 2, 1],
    ["a:\n\t- b", 2, 1],
    ["a: [1", 1, 6],
    ["[".repeat(60), 1, 50],
  ])("%j is refused at its place", (source, line, column) => {
    let seen: unknown;
    try {
      parseYaml(source);
    } catch (error) {
      seen = error;
    }
    expect(seen).toBeInstanceOf(YamlError);
    expect(seen).toMatchObject({ line, column });
  });
});

describe("places", () => {
  const source = 'a:\n  - b: 1\n    "c d": \'x\'\n  -\nempty:\nlast: { e: [1, "two"] }\n';

  it.each([
    [[], { line: 1, column: 1 }, { line: 1, column: 1 }],
    [["a"], { line: 1, column: 1 }, { line: 2, column: 3 }],
    [["a", 0, "b"], { line: 2, column: 5 }, { line: 2, column: 8 }],
    [["a", 0, "c d"], { line: 3, column: 5 }, { line: 3, column: 12 }],
    [["empty"], { line: 5, column: 1 }, { line: 5, column: 1 }],
    [["last", "e", 1], { line: 6, column: 16 }, { line: 6, column: 16 }],
  ])("%j", (path, key, value) => {
    expect(placesInYaml(source)(path)).toEqual(key);
    expect(placesInYaml(source)(path, "value")).toEqual(value);
  });

  it.each([[["z"]], [["a", 7]], [["a", 1]], [["last", "e", "x"]], [["a", 0, "b", "c"]]])(
    "%j isn't written",
    (path) => {
      expect(placesInYaml(source)(path)).toBeUndefined();
    },
  );
});
