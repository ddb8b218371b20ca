import { realpathSync } from "node:fs";
import { ArticleReader, zoneOf } from "../parse/index.ts";
import type { Problem } from "../problems/index.ts";
import type { Entry } from "./read/index.ts";
import type { Site } from "./site.ts";

/** An article that something is wrong with, and what. */
interface Troubled {
  readonly file: string;
  readonly permalink: string | undefined;
  readonly id: string | undefined;
  readonly problems: readonly Problem[];
}

/** Of a thousand articles with problems, a page shows no more than some. */
const most = 200;

/** Finds what is wrong with the story that an item is of: by the heads of the articles that have problems. */
export class Origins {
  private constructor(private readonly troubled: readonly Troubled[]) {}

  /** Looks at the articles that problems name. */
  static async of({ config, problems }: Pick<Site, "config" | "problems">): Promise<Origins> {
    const byFile = new Map<string, Problem[]>();
    for (const each of problems) {
      const file = each.place?.file;
      if (file === undefined || !/\.\w+$/.test(file)) continue;
      byFile.set(file, [...(byFile.get(file) ?? []), each]);
    }
    const { site, content, permalink, addresses, limits } = config;
    const root = realOf(content);
    const zone = await zoneOf(site.timezone);
    const options = { site, content, permalink, addresses, limits, zone, now: Date.now() };
    const reader = root === undefined ? undefined : new ArticleReader(options, root);
    const troubled = [...byFile].slice(0, most).map(([file, alike]) => {
      const article = reader?.head(file).article;
      return { file, permalink: article?.permalink, id: article?.id, problems: alike };
    });
    return new Origins(troubled);
  }

  problemsOf({ id, url }: Pick<Entry, "id" | "url">): readonly Problem[] {
    return this.troubled.flatMap((each) => {
      const isIt =
        (url !== "" && each.permalink === url) || (id !== "" && (each.id ?? each.permalink) === id);
      return isIt ? each.problems : [];
    });
  }
}

function realOf(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}
