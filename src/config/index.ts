export type { Config, Site } from "./config.ts";
