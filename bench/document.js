/** Puts a run's figures into docs/performance.md, each case in its own place. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));

/**
 * @param {string} name of a case
 * @param {string} figures its tables, in Markdown
 */
export function writeSection(name, figures) {
  const text = readFileSync(page, "utf8");
  const [begin, end] = [`<!-- bench: ${name} -->`, `<!-- bench: end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${page} has lost the place for ${name}`);
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${figures}\n\n${text.slice(to)}`);
}
