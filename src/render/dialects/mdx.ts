import { withoutJsx } from "./jsx.ts";
import { importedFiles, withoutImports, withoutModules } from "./modules.ts";
import type { Page } from "./page.ts";

const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** What MDX adds to Markdown: programs go, components leave what they hold. */
export function withoutMdx(source: string, page: Page): string {
  const reading = { mdx: true, files: importedFiles(source), page };
  return dedented(withoutJsx(withoutModules(source), reading));
}

/** Docusaurus reads `.md` as MDX too: imports and JSX attributes are found there. */
export function withoutStrayMdx(source: string, page: Page): string {
  if (!/^import\s|=\{/m.test(source)) return source;
  const reading = { mdx: false, files: importedFiles(source), page };
  return withoutJsx(withoutImports(source), reading);
}

/** Nothing is code by indentation in MDX; outside of lists, it only shows how components nest. */
function dedented(source: string): string {
  let inList = false;
  const lines = source.split("\n").map((line) => {
    if (listItem.test(line)) inList = true;
    else if (/^\S/.test(line)) inList = false;
    return inList ? line : line.trimStart();
  });
  return lines.join("\n");
}
