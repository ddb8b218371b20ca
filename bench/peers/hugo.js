import { program } from "../measure.js";
import { clearing, peerSite, versionFrom } from "./site.js";

/** @type {import("./index.js").Peer} */
export const hugo = {
  name: "hugo",
  emits: "RSS, Atom, JSON of the newest 50; no pages, taxonomies or sitemap; renders only what feeds show",
  upTo: 100_000,
  debian: ["hugo"],
  version: () => versionFrom("hugo", "version"),
  contestant(articles, { fresh }) {
    const site = peerSite("hugo", articles);
    return program("hugo", ["hugo", "--quiet"], {
      cwd: site,
      peer: true,
      prepare: clearing(fresh, site, "public", "resources"),
    });
  },
};
