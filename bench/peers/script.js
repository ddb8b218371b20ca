import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { articlesOf, siteOf } from "../corpus.js";
import { node } from "../measure.js";
import { clearing } from "./site.js";

const program = fileURLToPath(new URL("../script.js", import.meta.url));

/** @type {import("./index.js").Peer} */
export const script = {
  name: "script",
  emits: "RSS, Atom, JSON; it holds all articles in memory, so Node may take 12 GB from 100,000 on",
  upTo: 100_000,
  writesAll: true,
  version: () => "20 lines",
  contestant(articles, { fresh, limit = 50 }) {
    const output = "script-output";
    const heap = articles >= 100_000 ? ["--max-old-space-size=12288"] : [];
    const site = siteOf(articles);
    return node("script", [...heap, program, articlesOf(articles), join(site, output), String(limit)], {
      peer: true,
      prepare: clearing(fresh, site, output),
    });
  },
};
