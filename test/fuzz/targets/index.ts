import type { Target } from "../engine/target.ts";
import { addresses } from "./addresses.ts";
import { config } from "./config.ts";
import { dates } from "./dates.ts";
import { feed } from "./feed.ts";
import { frontMatter } from "./frontMatter.ts";
import { markdown } from "./markdown.ts";
import { names } from "./names.ts";
import { profiles } from "./profiles.ts";
import { sanitiser } from "./sanitiser.ts";

/** All that can be fuzzed. */
export const targets: readonly Target[] = [
  frontMatter,
  markdown,
  sanitiser,
  addresses,
  config,
  profiles,
  dates,
  names,
  feed,
];
