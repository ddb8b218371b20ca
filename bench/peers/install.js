import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Where the peers from npm are. */
export const modules = `${here}node_modules`;

/** Debian's packages, as root; with GNU time, which tells what a program took. */
export function installDebian(missing) {
  const packages = [
    ...missing.flatMap(({ debian }) => debian),
    ...(existsSync("/usr/bin/time") ? [] : ["time"]),
  ];
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0) {
    console.log(`--install needs root for: apt-get install ${packages.join(" ")}`);
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-q"], { env, stdio: ["ignore", "ignore", "inherit"] });
  const args = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  execFileSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
}

/** The packages of `package-lock.json` beside this file, once. */
export function installNpm() {
  if (existsSync(`${modules}/.package-lock.json`)) return;
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["ci", "--prefix", here, ...quiet], { stdio: "inherit" });
}
