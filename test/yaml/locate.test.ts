import fc from "fast-check";
import { expect, test } from "vitest";
import { placesInYaml } from "../../src/yaml/index.ts";

const source = `# said first
title: A
"quoted key": 1
'single': 2
authors:
  - name: One
    url: x
  - name: Two
    list: [a, b, {deep: c}]
flow: {a: 1, "b": [2, 3]}
? complex
: value
text: |
  name: not this
  title: nor this
empty:
anchor: &here
  inner: 1
alias: *here
last: end
`;

/** \`line:column\` of the key and of the value. */
function places(path: readonly (string | number)[], text = source): string {
  const place = placesInYaml(text);
  const [key, value] = [place(path), place(path, "value")];
  return `${key?.line}:${key?.column} ${value?.line}:${value?.column}`;
}

test.each([
  [["title"], "2:1 2:8"],
  [["quoted key"], "3:1 3:15"],
  [["single"], "4:1 4:11"],
  [["authors"], "5:1 6:3"],
  [["authors", 0], "6:5 6:5"],
  [["authors", 0, "name"], "6:5 6:11"],
  [["authors", 1, "name"], "8:5 8:11"],
  [["authors", 1, "list", 1], "9:15 9:15"],
  [["authors", 1, "list", 2, "deep"], "9:19 9:25"],
  [["flow"], "10:1 10:7"],
  [["flow", "a"], "10:8 10:11"],
  [["flow", "b", 1], "10:23 10:23"],
  [["complex"], "11:3 12:3"],
  [["text"], "13:1 14:1"],
  [["anchor", "inner"], "18:3 18:10"],
  [["last"], "20:1 20:7"],
])("the key and value at %j stand at %s", (path, expected) => {
  expect(places(path)).toBe(expected);
});

test.each([
  [["name"]],
  [["authors", 2]],
  [["authors", "name"]],
  [["title", "x"]],
  [["flow", "b", 2]],
  [["alias", "inner"]],
  [["Title"]],
])("nothing stands at %j", (path) => {
  expect(places(path)).toBe("undefined:undefined undefined:undefined");
});

test("a key without value has its own place for both", () => {
  expect(places(["empty"])).toBe("16:1 16:1");
});

test("a key of nothing but a tag stands where its mapping does", () => {
  expect(places(["", "x"], "# c\n!!str : { x: 1 }\n")).toBe("2:11 2:14");
  expect(places([""], "# c\n!!str : { x: 1 }\n")).toBe("2:1 2:9");
});

test("in a source that can't be read nothing stands anywhere", () => {
  expect(places(["a"], "a: [")).toBe("undefined:undefined undefined:undefined");
});

test("every key of any flat map is found at its own line", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(names, (keys) => {
      const text = keys.map((key) => `"${key}": {x: [1]}`).join("\n");
      for (const [index, key] of keys.entries())
        expect(placesInYaml(text)([key, "x"])).toEqual({ line: index + 1, column: key.length + 6 });
    }),
  );
});
