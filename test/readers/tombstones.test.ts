import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { archiveChannel, fullChannel, fullItem, tombstone, written } from "../formats/samples.ts";
import { missing, python, run } from "./tools.ts";

const story = { ...fullItem, enclosures: [] };
const items = [story, { ...story, id: "https://news.example/c", title: "Another" }];
const ids = items.map(({ id }) => id);

/** Atom with what was taken back, in a feed and in an archive. */
const documents = [
  ["a feed", written("atom", items, fullChannel, [tombstone, { ...tombstone, id: "no iri" }])],
  ["an archive", written("atom", items, archiveChannel, [tombstone])],
] as const;

describe.skipIf(missing("feedparser", python, ["-c", "import feedparser"]))("feedparser", () => {
  it.each(documents)(
    "sees the entries of %s as they are, and nothing of what was taken back",
    async (_, xml) => {
      const file = join(mkdtempSync(join(tmpdir(), "feedwright-tombstones-")), "atom.xml");
      writeFileSync(file, xml);
      const schema = z.object({
        bozo: z.boolean(),
        items: z.array(z.object({ id: z.string(), url: z.string(), title: z.string() })),
      });
      const seen = await run(python, [join(import.meta.dirname, "read_feedparser.py"), file]);
      expect(schema.parse(JSON.parse(seen))).toEqual({
        bozo: false,
        items: items.map(({ id, url, title }) => ({ id, url, title })),
      });
    },
  );
});

describe.skipIf(missing("sfeed", "sh", ["-c", "command -v sfeed"]))("sfeed", () => {
  it.each(documents)("sees the entries of %s, and nothing of what was taken back", async (_, xml) => {
    const rows = (await run("sfeed", [], xml)).trimEnd().split("\n");
    expect(rows.map((row) => row.split("\t")[5])).toEqual(ids);
  });
});
