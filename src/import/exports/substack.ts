import { parse } from "csv-parse/sync";
import { ProblemError, problem } from "../../problems/index.ts";
import { importedDate } from "../dates.ts";
import type { ImportedArticle, Reading, SourceReader } from "../imported.ts";
import { lineOf } from "../text.ts";
import { type Files, openFiles } from "./files.ts";

/** A row of `posts.csv`. */
type Row = Readonly<Record<string, string | undefined>>;

/** Reads a Substack export: `posts.csv` and `posts/*.html`, in a zip file or unpacked. */
export const readSubstack: SourceReader = async function* (input, reading) {
  const files = await openFiles(input);
  try {
    for (const row of rowsOf(await files.text("posts.csv"), input.name)) {
      const kind = row.type || "newsletter";
      if (/^(?:newsletter|podcast|video|restack|)$/.test(kind))
        yield await postOf(row, files, input.name, reading);
      else reading.about.passedOver.set(kind, (reading.about.passedOver.get(kind) ?? 0) + 1);
    }
  } finally {
    files.close();
  }
};

function rowsOf(csv: string | undefined, file: string): readonly Row[] {
  if (csv === undefined)
    throw new ProblemError(problem("import-archive", { reason: "it has no posts.csv" }, { file }));
  try {
    return parse<Row>(csv, { columns: true, bom: true, relaxColumnCount: true, skipEmptyLines: true });
  } catch (error) {
    const reason = `posts.csv: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`;
    throw new ProblemError(problem("import-archive", { reason }, { file }));
  }
}

async function postOf(
  row: Row,
  files: Files,
  file: string,
  { site, report }: Reading,
): Promise<ImportedArticle> {
  const { post_id: key = "", audience } = row;
  const place = { file: `${file}/posts.csv` };
  // `12345.the-slug`
  const slug = /^\d+\.(.+)$/.exec(key)?.[1];
  const isDraft = row.is_published?.toLowerCase() !== "true";
  const html = await files.text(`posts/${key}.html`);
  if (html === undefined)
    report(
      problem(
        "import-left-out",
        { what: `the content of “${row.title ?? key}”, which isn't in the export` },
        place,
      ),
    );
  const restricted = audience !== undefined && audience !== "" && audience !== "everyone";
  if (restricted)
    report(
      problem(
        "import-restricted",
        { audience: audience === "only_free" ? "subscribers" : "paying subscribers" },
        place,
      ),
    );
  const url = site && slug ? `${site}p/${slug}` : undefined;
  const recording = row.podcast_url || undefined;
  return {
    place,
    // What Substack's own feed has as the guid, where its address is known.
    id: url ?? (key === "" ? undefined : `substack:${key}`),
    url: isDraft ? undefined : url,
    slug,
    title: lineOf(row.title),
    contentHtml: html ?? "",
    base: url ?? site,
    summary: lineOf(row.subtitle),
    date: importedDate(row.post_date, place, report),
    held: isDraft ? "draft" : restricted ? "hidden" : undefined,
    authors: [],
    tags: [],
    enclosures: recording === undefined ? [] : [{ url: recording, type: "audio/mpeg" }],
  };
}
