import type { Partner } from "../partners/index.ts";
import { milliseconds } from "../partners/profile/units.ts";
import { Secret, wrongWithSecret } from "../partners/secret.ts";
import { ProblemError, problem } from "../problems/index.ts";
import type { CheckedSettings } from "./check.ts";
import { outputOf, partnersOutput } from "./output.ts";

type Given = CheckedSettings["partners"][number];

const usualLimit = 50;

/**
 * The partners as the build takes them.
 * @throws ProblemError where an environment variable has no secret in it
 */
export function resolvePartners(settings: CheckedSettings, root: string): Partner[] {
  const { partners, credits = {} } = settings;
  const all = outputOf(settings, root);
  const peers = partners.map(({ name }) => name);
  return partners.map((given) => {
    const { name, path, categories, values = {}, strict = false } = given;
    const profile = withCategories(given.profile, categories);
    const window = given.window ?? profile.window;
    return {
      name,
      title: profile.title,
      profile,
      path,
      output: partnersOutput(given.output, all, root),
      limit: Math.min(
        given.limit ?? profile.items?.maximum ?? usualLimit,
        profile.items?.maximum ?? Number.MAX_SAFE_INTEGER,
      ),
      window: window === undefined ? undefined : milliseconds(window),
      values,
      strict,
      credits,
      peers,
      secret: secretOf(given),
    };
  });
}

function withCategories(profile: Given["profile"], table: Given["categories"]): Given["profile"] {
  if (table === undefined) return profile;
  return {
    ...profile,
    categories: { ...profile.categories, table: { ...profile.categories?.table, ...table } },
  };
}

function secretOf({ name: partner, secret, secretFrom }: Given): Secret | undefined {
  if (secretFrom === undefined) return secret === undefined ? undefined : new Secret(secret);
  const found = process.env[secretFrom] ?? "";
  const unset = found === "" ? (isLikeOne(secretFrom) ? "•••" : secretFrom) : undefined;
  const reason = unset ? `isn't in the environment variable ${unset}` : wrongWithSecret(found);
  if (reason !== undefined) throw new ProblemError(problem("partner-secret", { partner, reason, unset }));
  return new Secret(found);
}

/** Who gives the secret itself where its variable's name belongs mustn't see it printed. */
function isLikeOne(name: string): boolean {
  return name.length >= 16 && /\d/.test(name) && /[a-z]/.test(name);
}
