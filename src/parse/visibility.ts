import { distance } from "fastest-levenshtein";
import type { Article } from "../model.ts";
import { problem } from "../problems/index.ts";
import type { Fields } from "./fields.ts";
import { readFileName } from "./permalink.ts";

/** Whether an article is a draft, and whether it was withdrawn. */
export type Visibility = Pick<Article, "draft" | "withdrawn">;

/** Reads all the ways in which generators say that something isn't to be seen. */
export function readVisibility(fields: Fields, file: string): Visibility {
  const status = fields.text("status")?.toLowerCase();
  checkStatus(fields, status);
  const hidden =
    status === "draft" ||
    status === "hidden" ||
    fields.isFalse("published", "publish", "public", "permalink");
  const draft = fields.flag("draft") || hidden || readFileName(file).draft;
  if (status !== "withdrawn" && fields.get("withdrawn") === undefined) return { draft };
  const since = fields.get("withdrawn")?.value === true ? undefined : fields.date("withdrawn")?.instant;
  return { draft, withdrawn: { since, reason: fields.text("reason") } };
}

const statuses = ["published", "draft", "hidden", "withdrawn"];

function checkStatus(fields: Fields, seen: string | undefined): void {
  if (seen === undefined) return;
  const field = fields.get("status");
  if (field === undefined || statuses.includes(seen)) return;
  const meant = statuses.find((each) => distance(each, seen) <= 2);
  fields.reportAt(field, () =>
    meant ? problem("status-misspelt", { seen, meant }) : problem("status-unknown", { seen }),
  );
}
