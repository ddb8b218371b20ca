import type { Folder } from "./folder.ts";
import { type Told, told, toldLanguage } from "./site.ts";

/** How many files of a folder are looked at, and how deep. */
const most = { files: 60, depth: 3 };

/** The language that a site's templates are in, by their `<html lang>`. */
export function languageIn(folder: Folder, ...folders: readonly string[]): Told | undefined {
  for (const file of folders.flatMap((each) => templatesIn(folder, each))) {
    const written = /<html\b[^>]*?\slang=(?:"([A-Za-z-]+)"|'([A-Za-z-]+)'|([A-Za-z-]+))/.exec(
      folder.text(file) ?? "",
    );
    const language = toldLanguage(written?.[1] ?? written?.[2] ?? written?.[3], file);
    if (language !== undefined) return language;
  }
  return undefined;
}

function templatesIn(folder: Folder, path: string, depth = 0): readonly string[] {
  if (depth > most.depth) return [];
  const names = folder.names(path).filter((name) => name !== "node_modules");
  return names
    .flatMap((name) => {
      const file = `${path}/${name}`;
      return /\.(?:html|astro|njk|liquid|hbs|ejs|webc|vue)$/.test(name)
        ? [file]
        : templatesIn(folder, file, depth + 1);
    })
    .slice(0, most.files);
}

/** The title that a page's front matter says. */
export function titleOf(folder: Folder, ...files: readonly string[]): Told | undefined {
  for (const file of files) {
    const head = /^(?:---|\+\+\+)\r?\n(.*?)\r?\n(?:---|\+\+\+)\s/s.exec(folder.text(file) ?? "")?.[1] ?? "";
    const written = /^title\s*[:=]\s*(.+)$/m.exec(head)?.[1]?.trim() ?? "";
    const title = told(written.replace(/^(["'])(.*)\1$/, "$2"), file);
    if (title !== undefined) return title;
  }
  return undefined;
}
