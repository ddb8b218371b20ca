// Preloaded into each measured process: at its end it tells its parent what it used.
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { user: userCPUTime / 1e6, system: systemCPUTime / 1e6, kilobytes: maxRSS };
    writeSync(3, JSON.stringify(usage));
  });
