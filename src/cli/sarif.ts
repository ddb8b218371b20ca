import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import { explanations } from "../problems/explained/index.ts";
import { catalogue, type Place, type Problem, type ProblemCode, type Severity } from "../problems/index.ts";
import type { ExitCode } from "./io.ts";
import { plain } from "./plain.ts";
import { inRepository, repositoryOf } from "./repository.ts";
import { readVersion } from "./version.ts";

/** What a log is made of. */
interface Logged {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;
  /** The folder that the problems' places are relative to. */
  readonly base: string;
  readonly cwd: string;
  /** The configuration: what has no place of its own is shown there. */
  readonly file?: string | undefined;
}

/**
 * Problems as a log in SARIF 2.1.0 (OASIS), which code scanning and editors read. Paths are relative to the
 * repository, as GitHub wants them; each problem has a location, without which GitHub takes none.
 */
export function sarifLog({ problems, exitCode, base, cwd, file }: Logged): string {
  const repository = repositoryOf(cwd);
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const elsewhere = { file: file ?? "feedwright.yaml" };
  const log = {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: {
          driver: { name: "feedwright", semanticVersion: readVersion(), rules: codes.map(ruleOf) },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: exitCode < 2, exitCode }],
        results: problems.map(({ code, severity, message, hint, place }): Result => {
          const text = hint === "" ? plain(message) : `${plain(message)}\nhint: ${plain(hint)}`;
          return {
            ruleId: code,
            ruleIndex: codes.indexOf(code),
            level: levels[severity],
            message: { text },
            locations: [locationOf(place ?? elsewhere, repository, place === undefined ? cwd : base)],
          };
        }),
      },
    ],
  } satisfies Log;
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels = { fatal: "error", error: "error", warning: "warning" } as const satisfies Record<
  Severity,
  unknown
>;

function ruleOf(code: string): ReportingDescriptor {
  if (!isCode(code)) return { id: code };
  const { why, severity } = catalogue[code];
  const { what, fix } = explanations[code];
  return {
    id: code,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: `${what} ${why}\n\n${fix}`, markdown: `${what} ${why}\n\n**Fix.** ${fix}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(catalogue, code);
}

function locationOf({ file, line, column }: Place, repository: string, base: string): Location {
  const path = inRepository(repository, base, file);
  const artifactLocation =
    path === undefined
      ? { uri: pathToFileURL(resolve(base, file)).href }
      : { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
  const region = { startLine: line ?? 1, ...(column === undefined ? {} : { startColumn: column }) };
  return { physicalLocation: { artifactLocation, region } };
}
