import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { folder, site } from "../config/support.ts";
import { all, one, read, texts } from "../formats/reader.ts";
import { fullItem, item } from "../formats/samples.ts";
import { written } from "./support.ts";

async function wire() {
  const cwd = folder({ "feedwright.yaml": `${site}partners: [{ profile: wire, limit: 3 }]\n` });
  const [partner] = (await loadConfig({ cwd })).partners;
  if (partner === undefined) throw new Error("there is no partner");
  return partner;
}

describe("a wire desk", () => {
  it("gets whole articles in Atom, the agency among the authors and as the source", async () => {
    const stories = [{ item: { ...fullItem, credit: { name: "Reuters" } }, file: "a.md" }];
    const { text, problems } = written(await wire(), { stories });
    const entry = one(read(text), "atom:entry");
    expect(texts(entry, "dc:source")).toEqual(["Reuters"]);
    expect(texts(entry, "dcterms:modified")).toEqual(["2025-02-23T19:04:00Z"]);
    expect(texts(entry, "atom:content")).toEqual([fullItem.contentHtml]);
    expect(problems).toEqual([]);
  });

  it("doesn't get what has no text", async () => {
    const { document } = written(await wire(), { stories: [{ item, file: "a.md" }] });
    expect(document.refused).toEqual([{ file: "a.md", rule: "required" }]);
  });

  it("hears of what was taken back for a week, by the entry's own id", async () => {
    const when = Date.UTC(2026, 4, 2);
    const gone = {
      id: "no iri",
      url: "https://news.example/gone",
      title: "Gone",
      published: when - 1000,
      when,
    };
    const partner = await wire();
    const kept = { ...fullItem, id: "no iri" };
    const alive = written(partner, { stories: [{ item: kept, file: "a.md" }] });
    const { text } = written(partner, { tombstones: [gone], now: when });
    const entry = one(read(text), "atom:entry");
    expect(texts(entry, "atom:id")).toEqual(texts(one(read(alive.text), "atom:entry"), "atom:id"));
    expect(texts(entry, "dcterms:valid")).toEqual(["end=2026-05-02T00:00:00Z; scheme=W3C-DTF"]);
    expect(texts(entry, "atom:updated")).toEqual(["2026-05-02T00:00:00Z"]);
    expect(
      all(read(written(partner, { tombstones: [gone], now: when + 7 * 86_400_000 }).text), "atom:entry"),
    ).toEqual([]);
  });
});
