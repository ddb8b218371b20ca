import type { Filler } from "../fill.ts";
import { lengthOf } from "../profile/length.ts";
import type { Profile } from "../profile/schema.ts";
import { expressionsIn, parseTemplate, pathsIn } from "../profile/template.ts";
import { holds } from "../profile/value.ts";
import type { Breach } from "./breach.ts";

/** The rules that a profile has of its own for items. */
export function ownRules(profile: Profile, filler: Filler): Breach[] {
  return broken(profile, filler, (check) => !isOfFeed(check));
}

/** Those that ask for nothing but the feed and the profile's values: they say the same of every item. */
export function feedRules(profile: Profile, filler: Filler): Breach[] {
  return broken(profile, filler, isOfFeed);
}

function isOfFeed(check: string): boolean {
  return pathsIn(parseTemplate(check)).every(([first]) => first === "channel" || first === "values");
}

function broken({ rules = {} }: Profile, filler: Filler, isMeant: (check: string) => boolean): Breach[] {
  return Object.entries(rules).flatMap(([rule, each]) => {
    if (each.check === undefined || !isMeant(each.check)) return [];
    const reason = reasonAgainst(each, each.check, filler);
    return reason === undefined
      ? []
      : [{ rule, seen: reason.seen, expected: each.expected ?? reason.expected }];
  });
}

type Rule = NonNullable<Profile["rules"]>[string];

function reasonAgainst({ matches, minimum, maximum }: Rule, check: string, filler: Filler) {
  const value = filler.value(check);
  const subject = subjectOf(check);
  if (!holds(value)) return { seen: `${subject} is empty`, expected: "something" };
  const text = filler.text(check);
  const seen = `${subject} is ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`;
  if (matches !== undefined && !new RegExp(matches, "u").test(text))
    return { seen, expected: `something that matches \`${matches}\`` };
  const amount = typeof value === "number" ? value : lengthOf(text);
  const told = typeof value === "number" ? seen : `${seen}, which has ${amount} characters`;
  if (minimum !== undefined && amount < minimum) return { seen: told, expected: `at least ${minimum}` };
  if (maximum !== undefined && amount > maximum) return { seen: told, expected: `at most ${maximum}` };
  return undefined;
}

/** What a check looks at, for editors: the fields without the filters. */
function subjectOf(check: string): string {
  const template = parseTemplate(check);
  const fields = [...new Set(pathsIn(template).map((path) => `\`${path.join(".")}\``))];
  const isPlain = template.length === 1 && expressionsIn(template).every(({ calls }) => calls.length === 0);
  const [last = "nothing"] = fields.slice(-1);
  const names = fields.length > 1 ? `${fields.slice(0, -1).join(", ")} and ${last}` : last;
  return isPlain ? names : `what is made of ${names}`;
}
