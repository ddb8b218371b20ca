import type { Config } from "../config/index.ts";
import type { Channel } from "../model.ts";
import { PartnerDocument, type Story } from "../partners/index.ts";
import type { Problem } from "../problems/index.ts";
import type { OutputFile } from "../publish/index.ts";
import type { PartnerPlan } from "../select/index.ts";
import { addressOf } from "./channel.ts";
import type { FeedSources } from "./index.ts";

/** What a partner's document is written from. */
export interface PartnerSources extends FeedSources {
  readonly now: number;
  /** What is said of an article beside its item; its file as messages name it. */
  readonly detailsOf: (row: number) => Omit<Story, "item">;
}

/** One writing of a partner's document: of articles that keep to its rules, as far as it has room. */
export class PartnerWriting {
  /** Of what it has, in order: the publication's own. */
  readonly ids: string[] = [];
  /** Rows of those that can't be rendered: the next ones took their places. */
  readonly failed: number[] = [];
  #examined = 0;
  readonly #document: PartnerDocument;
  readonly #items = new Map<string, string>();

  constructor(
    private readonly plan: PartnerPlan,
    private readonly sources: PartnerSources,
  ) {
    const { partner, tombstones } = plan;
    const channel = channelFor(plan, sources.config);
    const { now } = sources;
    this.#document = new PartnerDocument(partner, { channel, stories: this.#stories(), tombstones, now });
  }

  documents(): OutputFile[] {
    return [{ path: this.plan.path, shown: this.plan.shownPath, chunks: this.#chunks() }];
  }

  /** How many articles were looked at; where that were all, any further one would have been, too. */
  get examined(): number {
    const all = this.plan.newest(this.#examined + 1).length === this.#examined;
    return all ? Number.MAX_SAFE_INTEGER : this.#examined;
  }

  /** What breaks the partner's rules. */
  get problems(): readonly Problem[] {
    return this.#document.problems;
  }

  *#chunks(): Generator<string> {
    yield* this.#document.chunks();
    for (const file of this.#document.files) this.ids.push(this.#items.get(file) ?? "");
  }

  *#stories(): Generator<Story> {
    const { renderings, findings, clock, detailsOf } = this.sources;
    for (const row of this.plan.newest(Number.POSITIVE_INFINITY)) {
      this.#examined++;
      const rendering = clock.time("render", () => renderings.of(row));
      findings.add(renderings.path(row), rendering);
      const { item } = rendering;
      if (item === undefined) this.failed.push(row);
      else {
        const details = detailsOf(row);
        this.#items.set(details.file, item.id);
        yield { item, ...details };
      }
    }
  }
}

/** What a partner's document may say of the publication. One for the partner alone names no hub: hubs pass on what they get. */
function channelFor({ partner, path, isPrivate }: PartnerPlan, { site, websub, output }: Config): Channel {
  const { format } = partner.profile;
  const address = partner.output === output ? addressOf(site.url, path) : undefined;
  const name = format === "json-feed" ? "json" : format;
  return {
    id: site.url,
    idSpace: site.url,
    title: site.title,
    url: site.url,
    description: site.description,
    language: site.language,
    authors: site.authors,
    self: address === undefined ? {} : { [name]: address },
    hubs: isPrivate ? [] : websub.hubs,
    image: site.image,
    icon: site.icon,
    favicon: site.favicon,
    copyright: site.copyright,
  };
}
