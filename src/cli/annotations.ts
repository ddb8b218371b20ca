import type { BuildResult } from "../buildResult.ts";
import type { Problem } from "../problems/index.ts";
import { count, grouped } from "./amounts.ts";
import { plain } from "./plain.ts";
import { inRepository, repositoryOf } from "./repository.ts";

/** What annotations are made of. */
interface Annotated {
  readonly problems: readonly Problem[];
  /** The folder that the problems' places are relative to. */
  readonly base: string;
  readonly cwd: string;
  readonly result?: BuildResult | undefined;
}

/**
 * Problems as workflow commands of GitHub Actions, which shows them at their lines, and the build's
 * numbers. Every line is a command of ours or numbers: whatever an article, a file's name or another
 * program's message says, stands escaped inside of one, and can't be a command itself.
 */
export function annotations({ problems, base, cwd, result }: Annotated): string {
  const repository = repositoryOf(cwd);
  const lines = problems.map((each) => annotation(each, repository, base));
  if (result !== undefined) lines.push(numbers(result));
  return lines.map((line) => `${line}\n`).join("");
}

function annotation({ code, severity, message, hint, place }: Problem, repository: string, base: string) {
  const file = place && inRepository(repository, base, place.file);
  const known = file === undefined ? {} : { file, line: place?.line, col: place?.column };
  const properties = Object.entries({ ...known, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  const text = [plain(message), ...(hint === "" ? [] : [`hint: ${plain(hint)}`])].join("\n");
  return `::${severity === "warning" ? "warning" : "error"} ${properties.join(",")}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(plain(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function numbers({ articles, published, rejected }: BuildResult): string {
  const left = rejected > 0 ? `, ${grouped(rejected)} left out` : "";
  return `${count(articles, "article")} read, ${grouped(published)} in the feeds${left}`;
}
