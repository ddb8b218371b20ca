import { wording } from "./wording.ts";

/** What can be wrong with partners, their profiles, and articles that don't keep their rules. */
export const partnerProblems = {
  "partner-rule": wording<BrokenRule>({
    severity: "warning",
    why: "A partner refuses, or shows badly, what doesn't keep its rules. The article is left out of that partner's feed; all others have it.",
    message: ({ partner, rule, seen, expected }) =>
      `${partner} doesn't get it, by the rule ${rule}: ${seen}; expected ${expected}`,
    hint: ({ source }) => (source === undefined ? "" : `the rule is from ${source}`),
  }),
  "partner-stranger": wording<{ name: string; meant?: string | undefined; known: readonly string[] }>({
    severity: "warning",
    why: "Whom an article is for, or not for, must not hang on a slip of the pen. Who is denied under nearly their name is denied.",
    message: ({ name }) => `\`partners\` names \`${name}\`, which is no partner of this publication`,
    hint: ({ meant, known }) =>
      meant === undefined ? `expected one of ${known.join(", ")}` : `did you mean \`${meant}\`?`,
  }),
  "partner-advice": wording<BrokenRule>({
    severity: "warning",
    why: "What doesn't keep a partner's rule may be shown badly there. The partner gets it all the same.",
    message: ({ partner, rule, seen, expected }) =>
      `${partner} gets it against the rule ${rule}: ${seen}; expected ${expected}`,
    hint: ({ source }) => (source === undefined ? "" : `the rule is from ${source}`),
  }),
  "partner-feed": wording<BrokenRule>({
    severity: "warning",
    why: "A partner may refuse a feed that doesn't keep its rules, with all that is in it. It is written all the same.",
    message: ({ partner, rule, seen, expected }) =>
      `the feed for ${partner} is against the rule ${rule}: ${seen}; expected ${expected}`,
    hint: ({ source }) => (source === undefined ? "" : `the rule is from ${source}`),
  }),
  "partner-id-twice": wording<{ partner: string; id: string; other: string }>({
    severity: "warning",
    why: "Two items with one id are one item for a reader, and which of them it shows would be chance.",
    message: ({ partner, id, other }) =>
      `${partner} doesn't get it, as its id there is that of ${other} too: ${id}`,
    hint: () => "let the profile's `id` tell articles apart",
  }),
  "partner-items": wording<{ partner: string; count: number; minimum: number; source: string | undefined }>({
    severity: "warning",
    why: "Some partners don't take a feed with fewer items.",
    message: ({ partner, count, minimum }) =>
      `the feed for ${partner} has ${count} items; expected at least ${minimum}`,
    hint: ({ source }) => (source === undefined ? "" : `the rule is from ${source}`),
  }),
  "partner-size": wording<{ partner: string; size: string; source: string | undefined }>({
    severity: "warning",
    why: "A partner doesn't read a file beyond its limit, so the oldest items are left out.",
    message: ({ partner, size }) => `the feed for ${partner} ends early, to stay within ${size}`,
    hint: ({ source }) => (source === undefined ? "" : `the rule is from ${source}`),
  }),
  "partner-twice": wording<{ name: string; what: "name" | "path" }>({
    severity: "fatal",
    why: "Articles name partners by their names, and two feeds can't stand in one place.",
    message: ({ name, what }) => `two partners have the ${what} \`${name}\``,
    hint: ({ what }) => `give one of them another \`${what}\``,
  }),
  "partner-unknown": wording<{ name: string; agency: string; meant: string | undefined }>({
    severity: "fatal",
    why: "A misspelt partner would get an agency's copy that it may not have, or not get what it may.",
    message: ({ name, agency }) =>
      `\`credits\` of ${agency} names the partner \`${name}\`, which there isn't`,
    hint: ({ meant }) => (meant === undefined ? "" : `did you mean \`${meant}\`?`),
  }),
  "partner-secret": wording<{
    partner: string;
    reason: string;
    /** The environment variable that it should stand in, where there is nothing. */
    unset?: string | undefined;
  }>({
    severity: "fatal",
    why: "Whoever guesses the address of a partner's feed reads all that it has.",
    message: ({ partner, reason }) => `the secret of ${partner} ${reason}`,
    hint: ({ unset }) =>
      unset === undefined
        ? "take 16 letters and digits or more by chance, as `openssl rand -hex 16` gives them"
        : `set ${unset} where the command runs; what \`openssl rand -hex 16\` gives, once and for all, is a good one`,
  }),
  "partner-value": wording<{ partner: string; name: string; description: string | undefined }>({
    severity: "fatal",
    why: "The profile writes it into the feed, and the partner needs it there.",
    message: ({ partner, name, description }) =>
      `${partner} needs the value \`${name}\`${description === undefined ? "" : `: ${description}`}`,
    hint: ({ name }) => `add \`${name}: …\` below the partner's \`values\``,
  }),
  "partner-value-form": wording<{ partner: string; name: string; seen: string; expected: string }>({
    severity: "fatal",
    why: "The partner takes only some values there, and refuses the feed, or shows it wrongly, with any other.",
    message: ({ partner, name, seen, expected }) =>
      `the value \`${name}\` of ${partner} is ${JSON.stringify(seen)}; expected ${expected}`,
    hint: ({ name }) => `the profile says below its own \`values\` what \`${name}\` is`,
  }),
  "partner-value-unknown": wording<{
    partner: string;
    name: string;
    known: readonly string[];
    meant: string | undefined;
  }>({
    severity: "fatal",
    why: "A misspelt value would be silently without effect.",
    message: ({ partner, name }) => `the profile of ${partner} knows no value \`${name}\``,
    hint: ({ known, meant }) => {
      if (meant !== undefined) return `did you mean \`${meant}\`?`;
      return known.length === 0 ? "it takes none" : `expected one of ${known.join(", ")}`;
    },
  }),
  "profile-unknown": wording<{ name: string; known: readonly string[]; meant: string | undefined }>({
    severity: "fatal",
    why: "Without its profile, nothing is known of a partner.",
    message: ({ name }) => `there is no profile \`${name}\``,
    hint: ({ known, meant }) =>
      meant === undefined
        ? `expected one of ${known.join(", ")}, or a file, as in ./partner.yaml`
        : `did you mean \`${meant}\`?`,
  }),
  "profile-missing": wording<{ name: string }>({
    severity: "fatal",
    why: "Without its profile, nothing is known of a partner.",
    message: ({ name }) => `there is no file \`${name}\``,
    hint: () => "check its name; a path starts from the folder of the file that names it",
  }),
  "profile-circle": wording<{ name: string }>({
    severity: "fatal",
    why: "A profile that starts from itself has no beginning.",
    message: ({ name }) => `the profile \`${name}\` extends itself, directly or by others`,
    hint: () => "take `extends` out of one of them",
  }),
  "profile-lacks": wording<{ key: string; expected: string }>({
    severity: "fatal",
    why: "Without it no document can be written.",
    message: ({ key, expected }) => `the profile has no \`${key}\`; expected ${expected}`,
    hint: () => "add it, or let the profile extend another one, as in `extends: standard`",
  }),
  "profile-fault": wording<{ key: string; reason: string; meant: string | undefined }>({
    severity: "fatal",
    why: "What a profile asks for and nobody knows would be silently missing in the partner's feed.",
    message: ({ key, reason }) => `in \`${key}\`, ${reason}`,
    hint: ({ meant }) => (meant === undefined ? "" : `did you mean \`${meant}\`?`),
  }),
};

/** An item against a rule. */
export interface BrokenRule {
  readonly partner: string;
  readonly rule: string;
  readonly seen: string;
  readonly expected: string;
  /** Where the partner says so. */
  readonly source: string | undefined;
}
