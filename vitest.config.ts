import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // These run in processes and threads of their own, from the bundle.
      exclude: [
        "src/cli/bin.ts",
        "src/cli/start.ts",
        "src/index/headWorker.ts",
        "src/serialise/pool/worker.ts",
      ],
      reporter: ["text-summary", "text", "lcovonly"],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
