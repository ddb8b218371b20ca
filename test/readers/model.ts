import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { build, loadConfig } from "../../src/index.ts";

/** What readers have to show of an item: JSON Feed's members are the model's, under plain names. */
const item = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  content_html: z.string(),
  date_published: z.string(),
  date_modified: z.string(),
  authors: z.array(z.object({ name: z.string() })),
  tags: z.array(z.string()).default([]),
  _feedwright: z.object({ credit: z.object({ name: z.string() }).optional() }),
  attachments: z
    .array(z.object({ url: z.string(), mime_type: z.string(), size_in_bytes: z.number() }))
    .default([]),
});
const feed = z.object({ title: z.string(), items: z.array(item) });

export type ReadItem = z.infer<typeof item>;

/** Builds the project's own articles into a new folder, and gives what they are. */
export async function buildArticles(): Promise<{ folder: string; items: readonly ReadItem[] }> {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-readers-"));
  const config = await loadConfig({ cwd: process.cwd(), flags: { out: folder } });
  await build({ config, now: Date.UTC(2026, 10, 1), force: true });
  return { folder, items: feed.parse(JSON.parse(readFileSync(join(folder, "feed.json"), "utf8"))).items };
}
