import { execFile } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Block } from "./blocks.ts";
import { linkPackages } from "./sandbox.ts";

const compilerOptions = {
  target: "es2023",
  lib: ["es2023"],
  module: "nodenext",
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  preserveSymlinks: false,
};

/** What TypeScript says against the documents' programs, as who installed the package has it. */
export async function typeErrors(programs: readonly Block[]): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "feedwright-types-")));
  try {
    linkPackages(root);
    writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*"] }));
    for (const { file, line, language, text } of programs)
      writeFileSync(join(root, `${file.replaceAll("/", "-")}-${line}.m${language}`), text);
    const tsc = resolve("node_modules/typescript/bin/tsc");
    return await promisify(execFile)(process.execPath, [tsc, "-p", root]).then(
      ({ stdout }) => stdout,
      ({ stdout }) => stdout,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
