import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Of two cores, neither waits for the other at the end: what takes longest begins first. */
const long = [
  "security/memory",
  "faults/",
  "browser.test",
  "adapters/",
  "test/cases.test",
  "test/samples.test",
  "build/",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** Of functions that give the same for the same: their files share a process, which loads the code but once. */
const pure = ["test/{feed,formats,parse,partners,render,select,yaml}/**/*.test.ts"];

/**
 * What another version of Node is not tried with. They judge bytes that the other tests show to be the same: by browsers, web
 * servers, generators and feed readers; or fuzz, or try the documents' samples.
 */
const judges = [
  "**/browser.test.ts",
  "test/{adapters,fuzz,readers}/**",
  "test/delivery/servers.test.ts",
  "test/samples.test.ts",
];
const left = process.env.FEEDWRIGHT_CORE === undefined ? [] : judges;

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "apart", include: ["test/**/*.test.ts"], exclude: [...pure, ...left] } },
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
    ],
    testTimeout: 30_000,
    // Vitest would leave a core to itself.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    coverage: {
      // CI measures it in the very run that tests.
      enabled: process.env.FEEDWRIGHT_COVERAGE !== undefined,
      provider: "v8",
      include: ["src/**/*.ts"],
      // These run in processes and threads of their own, from the bundle.
      exclude: [
        "src/adapters/{articlePaths,astro,eleventy,site}.ts",
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
