import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A fenced sample of a document. */
export interface Sample {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The documents whose samples have to work. */
export const documents: readonly string[] = [
  "README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

export function textOf(file: string): string {
  return readFileSync(file, "utf8");
}

const fence = /^```(\S*)\n(.*?)^```$/gms;

export const samples: readonly Sample[] = documents.flatMap((file) => {
  const text = textOf(file);
  return [...text.matchAll(fence)].map(({ index, 1: language = "", 2: sample = "" }) => {
    return { file, line: text.slice(0, index).split("\n").length, language, text: sample };
  });
});

export function inLanguage(language: string): (readonly [string, Sample])[] {
  return samples
    .filter((sample) => sample.language === language)
    .map((sample) => [`${sample.file}:${sample.line}`, sample] as const);
}

/** The rows of a document's tables, cells as written. */
export function rows(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split(/ *\| */).slice(1, -1));
}

/** The words of a command line, as a shell has them. */
export function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
