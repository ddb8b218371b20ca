#!/usr/bin/env node
import { main } from "./main.ts";

const { stdout, stderr, env } = process;
// Whoever reads may have had enough: `feedwright build | head`.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  now: Date.now,
});
