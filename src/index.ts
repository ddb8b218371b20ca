/** What the package gives to programs: feeds from code (`Feed`), and whole builds (`loadConfig`, `build`). */
export { build } from "./build.ts";
export type {
  BuildOptions,
  BuildResult,
  HeldBack,
  Progress,
  Skipped,
  Step,
  WrittenFile,
} from "./buildResult.ts";
export { type Config, loadConfig } from "./config/index.ts";
export {
  type Author,
  type Category,
  type Enclosure,
  type Extension,
  Feed,
  type FeedCorrection,
  type FeedImage,
  type FeedItem,
  type FeedItem as Item,
  type FeedOptions,
  type FeedRhythm,
  type FeedTombstone,
} from "./feed.ts";
export { type Format, type FormatName, formats } from "./formats/index.ts";
export type { Channel, FeedModel, Item as FeedModelItem } from "./model.ts";
export { type Place, type Problem, type ProblemCode, ProblemError, type Severity } from "./problems/index.ts";
