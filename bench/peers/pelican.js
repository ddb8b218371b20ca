import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { articlesOf } from "../corpus.js";
import { program } from "../measure.js";
import { clearing, peerSite, versionFrom } from "./site.js";

const content = fileURLToPath(new URL("./pelicanContent.js", import.meta.url));

/** @type {import("./index.js").Peer} */
export const pelican = {
  name: "pelican",
  emits: "RSS and Atom of the newest 50; no pages; renders every article, and keeps it for the next build",
  upTo: 10_000,
  debian: ["pelican", "python3-markdown"],
  version: () => versionFrom("pelican", "--version"),
  contestant(articles, { fresh }) {
    const site = peerSite("pelican", articles, (folder) =>
      // In a process of its own: a child's peak counts from its parent's size.
      execFileSync(process.execPath, [content, articlesOf(articles), join(folder, "content")]),
    );
    return program("pelican", ["pelican", "--quiet", "--settings", "pelicanconf.py"], {
      cwd: site,
      peer: true,
      enough: 2,
      prepare: clearing(fresh, site, "public", "cache"),
    });
  },
};
