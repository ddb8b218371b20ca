import { widthOf } from "./plain.ts";

/** One cell: its text, whether it leans right, and how it is painted once it is padded. */
export interface Cell {
  readonly text: string;
  readonly right?: boolean;
  readonly paint?: (text: string) => string;
}

/** Rows in columns as wide as their widest cell, two spaces apart. */
export function columns(rows: readonly (readonly Cell[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach(({ text }, at) => {
      widths[at] = Math.max(widths[at] ?? 0, widthOf(text));
    });
  return rows.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function padded({ text, right, paint = (same) => same }: Cell, width: number): string {
  const room = " ".repeat(width - widthOf(text));
  return right === true ? room + paint(text) : paint(text) + room;
}
