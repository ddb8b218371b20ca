import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadConfig, load as loadKeeping } from "../../src/config/index.ts";
import { builtIn, loadProfile } from "../../src/config/profiles.ts";
import { noSource } from "../../src/config/source.ts";
import { fileOf, shownFileOf } from "../../src/partners/partner.ts";
import { complaintsOn, folder, load, problemsOf, said, site } from "./support.ts";

const minimal = "format: rss\n";

/** The first partner of a configuration with these files beside it. */
async function partner(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const cwd = folder({ "feedwright.yaml": site + yaml, ...files });
  const [first] = (await loadConfig({ cwd })).partners;
  if (first === undefined) throw new Error("there is no partner");
  return { ...first, output: first.output.slice(cwd.length) };
}

/** What is wrong with a profile. */
async function faults(profile: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const yaml = `${site}partners: [{ profile: ./p.yaml }]\n`;
  const cwd = folder({ "feedwright.yaml": yaml, "p.yaml": profile, ...files });
  return (await problemsOf(loadConfig({ cwd }))).map(said);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a profile that extends another", () => {
  it("may say alone what breaking one of its rules means", async () => {
    const { profile } = await partner(
      "partners: [{ name: m, profile: { extends: msn, rules: { one-language: { breaks: ignore } } } }]\n",
    );
    expect(profile.rules?.["one-language"]).toMatchObject({
      check: expect.stringContaining("channel.language"),
      breaks: "ignore",
    });
  });

  it("is told of its rules where it misspells one", async () => {
    expect(await faults("extends: msn\nrules: { one-langauge: { breaks: ignore } }\n")).toEqual([
      "p.yaml:2:24 profile-fault: in `rules.one-langauge`, `one-langauge` is no rule here (did you mean `one-language`?)",
    ]);
  });
});

describe("a partner", () => {
  it("takes its name, place and limits from its profile", async () => {
    const found = await partner("partners: [{ profile: ./city.yaml }]\n", {
      "city.yaml": `${minimal}title: City\nitems: { maximum: 20 }\nwindow: 48h\n`,
    });
    expect(found).toMatchObject({
      name: "city",
      title: "City",
      path: "partners/city.xml",
      output: "/dist",
      limit: 20,
      window: 172_800_000,
      strict: false,
      credits: {},
      secret: undefined,
    });
  });

  it("is called by its profile's file as names are written", async () => {
    const found = await partner('partners: [{ profile: "./My Partner_2.yaml" }]\n', {
      "My Partner_2.yaml": minimal,
    });
    expect(found).toMatchObject({ name: "my-partner-2", path: "partners/my-partner-2.xml" });
  });

  it("may have its own", async () => {
    const yaml = `partners:
  - profile: { extends: ./city.yaml, content: summary }
    name: town
    path: out/town.xml
    limit: 5
    window: 2d
    strict: true
    output: elsewhere
    values: { account: 4711 }
    categories: { Science: SCI }
`;
    const city = `${minimal}items: { maximum: 20 }\nvalues: { account: {} }\ncategories: { table: { Sport: SPO } }\n`;
    const found = await partner(yaml, { "city.yaml": city });
    expect(found).toMatchObject({
      name: "town",
      path: "out/town.xml",
      output: "/elsewhere",
      limit: 5,
      window: 172_800_000,
      strict: true,
      values: { account: "4711" },
    });
    expect(found.profile).toMatchObject({
      format: "rss",
      content: "summary",
      categories: { table: { Sport: "SPO", Science: "SCI" } },
    });
  });

  it("never gets more items than its profile allows", async () => {
    const found = await partner(
      "partners: [{ profile: { format: rss, items: { maximum: 3 } }, limit: 9 }]\n",
    );
    expect(found.limit).toBe(3);
  });

  it.each([
    ["profile: wier", "4:23 profile-unknown: there is no profile `wier` (did you mean `wire`?)"],
    [
      "profil: wire",
      "4:14 config-key-unknown: `partners[0].profil` is not a key of the configuration (did you mean `profile`?)",
    ],
    [
      "profile: wire, path: ../x.xml",
      '4:35 config-value: `partners[0].path` is `"../x.xml"`; expected a file below the output folder, as in `wire/news.xml`',
    ],
    [
      "profile: wire, path: /x.xml",
      '4:35 config-value: `partners[0].path` is `"/x.xml"`; expected a file below the output folder, as in `wire/news.xml`',
    ],
    [
      "profile: wire, window: soon",
      '4:37 config-value: `partners[0].window` is `"soon"`; expected a time, as in `90m`, `48h` or `30d`',
    ],
    [
      "profile: { format: rss, itmes: 3 }",
      "4:38 config-key-unknown: `partners[0].profile.itmes` is not a key of the configuration (did you mean `items`?)",
    ],
    [
      "profile: { format: rsss }",
      '4:33 config-value: `partners[0].profile.format` is `"rsss"`; expected `rss`, `atom`, `json-feed`, `json` or `xml` (did you mean `rss`?)',
    ],
    [
      "profile: { format: rss, require: [titel] }",
      "4:48 profile-fault: in `require[0]`, `titel` is no field here (did you mean `title`?)",
    ],
    [
      "profile: wire, values: { a: b }",
      "4:39 partner-value-unknown: the profile of wire knows no value `a` (it takes none)",
    ],
    [
      "profile: smartnews, values: { account: b }",
      "4:44 partner-value-unknown: the profile of smartnews knows no value `account` (expected one of description, logo, darkModeLogo, analytics, sponsoredLink, sponsoredTitle, sponsoredThumbnail, advertiser)",
    ],
    [
      "profile: ./nothere.yaml",
      "4:23 profile-missing: there is no file `./nothere.yaml` (check its name; a path starts from the folder of the file that names it)",
    ],
  ])("{ %s } is wrong", async (yaml, expected, file = "feedwright.yaml") => {
    const found = await complaintsOn(`${site}partners: [{ ${yaml} }]\n`);
    expect(found.map((each) => each.replace(/^(\S+?)[: ]/, ""))).toContain(expected);
    expect(found.every((each) => each.startsWith(file))).toBe(true);
  });

  it("has to have the values that its profile asks for", async () => {
    const profile = "{ format: rss, values: { account: { description: the account's number } } }";
    expect(await complaintsOn(`${site}partners: [{ profile: ${profile} }]\n`)).toEqual([
      "feedwright.yaml:4:12 partner-value: partner needs the value `account`: the account's number (add `account: …` below the partner's `values`)",
    ]);
  });

  it("has values as its profile wants them, whatever YAML makes of them", async () => {
    const wants = "values: { adult: { matches: '^(?:true|false)$', expected: yes or no } }";
    const complaints = (value: string) =>
      complaintsOn(
        `${site}partners: [{ profile: { format: rss, ${wants} }, values: { adult: ${value} } }]\n`,
      );
    expect(await complaints("true")).toEqual([]);
    expect((await complaints("often")).map((each) => each.replace(/^[^{]* partner-/, "partner-"))).toEqual([
      'partner-value-form: the value `adult` of partner is "often"; expected yes or no (the profile says below its own `values` what `adult` is)',
    ]);
  });

  it("has a name and a place of its own", async () => {
    const found = await complaintsOn(`${site}partners:\n  - profile: wire\n  - profile: wire\n`);
    expect(found.map((each) => each.replace(/ \(.*/, ""))).toEqual([
      "feedwright.yaml:6:5 partner-twice: two partners have the name `wire`",
      "feedwright.yaml:6:5 partner-twice: two partners have the path `partners/wire.xml`",
    ]);
  });
});

describe("what agencies agreed to", () => {
  it("is read", async () => {
    const found = await partner(
      "partners: [{ profile: wire }]\ncredits: { Reuters: { deny: [wire], days: 30 } }\n",
    );
    expect(found.credits).toEqual({ Reuters: { deny: ["wire"], days: 30 } });
  });

  it("may name built-in partners that aren't configured, and no others", async () => {
    const yaml = `${site}partners: [{ profile: ./p.yaml }]\ncredits:\n  Reuters:\n    deny: [wire, p, wier]\n`;
    const cwd = folder({ "feedwright.yaml": yaml, "p.yaml": minimal });
    expect((await problemsOf(loadConfig({ cwd }))).map(said)).toEqual([
      "feedwright.yaml:7:21 partner-unknown: `credits` of Reuters names the partner `wier`, which there isn't (did you mean `wire`?)",
    ]);
  });

  it("is a list of those who may, or of those who may not", async () => {
    const found = await complaintsOn(`${site}credits: { Reuters: { allow: [wire], deny: [wire] } }\n`);
    expect(found).toEqual([
      "feedwright.yaml:4:38 config-key-twice: `credits.Reuters.deny` and `allow` can't stand together (keep one of the two)",
    ]);
  });
});

const good = "k3Jx9_mQ2vLp7ZtR";

describe("a secret", () => {
  it.each(["short", "k3Jx9/mQ2vLp7ZtR", "../../../../../../etc", "aaaaaaaaaaaaaaaaaaaa", ".".repeat(20)])(
    "isn't %s, and isn't shown",
    async (secret) => {
      const found = await complaintsOn(`${site}partners: [{ profile: wire, secret: "${secret}" }]\n`);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^feedwright\.yaml partner-secret: the secret of wire /);
      expect(found[0]).not.toContain(secret);
    },
  );

  it("isn't shown where it is of another kind", async () => {
    const found = await complaintsOn(`${site}partners: [{ profile: wire, secret: 918273645 }]\n`);
    expect(found[0]).toContain("config-value: `partners[0].secret` is not one");
    expect(found.join()).not.toContain("918273645");
  });

  it("is a folder in the partner's path, and printed nowhere", async () => {
    const found = await partner(`partners: [{ profile: wire, secret: ${good} }]\n`);
    expect(fileOf(found)).toBe(`partners/${good}/wire.xml`);
    expect(shownFileOf(found)).toBe("partners/•••/wire.xml");
    for (const text of [
      JSON.stringify(found),
      inspect(found, { depth: 9 }),
      `${found.secret}`,
      String(found.path),
    ])
      expect(text).not.toContain(good);
    const other = await partner(`partners: [{ profile: wire, secret: ${good}x }]\n`);
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(found));
  });

  it("may stand in the environment", async () => {
    vi.stubEnv("WIRE_SECRET", good);
    expect(fileOf(await partner("partners: [{ profile: wire, secretFrom: WIRE_SECRET }]\n"))).toContain(good);
    vi.stubEnv("WIRE_SECRET", "short-and-bad");
    const yaml = `${site}partners: [{ profile: wire, secretFrom: WIRE_SECRET }]\n`;
    expect((await complaintsOn(yaml)).join()).toMatch(/partner-secret: the secret of wire has 13 characters/);
    vi.stubEnv("WIRE_SECRET", "");
    expect((await complaintsOn(yaml)).join()).toMatch(
      /isn't in the environment variable WIRE_SECRET \(set WIRE_SECRET where/,
    );
  });

  it("is told by its variable's name, unless that looks like the secret itself", async () => {
    const name = "k3Jx9_mQ2vLp7ZtR";
    for (const [variable, told] of [
      ["NOT_SET_ANYWHERE", "NOT_SET_ANYWHERE"],
      [name, "•••"],
    ]) {
      const error: unknown = await partner(`partners: [{ profile: wire, secretFrom: ${variable} }]\n`).catch(
        (e: unknown) => e,
      );
      expect(String(error)).toContain(`isn't in the environment variable ${told}`);
    }
    vi.stubEnv("TOO_SHORT", "abc");
    const error: unknown = await partner("partners: [{ profile: wire, secretFrom: TOO_SHORT }]\n").catch(
      (e: unknown) => e,
    );
    expect(String(error)).toContain("expected 16 or more");
  });

  it("is kept in no second place", async () => {
    const cwd = folder({ "feedwright.yaml": `${site}partners: [{ profile: wire, secret: ${good} }]\n` });
    await (await loadKeeping({ cwd })).keep();
    expect(readdirSync(cwd)).toEqual(["feedwright.yaml"]);
  });
});

describe("a profile's faults stand at their lines", () => {
  it.each([
    [
      "",
      "p.yaml:1:1 profile-lacks: the profile has no `format`; expected `rss`, `atom`, `json-feed`, `json` or `xml`",
    ],
    [
      "format: xml\nitem: { element: url }\n",
      "p.yaml:1:1 profile-lacks: the profile has no `document`; expected what stands around the items",
    ],
    [
      "format: rss\nfromat: x\n",
      "p.yaml:2:1 config-key-unknown: `fromat` is not a key of the profile (did you mean `format`?)",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, text: '${titel}' }\n",
      "p.yaml:4:27 profile-fault: in `item.elements[0].text`, `titel` is no field here (did you mean `title`?)",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, text: '${title | uper}' }\n",
      "p.yaml:4:27 profile-fault: in `item.elements[0].text`, `uper` is no filter here (did you mean `upper`?)",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, text: '${title | cut}' }\n",
      "p.yaml:4:27 profile-fault: in `item.elements[0].text`, `cut` is given 0 things, and is used as in `${summary | cut 300}`",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, text: '${title' }\n",
      'p.yaml:4:27 config-value: `item.elements[0].text` is `"${title"`; expected text, in which `${…}` stands for a field and its filters',
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: 'x:a', text: b }\n",
      "p.yaml:4:18 profile-fault: in `item.elements[0].element`, the prefix `x` is declared nowhere: `namespaces` has to name it",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, elements: [{ element: b, each: images, text: '${image.widht}' }] }\n",
      "p.yaml:4:66 profile-fault: in `item.elements[0].elements[0].text`, `image.widht` is no field here (did you mean `image.width`?)",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, text: '${author.name}' }\n",
      "p.yaml:4:27 profile-fault: in `item.elements[0].text`, `author.name` is no field here",
    ],
    [
      "format: rss\nchannel: { elements: [{ element: a, text: '${title}' }] }\n",
      "p.yaml:2:43 profile-fault: in `channel.elements[0].text`, `title` is no field here",
    ],
    ["format: rss\nid: ${title}\n", "p.yaml:2:5 profile-fault: in `id`, `title` is no field here"],
    [
      "format: rss\nitem: { members: { a: b } }\n",
      "p.yaml:2:18 profile-fault: in `item.members`, `rss` has `elements` instead",
    ],
    [
      "format: json\nitem: { members: { a: '${titel}' } }\n",
      "p.yaml:2:23 profile-fault: in `item.members.a`, `titel` is no field here (did you mean `title`?)",
    ],
    [
      "format: json\nitem: { members: { a: { $each: tags, $value: '${tag.nme}' } } }\n",
      "p.yaml:2:46 profile-fault: in `item.members.a.$value`, `tag.nme` is no field here (did you mean `tag.name`?)",
    ],
    [
      "format: json\ninto: a.b\nchannel: { members: { a: { b: '${channel.title}' } } }\nitem: { members: { a: '${title}' } }\n",
      "p.yaml:2:7 profile-fault: in `into`, `channel.members` has something else there",
    ],
    [
      "format: json\nitem: { members: { a: '${published | date \"QQ\"}' } }\n",
      'p.yaml:2:23 profile-fault: in `item.members.a`, `QQ` has nothing of a date in it: it is used as in `${published | date "YYYY-MM-DD HH:mm" "Asia/Tokyo"}`',
    ],
    [
      'format: rss\nroot: { attributes: { version: "3" } }\n',
      "p.yaml:2:32 profile-fault: in `root.attributes.version`, the element has that attribute already",
    ],
    [
      "format: atom\nroot: { attributes: { a: b } }\nchannel: { attributes: { a: c } }\n",
      "p.yaml:3:29 profile-fault: in `channel.attributes.a`, the element has that attribute already",
    ],
    [
      "format: json\nitem: { members: { a: b }, elements: [{ element: a, text: b }] }\n",
      "p.yaml:2:38 profile-fault: in `item.elements`, `json` has `members` instead",
    ],
    [
      "format: json\ninto: a.b\nchannel: { members: { a: x } }\nitem: { members: { a: b } }\n",
      "p.yaml:2:7 profile-fault: in `into`, `channel.members` has something else there",
    ],
    [
      "format: rss\nitem: { elements: [{ element: a, attributes: { 'xmlns:x': b } }] }\n",
      "p.yaml:2:59 profile-fault: in `item.elements[0].attributes.xmlns:x`, `namespaces` has to name it instead",
    ],
    [
      "format: rss\nitem: { elements: [{ element: a, text: '${title | matches \"[\"}' }] }\n",
      "p.yaml:2:40 profile-fault: in `item.elements[0].text`, `[` is no regular expression",
    ],
    ["format: rss\ninto: a\n", "p.yaml:2:7 profile-fault: in `into`, it is for the format `json` alone"],
    [
      "format: rss\nrules: { image-sise: { breaks: warn } }\n",
      "p.yaml:2:22 profile-fault: in `rules.image-sise`, `image-sise` is no rule here (did you mean `image-size`?)",
    ],
    [
      "format: rss\nrules: { image-size: { braeks: warn } }\n",
      "p.yaml:2:24 config-key-unknown: `rules.image-size.braeks` is not a key of the profile (did you mean `breaks`?)",
    ],
    [
      "format: rss\nnamespaces: { media: 'https://other.example/' }\n",
      "p.yaml:2:22 profile-fault: in `namespaces.media`, the prefix is the format's own, for http://search.yahoo.com/mrss/",
    ],
    [
      "format: rss\nnamespaces: { x: 'http://www.w3.org/2000/xmlns/' }\n",
      "p.yaml:2:18 profile-fault: in `namespaces.x`, the address can be no namespace's",
    ],
    [
      "format: rss\nroot: { attributes: { version: '3' } }\n",
      "p.yaml:2:32 profile-fault: in `root.attributes.version`, the element has that attribute already",
    ],
    [
      "format: rss\nchannel: { elements: [{ element: a, text: '${values.x}' }] }\n",
      "p.yaml:2:43 profile-fault: in `channel.elements[0].text`, `values.x` is no value here",
    ],
    [
      'format: rss\nid: \'${id | date "YYYY" "Mars/Base"}\'\n',
      "p.yaml:2:5 profile-fault: in `id`, `Mars/Base` is no time zone",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, each: title, text: b }\n",
      "p.yaml:4:27 profile-fault: in `item.elements[0].each`, `title` is no list",
    ],
    [
      "format: rss\nitem:\n  elements:\n    - { element: a, text: a, cdata: b }\n",
      "p.yaml:4:30 config-key-twice: `item.elements[0].cdata` and `text` are the same setting",
    ],
    [
      "extends: ./p.yaml\n",
      "p.yaml:1:10 profile-circle: the profile `p` extends itself, directly or by others",
    ],
    [
      "extends: standrad\n",
      "p.yaml:1:10 profile-unknown: there is no profile `standrad` (did you mean `standard`?)",
    ],
  ])("%j", async (profile, expected) => {
    expect(
      (await faults(profile)).map((each) => each.replace(/ \((?:add it|take `ext|give|keep).*/, "")),
    ).toEqual([expected]);
  });

  it("also those of the one that it extends", async () => {
    const base = "format: rss\nitem: { elements: [{ element: a, text: '${titel}' }] }\n";
    const own = "extends: ./base.yaml\nitem: { elements: [{ element: b, text: '${sumary}' }] }\n";
    expect(
      (await faults(own, { "base.yaml": base })).map((each) => each.replace(/ profile-fault.*/, "")),
    ).toEqual(["p.yaml:2:40", "base.yaml:2:40"]);
  });
});

describe("a profile that extends another", () => {
  it("keeps what it doesn't say otherwise", async () => {
    const base = `format: atom
languages: [en, uk]
images: { required: true, minimum: { shorter: 400 } }
rules: { image-size: { breaks: warn, source: https://base.example/ } }
item:
  omit: [rights]
  elements: [{ element: a, text: one }, { element: b, text: two }]
`;
    const own = `extends: ./base.yaml
languages: [de]
images: { required: false }
rules: { image-size: { breaks: refuse } }
item: { elements: [{ element: b, text: three }, { element: b, text: four }] }
`;
    const cwd = folder({ "base.yaml": base, "own.yaml": own });
    const mention = { profile: "./own.yaml", source: noSource, path: [], folder: cwd, cwd };
    expect((await loadProfile(mention)).profile).toMatchObject({
      name: "own",
      format: "atom",
      languages: ["de"],
      images: { required: false, minimum: { shorter: 400 } },
      rules: { "image-size": { breaks: "refuse", source: "https://base.example/" } },
      item: {
        omit: ["rights"],
        elements: [
          { element: "a", text: "one" },
          { element: "b", text: "three" },
          { element: "b", text: "four" },
        ],
      },
    });
  });
});

it.each(builtIn())("the built-in profile %s has no faults", async (name) => {
  const configured = await load(
    `${site}partners: [{ profile: { extends: ${name} }, name: x, values: {} }]\n`,
  ).catch((error) => error);
  const codes = "problems" in configured ? configured.problems.map(({ code }: { code: string }) => code) : [];
  expect(codes.filter((code: string) => code !== "partner-value")).toEqual([]);
});

it("settings that were kept are checked anew where a profile has changed", async () => {
  const yaml = `${site}partners: [{ profile: ./p.yaml }]\n`;
  const cwd = folder({ "feedwright.yaml": yaml, "p.yaml": "extends: ./base.yaml\n", "base.yaml": minimal });
  await (await loadKeeping({ cwd })).keep();
  const kept = readFileSync(join(cwd, ".feedwright", "settings"));
  expect((await loadConfig({ cwd })).partners[0]?.profile.format).toBe("rss");
  writeFileSync(join(cwd, "base.yaml"), "format: atom\n");
  const again = await loadKeeping({ cwd });
  expect(again.config.partners[0]?.profile.format).toBe("atom");
  await again.keep();
  expect(readFileSync(join(cwd, ".feedwright", "settings"))).not.toEqual(kept);
});
