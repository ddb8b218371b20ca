import { z } from "zod";

const document = z.object({
  exitCode: z.number(),
  articles: z.number(),
  published: z.number(),
  rejected: z.number(),
  heldBack: z.array(z.object({ file: z.string(), reason: z.string(), until: z.string().nullable() })),
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.string(),
      file: z.string().nullable(),
      line: z.number().nullable(),
      column: z.number().nullable(),
    }),
  ),
});

type Document = z.infer<typeof document>;

/** What a build told, with each problem and each article that is held back in one line. */
export interface Built extends Omit<Document, "heldBack" | "problems"> {
  /** `error date-impossible articles/a.md:3:1` */
  readonly problems: readonly string[];
  /** `a.md future 2099-01-01T00:00:00Z` */
  readonly heldBack: readonly string[];
  /** Files that an error names. */
  readonly bad: ReadonlySet<string>;
}

/** Reads what `--json` prints. */
export function readBuilt(json: string): Built {
  const built = document.parse(JSON.parse(json));
  const errors = built.problems.filter(({ severity }) => severity === "error");
  return {
    ...built,
    problems: built.problems.map(inOneLine),
    heldBack: built.heldBack.map(({ file, reason, until }) => {
      return [file, reason, until?.replace(".000Z", "Z") ?? []].flat().join(" ");
    }),
    bad: new Set(errors.flatMap(({ file }) => file ?? [])),
  };
}

function inOneLine({ severity, code, file, line, column }: Document["problems"][number]): string {
  const where = [file, line, column].filter((part) => part !== null);
  return [severity, code, where.join(":")].join(" ").trim();
}
