import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { build, loadConfig, type Problem } from "../../src/index.ts";

const clock = Date.now;

const now = Date.UTC(2026, 5);

/** A site with pages that is built again and again. Each build is a minute after the last, as files' times count. */
export async function site(files: Readonly<Record<string, string>>, configuration = "pages: true") {
  vi.spyOn(Date, "now").mockImplementation(() => clock() + 60_000);
  const root = mkdtempSync(join(tmpdir(), "feedwright-pages-"));
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true, force: true });
  });
  const path = (name: string) => join(root, name);
  const put = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  const configure = (text: string) =>
    put("feedwright.yaml", `site: { title: The News, url: "https://news.example/" }\n${text}\n`);
  const run = async (options: { readonly out?: string; readonly at?: number } = {}) => {
    const told: Problem[] = [];
    const config = await loadConfig({ cwd: root, flags: options.out ? { out: path(options.out) } : {} });
    const result = await build({ config, now: options.at ?? now, report: (each) => told.push(each) });
    return { ...result, codes: told.map(({ code }) => code), told };
  };
  configure(configuration);
  for (const [name, text] of Object.entries(files)) put(name, text);
  return {
    root,
    path,
    put,
    configure,
    run,
    remove: (name: string) => rmSync(path(name), { recursive: true }),
    has: (name: string) => existsSync(path(`dist/${name}`)),
    page: (name: string) => readFileSync(path(`dist/${name}`), "utf8"),
    first: await run(),
  };
}

/** An article's text: `head` in lines of front matter. */
export function article(title: string, day: string, head = "", body = "Text."): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${day}\n${head}\n---\n\n${body}\n`;
}

/** All files below a folder with what is in them. */
export function tree(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, "latin1")]),
  );
}
