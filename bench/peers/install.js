import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

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
