import { linkSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { articlesOf } from "../corpus.js";
import { program } from "../measure.js";
import { clearing, peerSite, versionFrom } from "./site.js";

/** @type {import("./index.js").Peer} */
export const jekyll = {
  name: "jekyll",
  emits: "RSS, Atom, JSON of the newest 50; renders and writes the newest 60 pages, as drafts are among them",
  upTo: 10_000,
  debian: ["jekyll"],
  version: () => versionFrom("jekyll", "--version"),
  contestant(articles, { fresh }) {
    const site = peerSite("jekyll", articles, (folder) => linkPosts(articles, folder));
    return program("jekyll", ["jekyll", "build", "--quiet"], {
      cwd: site,
      peer: true,
      enough: 2,
      prepare: clearing(fresh, site, "_site", ".jekyll-cache"),
    });
  },
};

/** Posts have a date in their names, and lie in one folder; they are the corpus's own files. */
function linkPosts(articles, site) {
  const content = articlesOf(articles);
  const posts = join(site, "_posts");
  mkdirSync(posts, { recursive: true });
  for (const path of readdirSync(content, { recursive: true })) {
    const [year, month, name] = path.split("/");
    if (name) linkSync(join(content, path), join(posts, `${year}-${month}-01-${name}`));
  }
}
