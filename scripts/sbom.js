// Prints the bill of materials (CycloneDX, as JSON) of what is published, from package-lock.json: the run-time
// dependencies with all that they need, and zod, which is bundled. npm's own choice, `--omit dev`, leaves out what
// tools for development need as well.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const bundled = ["zod"];
const direct = new Set([
  ...Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies),
  ...bundled,
]);

const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
const { stdout, stderr, status } = spawnSync("npm", args, { encoding: "utf8", maxBuffer: 2 ** 26 });
if (status !== 0) throw new Error(stderr);
const bill = JSON.parse(stdout);

const components = new Map(bill.components.map((each) => [each["bom-ref"], each]));
const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
const root = bill.metadata.component["bom-ref"];
needs.set(
  root,
  needs.get(root).filter((ref) => direct.has(components.get(ref).name)),
);

const published = new Set();
const walk = (ref) => {
  if (published.has(ref)) return;
  published.add(ref);
  for (const each of needs.get(ref)) walk(each);
};
walk(root);

// npm calls it after the folder that it stands in.
bill.metadata.component.name = "feedwright";
bill.components = bill.components.filter((each) => published.has(each["bom-ref"]));
for (const each of bill.components) Object.assign(each, { scope: "required", properties: [] });
bill.dependencies = bill.dependencies
  .filter(({ ref }) => published.has(ref))
  .map(({ ref }) => ({ ref, dependsOn: needs.get(ref) }));
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
