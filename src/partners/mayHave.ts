import { day, type Instant, type PartnerRule } from "../model.ts";
import { nearest } from "../near.ts";

/** What is agreed with an agency on its copy. */
interface CreditRule {
  /** Partners that may have it, or may not; absent: all may. */
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
  /** For how many days after publication. */
  readonly days?: number | undefined;
}

/** A partner, as far as it decides what it may have. */
export interface Licensee {
  /** As articles call it. */
  readonly name: string;
  /** Milliseconds that a story stays after it was published. */
  readonly window?: number | undefined;
  /** Agency to what is agreed with it; names are compared without regard to case. */
  readonly credits: Readonly<Record<string, CreditRule>>;
  readonly profile: { readonly name: string };
  /** The names of all partners: what is none of them may be a misspelt one. */
  readonly peers: readonly string[];
}

/** What an article's head says of who may have it. */
export interface Licence {
  readonly partners?: PartnerRule | undefined;
  /** The agency's name. */
  readonly credit?: string | undefined;
}

/** Whether a partner may have an article now; until when, where that is known, or why not. */
export type Verdict =
  | { readonly may: true; readonly until?: Instant | undefined }
  | { readonly may: false; readonly reason: "article" | "credit" | "credit-days" | "window" };

/** Whether a partner may have an article: by the article's own word, its agency's, and its age. */
export function mayHave(
  partner: Licensee,
  { partners, credit }: Licence,
  published: Instant,
  now: Instant,
): Verdict {
  const { window, credits } = partner;
  if (partners && !permits(partners, partner)) return { may: false, reason: "article" };
  const rules = credit === undefined ? [] : rulesOf(credits, credit);
  if (!rules.every((rule) => permits(rule, partner))) return { may: false, reason: "credit" };
  const days = rules.flatMap((rule) => rule.days ?? []);
  const creditEnd = days.length === 0 ? undefined : published + Math.min(...days) * day;
  if (creditEnd !== undefined && creditEnd <= now) return { may: false, reason: "credit-days" };
  const windowEnd = window === undefined ? undefined : published + window;
  if (windowEnd !== undefined && windowEnd <= now) return { may: false, reason: "window" };
  const ends = [creditEnd, windowEnd].filter((end) => end !== undefined);
  return { may: true, until: ends.length === 0 ? undefined : Math.min(...ends) };
}

interface Permission {
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
}

/** Who is denied under a name that is nobody's, but nearly theirs or their profile's, is denied. */
function permits({ allow, deny }: Permission, { name, profile, peers }: Licensee): boolean {
  const isMeant = (each: string) =>
    each === "*" || isSame(each, name) || (!isOneOf(each, peers) && isNearly(each));
  const isNearly = (each: string) => isSame(each, profile.name) || nearest(each, peers) === name;
  return (allow === undefined || isOneOf(name, allow) || allow.includes("*")) && !deny?.some(isMeant);
}

/** Those names of partners in an article's rule that no partner has. */
export function strangersIn({ allow, deny }: Permission, peers: readonly string[]): readonly string[] {
  return [...(allow ?? []), ...(deny ?? [])].filter((each) => each !== "*" && !isOneOf(each, peers));
}

/** Agencies that share a credit are named after each other, as in `AFP/Reuters`: each has its say. */
function rulesOf(credits: Readonly<Record<string, CreditRule>>, credit: string): CreditRule[] {
  const named = [credit, ...credit.split(/[,;/&|+]|\band\b|\bwith\b/i)];
  return Object.entries(credits).flatMap(([agency, rule]) => (isOneOf(agency, named) ? [rule] : []));
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.some((each) => isSame(each, name));
}

function isSame(one: string, other: string): boolean {
  return known(one) === known(other);
}

/** Names are the same whatever letters of one look and blanks they are written with. */
function known(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
