import type { partnerProblems } from "../partners.ts";
import type { Explanations } from "./explanation.ts";

export const partnersExplained: Explanations<typeof partnerProblems> = {
  "partner-rule": {
    what: "An article breaks a rule of a partner, and is left out of its feed alone.",
    fix: "Give the article what the rule asks for. [partners.md](partners.md) lists each profile's rules.",
  },
  "partner-stranger": {
    what: "An article names a partner that the configuration hasn't.",
    fix: "Write the partner's `name` as the configuration has it.",
  },
  "partner-advice": {
    what: "An article breaks a rule that the partner doesn't insist on. It gets the article.",
    fix: "Give the article what the rule asks for, if it is to look well there.",
  },
  "partner-feed": {
    what: "A partner's feed as a whole breaks a rule.",
    fix: "Set what the message names: in `site`, or in the partner's `values`.",
  },
  "partner-id-twice": {
    what: "Two articles have the same id in a partner's feed, by its profile.",
    fix: "Let the profile's `id` hold something that differs: the address, or the article's own id.",
  },
  "partner-items": {
    what: "A partner's feed has fewer items than the partner asks for.",
    fix: "Give it more: a larger `limit` or `window`, or fewer articles that are denied to it.",
  },
  "partner-size": {
    what: "A partner's feed would be larger than the partner reads. The oldest items are left out.",
    fix: "Give it fewer: a smaller `limit` or `window`.",
  },
  "partner-twice": {
    what: "Two partners have the same name or the same file.",
    fix: "Give one of them another `name`, or another `path`.",
  },
  "partner-unknown": {
    what: "`credits` names a partner that the configuration hasn't.",
    fix: "Write the partner's `name` as it stands below `partners`.",
  },
  "partner-secret": {
    what: "A partner's secret is missing, too short, or has signs that no address may have.",
    fix: "Make one once with `openssl rand -hex 16`, keep it in the environment, and name the variable with `secretFrom`.",
  },
  "partner-value": {
    what: "A partner's profile asks for a value that the configuration doesn't give.",
    fix: "Add it below the partner's `values`.",
  },
  "partner-value-form": {
    what: "A value that the configuration gives a profile isn't of the form that the partner takes.",
    fix: "Write it as the message says.",
  },
  "partner-value-unknown": {
    what: "The configuration gives a profile a value that it doesn't know.",
    fix: "Write its name as the profile has it; [partners.md](partners.md) lists each one's values.",
  },
  "profile-unknown": {
    what: "A partner's profile is none that comes with feedwright.",
    fix: "Write its name right, or name a file of your own with a path: `profile: ./partner.yaml`.",
  },
  "profile-missing": {
    what: "The file that is to be a partner's profile is not there.",
    fix: "Write its path from the folder of the file that names it.",
  },
  "profile-circle": {
    what: "A profile extends one that extends it.",
    fix: "Let one of them begin with `extends: standard`, or with nothing.",
  },
  "profile-lacks": {
    what: "A profile doesn't say something that has to be said.",
    fix: "Add it, or begin with a profile that says it: `extends: standard`.",
  },
  "profile-fault": {
    what: "A profile names a field, a filter or an element that there isn't, or in a place where it means nothing.",
    fix: "Write it as [partners.md](partners.md) has it.",
  },
};
