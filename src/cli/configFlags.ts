import type { Flags } from "../config/index.ts";
import type { FlagTable, Given } from "./flags.ts";

/** Flags that say what the configuration is, or win over it. */
export const configFlags = {
  root: { value: "DIR", text: "Folder to start from: the search for a configuration, and its paths" },
  config: {
    value: "FILE",
    text: "Configuration to use; feedwright.yaml, .json, .mjs … is found otherwise",
  },
  content: { value: "DIR", text: "Folder of the articles" },
  out: { value: "DIR", text: "Folder that the feeds are written to" },
  title: { value: "TEXT", text: "The site's title" },
  url: { value: "URL", text: "The site's address" },
  limit: { value: "N", text: "How many articles a feed has, or all" },
} as const satisfies FlagTable;

/** What they say, for the config room. */
export function configFlagsOf({ values }: Given): Flags {
  const names = ["root", "config", "content", "out", "title", "url", "limit"] as const;
  return Object.fromEntries(names.map((name) => [name, values.get(name)]));
}
