import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { program } from "../measure.js";
import { modules } from "./install.js";
import { clearing, npmVersion, peerSite } from "./site.js";

/** @type {import("./index.js").Peer} */
export const eleventy = {
  name: "eleventy",
  emits: "RSS, Atom, JSON of the newest 50; no pages; renders only what feeds show",
  upTo: 10_000,
  npm: true,
  version: () => npmVersion("@11ty/eleventy"),
  contestant(articles, { fresh }) {
    const site = peerSite("eleventy", articles, (folder) =>
      symlinkSync(modules, join(folder, "node_modules")),
    );
    const command = join(modules, "@11ty/eleventy/cmd.cjs");
    return program("eleventy", [process.execPath, command, "--quiet"], {
      cwd: site,
      peer: true,
      enough: 2,
      prepare: clearing(fresh, site, "_site"),
    });
  },
};
