import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";

/** What npm notes of an installed package. */
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync("package-lock.json", "utf8"));

/** By their folders: what is installed with feedwright, found from its dependencies on, as Node looks for it. */
function runTime(): Map<string, Locked> {
  const found = new Map<string, Locked>();
  const visit = (from: string): void => {
    for (const name of Object.keys(lock.packages[from]?.dependencies ?? {})) {
      let [place, folder] = [`${from}/node_modules/${name}`.replace(/^\//, ""), from];
      while (!(place in lock.packages) && folder !== "") {
        folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1));
        place = `${folder}/node_modules/${name}`.replace(/^\//, "");
      }
      const locked = lock.packages[place];
      if (locked === undefined) throw new Error(`${name} is not locked`);
      if (found.has(place)) continue;
      found.set(place, locked);
      visit(place);
    }
  };
  visit("");
  return found;
}

test("what is installed with feedwright is little, locked by its digest, and runs nothing when it is installed", () => {
  const packages = [...runTime()];
  expect(packages.length).toBeGreaterThan(20);
  expect(packages.length).toBeLessThan(60);
  for (const [place, { integrity, dev, hasInstallScript }] of packages) {
    expect([place, hasInstallScript ?? false, dev ?? false]).toEqual([place, false, false]);
    expect(integrity).toMatch(/^sha512-/);
    const { scripts = {} } = JSON.parse(readFileSync(`${place}/package.json`, "utf8"));
    for (const step of ["preinstall", "install", "postinstall"]) expect(scripts).not.toHaveProperty(step);
  }
});

test("nor does feedwright itself, nor any package for development", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const step of ["preinstall", "install", "postinstall", "prepare"])
    expect(scripts).not.toHaveProperty(step);
  const running = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  // fsevents, for macOS only, has its program with it.
  expect(running.map(([place]) => place).filter((place) => !place.endsWith("/fsevents"))).toEqual([]);
});

test("the bill of materials has all that is published, by its digest, and nothing else", () => {
  const { stdout, status } = spawnSync(process.execPath, ["scripts/sbom.js"], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  expect(status).toBe(0);
  const bill = JSON.parse(stdout);
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "feedwright" } } });
  const named = ({ name, version }: { name: string; version: string }) => `${name}@${version}`;
  const wanted = [...runTime(), ["node_modules/zod", lock.packages["node_modules/zod"]] as const].map(
    ([place, locked]) => `${place.slice(place.lastIndexOf("node_modules/") + 13)}@${locked?.version}`,
  );
  expect(bill.components.map(named).sort()).toEqual([...new Set(wanted)].sort());
  for (const { hashes } of bill.components) expect(hashes).toMatchObject([{ alg: "SHA-512" }]);
});

test("a release is published with provenance, without a token, after all tests", () => {
  const workflow = readFileSync(".github/workflows/release.yml", "utf8");
  expect(load(workflow)).toMatchObject({
    on: { push: { tags: ["v*"] } },
    permissions: {},
    jobs: {
      test: { permissions: { contents: "read" } },
      publish: { needs: "test", permissions: { contents: "write", "id-token": "write" } },
    },
  });
  expect(workflow).toMatch(/npm publish .*--provenance/);
  expect(workflow).toContain("npm audit");
  expect(workflow).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|_authToken/);
  // Others' actions would have to be pinned by commit.
  for (const [, owner] of workflow.matchAll(/uses: ([\w-]+)\//g)) expect(owner).toBe("actions");
});
