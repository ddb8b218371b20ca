import { resolve } from "node:path";
import type { Flags } from "./load.ts";

/** What a flag sets. */
export interface Setting {
  readonly flag: string;
  readonly path: readonly [string] | readonly [string, string];
  readonly value: unknown;
}

type Mapping = Readonly<Record<string, unknown>>;

/** The settings that flags give. Folders become absolute here: they start from the working directory. */
export function settingsOf({ title, url, content, out, limit }: Flags, cwd: string): Setting[] {
  const folder = (name: string | undefined) => name && resolve(cwd, name);
  const number = limit !== undefined && /^\d+$/.test(limit) ? Number(limit) : limit;
  const settings: Setting[] = [
    { flag: "--title", path: ["site", "title"], value: title },
    { flag: "--url", path: ["site", "url"], value: url },
    { flag: "--content", path: ["content"], value: folder(content) },
    { flag: "--out", path: ["output"], value: folder(out) },
    { flag: "--limit", path: ["feeds", "limit"], value: number },
  ];
  return settings.filter(({ value }) => value !== undefined);
}

/** The file's data with the flags' settings on top. A `site` that isn't there is empty. */
export function overlay(data: Mapping, settings: readonly Setting[]): Mapping {
  const { site = {} } = data;
  return settings.reduce(withSetting, { ...data, site });
}

function withSetting(data: Mapping, { path: [name, inner], value }: Setting): Mapping {
  if (inner === undefined) return { ...data, [name]: value };
  const { [name]: section = {} } = data;
  if (typeof section !== "object" || section === null || Array.isArray(section)) return data;
  return { ...data, [name]: { ...section, [inner]: value } };
}
