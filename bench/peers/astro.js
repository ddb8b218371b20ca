import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { program } from "../measure.js";
import { modules } from "./install.js";
import { clearing, npmVersion, peerSite } from "./site.js";

/** @type {import("./index.js").Peer} */
export const astro = {
  name: "astro",
  emits: "RSS and JSON of the newest 50; no pages; renders every article, and keeps it for the next build",
  upTo: 10_000,
  npm: true,
  version: () => npmVersion("astro"),
  contestant(articles, { fresh }) {
    const site = peerSite("astro", articles, (folder) => symlinkSync(modules, join(folder, "node_modules")));
    const command = join(modules, "astro/astro.js");
    return program("astro", [process.execPath, command, "build", "--silent"], {
      cwd: site,
      env: { ASTRO_TELEMETRY_DISABLED: "1" },
      peer: true,
      enough: 2,
      prepare: clearing(fresh, site, "dist", "cache", ".astro"),
    });
  },
};
