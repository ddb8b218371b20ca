import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { Pace } from "../../src/notify/index.ts";
import { folder, run, story } from "../cli/support.ts";
import { formOf, serve } from "./server.ts";

/** Quick to try again, and patient with a machine that has much to do. */
export const pace: Pace = { tries: 3, answer: 5000, wait: 5, total: 10_000 };

/** The configuration of a site whose feeds name hubs. */
export function configuration(url: string, hubs: readonly string[], more = ""): string {
  return `site:\n  title: The Daily\n  url: ${url}\nwebsub:\n  hubs: ${JSON.stringify(hubs)}\n${more}`;
}

/** A site with two feeds that were built. */
export async function builtSite(hubs: readonly string[], url = "https://daily.example/"): Promise<string> {
  const root = folder({
    "feedwright.yaml": configuration(url, hubs, "feeds:\n  formats: [rss, json]\n"),
    "articles/a.md": story("A", "2025-01-01"),
  });
  await run(["build"], { cwd: root });
  return root;
}

const document = z.object({
  exitCode: z.number(),
  dryRun: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: z.string(), hint: z.string() })),
  notices: z.array(z.object({ hub: z.string(), path: z.string(), topic: z.string(), state: z.string() })),
});

/** Runs `feedwright notify --json`. */
export async function notified(root: string, ...flags: readonly string[]) {
  return await notifiedAt(pace, root, ...flags);
}

/** The same, more or less patiently. */
export async function notifiedAt(pace: Pace, root: string, ...flags: readonly string[]) {
  const { out, err, exitCode } = await run(["notify", "--json", ...flags], { cwd: root, pace });
  const { problems, notices } = document.parse(JSON.parse(out));
  return {
    exitCode,
    err,
    out,
    notices,
    /** `rss.xml told`. */
    states: notices.map(({ path, state }) => `${path} ${state}`),
    messages: problems.map(({ code, message }) => `${code}: ${message}`),
    hints: problems.map(({ hint }) => hint),
  };
}

/** What is kept of notices. */
export function keptNotices(root: string): unknown {
  const path = join(root, ".feedwright/notices.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** An answer of a hub. */
export interface Scripted {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds. */
  readonly delay?: number;
}

/** A hub that answers as it is told, the last answer for ever; it remembers the forms, and when they came. */
export async function scriptedHub(...answers: readonly [Scripted, ...Scripted[]]) {
  const asked: { readonly form: Record<string, string>; readonly path: string; readonly at: number }[] = [];
  const url = await serve(async (request, response) => {
    const at = performance.now();
    const form = Object.fromEntries(await formOf(request));
    const {
      status,
      headers = {},
      body = "",
      delay = 0,
    } = answers[asked.length] ?? answers.at(-1) ?? answers[0];
    asked.push({ form, path: request.url ?? "", at });
    if (delay > 0) await setTimeout(delay);
    response.writeHead(status, { ...headers }).end(body);
  });
  return { url, asked };
}
