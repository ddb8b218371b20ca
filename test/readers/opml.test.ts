import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { opml } from "../../src/formats/opml/index.ts";
import { listed, listing, mainListing } from "../formats/listings.ts";
import { missing, run } from "./tools.ts";

describe.skipIf(missing("newsboat", "newsboat", ["--version"]))("newsboat", () => {
  it("subscribes to every feed of a list, under its group", async () => {
    const home = mkdtempSync(join(tmpdir(), "feedwright-opml-"));
    const feeds = [
      mainListing,
      listing("topic", "Science & more", { documents: [listed("rss", "topics/science/")] }),
      listing("author", "Ann", { documents: [listed("atom", "authors/ann/")] }),
    ];
    const list = { title: "Feeds of The Example", url: "https://news.example/", feeds };
    writeFileSync(join(home, "feeds.opml"), [...opml.write(list)].join(""));
    for (const name of ["urls", "config"]) writeFileSync(join(home, name), "");
    const files = ["-u", join(home, "urls"), "-c", join(home, "cache"), "-C", join(home, "config")];
    const env = { ...process.env, HOME: home, LANG: "C.UTF-8" };
    await run("newsboat", [...files, "-i", join(home, "feeds.opml")], "", { env });
    expect(readFileSync(join(home, "urls"), "utf8").trimEnd().split("\n")).toEqual([
      "https://news.example/rss.xml",
      'https://news.example/topics/science/rss.xml "Topics"',
      'https://news.example/authors/ann/atom.xml "Authors"',
    ]);
  });
});
