import { describe, expect, it } from "vitest";
import { complaintsOn, load, site } from "./support.ts";

const unknown = (place: string, key: string, hint: string) =>
  `feedwright.yaml:${place} config-key-unknown: \`${key}\` is not a key of the configuration (${hint})`;

describe("unknown keys", () => {
  it.each([
    ["permalnk: /:slug/", "4:1", "permalnk", "did you mean `permalink`?"],
    ["Output: dist", "4:1", "Output", "did you mean `output`?"],
    ['"feed": {}', "4:1", "feed", "did you mean `feeds`?"],
    ["title: A", "4:1", "title", "did you mean `site.title`?"],
    ["limit: 5", "4:1", "limit", "did you mean `feeds.limit`?"],
    ["feeds: { limits: 5 }", "4:10", "feeds.limits", "did you mean `limit`?"],
    ["feeds: { hubs: [] }", "4:10", "feeds.hubs", "did you mean `websub.hubs`?"],
    ["  languge: en", "4:3", "site.languge", "did you mean `language`?"],
    ["  author: [{ name: A, mail: b }]", "4:23", "site.author[0].mail", "did you mean `email`?"],
    ["websub: { lease: 1 }", "4:11", "websub.lease", "expected one of hubs"],
  ])("%s", async (line, place, key, hint) => {
    expect(await complaintsOn(`${site}${line}\n`)).toEqual([unknown(place, key, hint)]);
  });

  it.each(["mastheads"])("%s is like none of those that there are", async (key) => {
    const known =
      "site, content, output, atomic, permalink, ignore, feeds, embeds, limits, scopes, selections, archive, missing, broken, guards, tombstones, websub, pages, delivery, partners, credits";
    expect(await complaintsOn(`${site}${key}: true\n`)).toEqual([
      unknown("4:1", key, `expected one of ${known}`),
    ]);
  });

  it("may be as hostile as they like", async () => {
    expect(await complaintsOn(`${site}__proto__: { output: x }\nconstructor: 1\n`)).toHaveLength(2);
  });

  it("are found in JSON too, by line and column", async () => {
    const json =
      '{\n  "site": { "title": "A", "url": "https://a.example" },\n  "feeds": { "limits": 3 }\n}\n';
    expect(await complaintsOn(json)).toEqual([unknown("3:14", "feeds.limits", "did you mean `limit`?")]);
  });
});

it("says all that is wrong at once, in the file's order", async () => {
  const yaml =
    "title: A\nsite:\n  url: a\n  authr: B\n  author: { nme: C }\nfeeds:\n  limit: x\n  content: ful\n";
  const codes = (await complaintsOn(yaml)).map((each) => each.replace(/:.*? (\S+): `(.*?)`.*/s, "$1 $2"));
  expect(codes.map((each) => each.replace("feedwright.yaml", ""))).toEqual([
    "config-key-unknown title",
    "config-key-missing site.title",
    "config-value site.url",
    "config-key-unknown site.authr",
    "config-key-missing site.author.name",
    "config-key-unknown site.author.nme",
    "config-value feeds.limit",
    "config-value feeds.content",
  ]);
});

it("finds values that came by alias or merge at the nearest place that is written", async () => {
  const yaml = `x: &x\n  limit: 0\n${site}feeds:\n  <<: *x\n`;
  const problems = await complaintsOn(yaml);
  expect(problems[1]).toMatch(/^feedwright\.yaml:6:1 config-value: `feeds\.limit` is `0`/);
});

it("lets JSON files name their schema", async () => {
  await expect(load(`$schema: ./feedwright.schema.json\n${site}`)).resolves.toMatchObject({ ignore: [] });
});
