import { join, relative } from "node:path";
import type { Config } from "../config/index.ts";
import { day, type Instant, type Tombstone } from "../model.ts";
import { nearest } from "../near.ts";
import { type Licence, mayHave, strangersIn } from "../partners/mayHave.ts";
import { fileOf, type Partner, shownFileOf } from "../partners/partner.ts";
import { tellsUntil } from "../partners/tombstones.ts";
import { problem } from "../problems/index.ts";
import type { PartnerPlan } from "./feedPlan.ts";
import type { Planning } from "./feeds.ts";
import { tombstoneOf } from "./tombstones.ts";

/** Partners' documents, and when the clock alone changes which articles they may have. */
export interface PartnerPlans {
  readonly plans: readonly PartnerPlan[];
  readonly until: Instant;
}

/**
 * Plans each partner's document: of the articles that it may have, by their heads.
 * @param rows newest first
 */
export function planPartners(rows: readonly number[], planning: Planning): PartnerPlans {
  let until = Number.POSITIVE_INFINITY;
  tellStrangers(rows, planning);
  const plans = planning.config.partners.map((partner) => {
    const candidates = rows.filter((row) => {
      const verdict = verdictOn(row, partner, planning);
      if (verdict.may && verdict.until !== undefined) until = Math.min(until, verdict.until);
      return verdict.may;
    });
    const place = placeOf(partner, planning.config);
    const tombstones = tombstonesFor(partner, place.path, planning);
    for (const each of tombstones) until = Math.min(until, tellsUntil(partner.profile, each) ?? until);
    return planOf(partner, place, candidates, tombstones);
  });
  return { plans, until };
}

/** Tells of names that no partner has. */
function tellStrangers(rows: readonly number[], { config, heads, fileOf, report }: Planning): void {
  const known = config.partners.map(({ name }) => name);
  if (known.length === 0) return;
  for (const row of rows) {
    const rule = heads.traits?.of(row).partners;
    for (const name of rule ? strangersIn(rule, known) : [])
      report(
        problem(
          "partner-stranger",
          { name, meant: nearest(name, known), known },
          { file: fileOf(row), text: name },
        ),
      );
  }
}

/** For as many days as the partner that hears of withdrawals for longest. */
export function daysOfDeletions({ partners }: Config): number {
  const ends = partners.map(({ profile }) => tellsUntil(profile, { when: 0 }) ?? 0);
  return Math.max(0, ...ends) / day;
}

/** Where a partner's file stands, and whether anyone may know. */
type Place = Pick<PartnerPlan, "path" | "shownPath" | "isPrivate">;

function placeOf(partner: Partner, { output }: Config): Place {
  const from = (file: string) => relative(output, join(partner.output, file)).replaceAll("\\", "/");
  return {
    path: from(fileOf(partner)),
    shownPath: from(shownFileOf(partner)),
    isPrivate: partner.secret !== undefined || partner.output !== output,
  };
}

function planOf(
  partner: Partner,
  place: Place,
  candidates: readonly number[],
  tombstones: readonly Tombstone[],
): PartnerPlan {
  return {
    kind: "partner",
    key: `partner:${partner.name}`,
    label: partner.title,
    partner,
    newest: (count) => candidates.slice(0, count),
    limit: partner.limit,
    tombstones,
    ...place,
  };
}

function licenceOf(row: number, { heads }: Planning): Licence {
  return heads.traits?.of(row) ?? {};
}

function verdictOn(row: number, partner: Partner, planning: Planning) {
  const { heads, selection } = planning;
  return mayHave(partner, licenceOf(row, planning), heads.published(row), selection.now);
}

/**
 * Of what the partner may have had, whenever that was.
 * @param path its document's, from the output folder on
 */
function tombstonesFor(partner: Partner, path: string, planning: Planning): Tombstone[] {
  const { partnerTombstones, selection, missing } = planning;
  const withdrawn = [...partnerTombstones].flatMap(([row, tombstone]) => {
    const { published } = tombstone;
    return mayHave(partner, licenceOf(row, planning), published, published).may ? [tombstone] : [];
  });
  const gone = missing.filter(({ feeds }) => feeds.includes(path)).map(tombstoneOf);
  return [...withdrawn, ...gone].filter((each) => (tellsUntil(partner.profile, each) ?? 0) > selection.now);
}
