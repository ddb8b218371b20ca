import { rfc822, rfc3339 } from "../formats/dates.ts";
import type { Article, Channel, Instant, Item, Tombstone } from "../model.ts";
import { type Problem, problem } from "../problems/index.ts";
import type { BrokenRule } from "../problems/partners.ts";
import { adapt } from "./adapt/adapt.ts";
import type { Breach } from "./adapt/breach.ts";
import { partnersId } from "./adapt/ids.ts";
import { feedRules } from "./adapt/ownRules.ts";
import { Filler } from "./fill.ts";
import type { Profile } from "./profile/schema.ts";
import { bytes } from "./profile/units.ts";
import { fieldsFrom, holds } from "./profile/value.ts";
import { tellsUntil } from "./tombstones.ts";
import { type DocumentWriter, writerFor } from "./write/writer.ts";

/** A partner, as far as its document hangs on it. */
export interface Recipient {
  /** As articles and messages call it. */
  readonly name: string;
  readonly profile: Profile;
  /** How many items it gets at most. */
  readonly limit: number;
  /** The profile's `values`, as this publication has them. */
  readonly values: Readonly<Record<string, string>>;
  /** Whether an item that breaks a rule is an error. */
  readonly strict: boolean;
}

/** An article for a partner. */
export interface Story {
  readonly item: Item;
  /** What problems name. */
  readonly file: string;
  /** What its front matter says beside the known words: `${extra.…}` in templates. */
  readonly extra?: Article["extra"] | undefined;
}

/** What a partner's document is written from. */
export interface DocumentSources {
  /** `self` holds the document's own address; `updated` is told anew of what the document has. */
  readonly channel: Channel;
  /** Newest first. They are pulled until the document is full. */
  readonly stories: Iterable<Story>;
  readonly tombstones?: readonly Tombstone[] | undefined;
  readonly now: Instant;
}

/** One writing of a partner's document. What it found is whole when its text is. */
export class PartnerDocument {
  readonly problems: Problem[] = [];
  /** Of the items that it has, in order, as the partner sees them. */
  readonly ids: string[] = [];
  /** Those files' articles. */
  readonly files: string[] = [];
  /** Articles that the partner doesn't get, and the rule that each broke first. */
  readonly refused: { readonly file: string; readonly rule: string }[] = [];
  readonly mediaType: string;
  readonly #recipient: Recipient;
  readonly #sources: DocumentSources;
  readonly #writer: DocumentWriter;
  readonly #texts: string[] = [];
  readonly #owners = new Map<string, string>();
  #updated: Instant | undefined;
  readonly #largest: number;
  #room: number;

  constructor(recipient: Recipient, sources: DocumentSources) {
    this.#recipient = recipient;
    this.#sources = sources;
    this.#writer = writerFor(recipient.profile, sources.channel);
    this.mediaType = this.#writer.mediaType;
    const { size } = recipient.profile;
    this.#largest = size === undefined ? Number.POSITIVE_INFINITY : bytes(size);
    this.#room = this.#largest;
  }

  /**
   * The text, in pieces. The head tells the newest change among the items, so they come first; an
   * empty piece for each lets others that are written in turn with it come to theirs.
   */
  *chunks(): Generator<string> {
    const { channel } = this.#sources;
    const general = this.#general(channel);
    this.#judgeFeed(general);
    this.#room -= this.#sizeAround(channel);
    this.#tellDeletions(general);
    for (const story of this.#sources.stories) {
      if (this.ids.length >= this.#recipient.limit || !this.#take(story, general)) break;
      yield "";
    }
    this.#warnOfFew();
    yield* this.#written();
  }

  /** With a date of the longest form: which it will be isn't known yet. */
  #sizeAround(channel: Channel): number {
    const dated = { ...channel, updated: 1 };
    const { before, after } = this.#writer.around(dated, this.#general(dated), false);
    return Buffer.byteLength(before + after);
  }

  *#written(): Generator<string> {
    const channel = { ...this.#sources.channel, updated: this.#updated ?? this.#sources.channel.updated };
    const isEmpty = this.#texts.length === 0;
    const { before, after } = this.#writer.around(channel, this.#general(channel), isEmpty);
    yield before;
    for (const [index, text] of this.#texts.entries()) yield index === 0 ? text : this.#writer.between + text;
    yield after;
  }

  #general(channel: Channel): Filler {
    const { profile, values } = this.#recipient;
    const date = profile.format === "rss" ? rfc822 : rfc3339;
    return new Filler({ channel, values: { ...defaultsOf(profile), ...values }, date });
  }

  /** False where the document is full. */
  #take({ item, file, extra = {} }: Story, general: Filler): boolean {
    const { profile } = this.#recipient;
    const adapted = adapt(item, fieldsFrom(extra), this.#sources.channel, profile, general);
    if (profile.only !== undefined && !holds(adapted.filler.value(profile.only))) return true;
    const refusal = this.#judge(adapted.breaches, file);
    if (refusal !== undefined) this.#refuse(file, refusal);
    if (refusal !== undefined || this.#isTwin(adapted.item.id, file)) return true;
    const text = this.#writer.item(adapted.item, adapted.filler);
    const size = profile.size ?? "";
    if (Buffer.byteLength(text) > this.#largest) {
      const details = { seen: `it has ${Buffer.byteLength(text)} bytes alone`, expected: `at most ${size}` };
      this.#report(
        this.#weighed(problem("partner-rule", { ...this.#named("file-size"), ...details }, { file })),
      );
      this.#refuse(file, "file-size");
      return true;
    }
    if (!this.#fits(text)) {
      this.#report(problem("partner-size", { ...this.#named("file-size"), size }));
      return false;
    }
    this.#owners.set(adapted.item.id, file);
    this.ids.push(adapted.item.id);
    this.files.push(file);
    this.#changed(item.updated);
    return true;
  }

  /** What is wrong with the feed itself is told once, and costs no item its place. */
  #judgeFeed(general: Filler): void {
    for (const breach of feedRules(this.#recipient.profile, general)) {
      const breaks = this.#rule(breach.rule)?.breaks ?? "refuse";
      if (breaks === "ignore") continue;
      const one = problem("partner-feed", { ...this.#named(breach.rule), ...breach });
      this.#report(breaks === "warn" ? one : this.#weighed(one));
    }
  }

  /** Reports what is wrong; gives the first rule that costs the item its place. */
  #judge(breaches: readonly Breach[], file: string): string | undefined {
    const told = breaches.filter(({ rule }) => this.#rule(rule)?.breaks !== "ignore");
    const isGrave = ({ rule, isLight }: Breach) =>
      (this.#rule(rule)?.breaks ?? (isLight ? "warn" : "refuse")) === "refuse";
    const first = told.find(isGrave);
    for (const breach of told) {
      const details: BrokenRule = { ...this.#named(breach.rule), ...breach };
      if (isGrave(breach)) this.#report(this.#weighed(problem("partner-rule", details, { file })));
      else if (first === undefined) this.#report(problem("partner-advice", details, { file }));
    }
    return first?.rule;
  }

  #isTwin(id: string, file: string): boolean {
    const other = this.#owners.get(id);
    if (other === undefined) return false;
    const { partner } = this.#named("id");
    this.#report(this.#weighed(problem("partner-id-twice", { partner, id, other }, { file })));
    this.#refuse(file, "id");
    return true;
  }

  #refuse(file: string, rule: string): void {
    this.refused.push({ file, rule });
  }

  #fits(text: string): boolean {
    const size = Buffer.byteLength(text) + this.#writer.between.length;
    if (size > this.#room) return false;
    this.#room -= size;
    this.#texts.push(text);
    return true;
  }

  #tellDeletions(general: Filler): void {
    const { channel, tombstones = [], now } = this.#sources;
    const { profile } = this.#recipient;
    for (const tombstone of tombstones) {
      const until = tellsUntil(profile, tombstone);
      if (until === undefined || until <= now) continue;
      const id = partnersId(tombstone.id, profile, channel, general.ofDeletion(tombstone));
      if (this.#fits(this.#writer.deletion(general.ofDeletion({ ...tombstone, id }))))
        this.#changed(tombstone.when);
    }
  }

  #changed(instant: Instant): void {
    this.#updated = Math.max(this.#updated ?? instant, instant);
  }

  #warnOfFew(): void {
    const { minimum = 0 } = this.#recipient.profile.items ?? {};
    if (this.ids.length >= minimum || this.#rule("item-count")?.breaks === "ignore") return;
    const details = { ...this.#named("item-count"), count: this.ids.length, minimum };
    this.#report(problem("partner-items", details));
  }

  #rule(name: string) {
    return this.#recipient.profile.rules?.[name];
  }

  #named(rule: string) {
    const { name, profile } = this.#recipient;
    return { partner: name, rule, source: this.#rule(rule)?.source ?? profile.sources?.[0] };
  }

  #weighed(one: Problem): Problem {
    return this.#recipient.strict ? { ...one, severity: "error" } : one;
  }

  #report(one: Problem): void {
    this.problems.push(one);
  }
}

function defaultsOf({ values = {} }: Profile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, { default: usual }]) =>
      usual === undefined ? [] : [[name, usual]],
    ),
  );
}
