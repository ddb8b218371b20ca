import type { Instant, PartnerRule } from "../model.ts";

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

const day = 86_400_000;

/** Whether a partner may have an article: by the article's own word, its agency's, and its age. */
export function mayHave(
  { name, window, credits }: Licensee,
  { partners, credit }: Licence,
  published: Instant,
  now: Instant,
): Verdict {
  if (partners && !permits(partners, name)) return { may: false, reason: "article" };
  const rule = credit === undefined ? undefined : ruleOf(credits, credit);
  if (rule && !permits(rule, name)) return { may: false, reason: "credit" };
  const creditEnd = rule?.days === undefined ? undefined : published + rule.days * day;
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

function permits({ allow, deny }: Permission, name: string): boolean {
  const names = (list: readonly string[]) => list.some((each) => isSame(each, name));
  return (allow === undefined || names(allow)) && !(deny && names(deny));
}

function ruleOf(credits: Readonly<Record<string, CreditRule>>, agency: string): CreditRule | undefined {
  return Object.entries(credits).find(([name]) => isSame(name, agency))?.[1];
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
