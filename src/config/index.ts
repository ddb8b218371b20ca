/**
 * The config room: the command line's flags and the configuration file come in, a `Config` goes out,
 * checked, with its defaults filled in and its paths absolute.
 *
 * What can go wrong: no configuration, one that can't be read, wrong keys and values. It is a
 * `ProblemError` with all of them at once, each at its line and column.
 */
export { asksForTraits, choosesFeeds, renderedContent } from "./asks.ts";
export type {
  Addresses,
  Config,
  Criteria,
  Limits,
  NamedFeed,
  OwnFeed,
  Scope,
  ScopeName,
  ShareName,
  Site,
} from "./config.ts";
export { contentFolders } from "./contentFolders.ts";
export { findSource, findSourceIn } from "./find.ts";
export { isFolder } from "./folder.ts";
export { type Flags, type Loaded, load, loadConfig } from "./load.ts";
export { usualLimits } from "./usualLimits.ts";
export { isAddress, isSiteAddress, isTimezone, type Placeholder } from "./values.ts";
