import { nearest } from "../near.ts";
import type { Profile } from "../partners/profile/schema.ts";
import { wrongWithSecret } from "../partners/secret.ts";
import { type Problem, ProblemError, problem } from "../problems/index.ts";
import type { FileDigest } from "./digest.ts";
import { builtIn, loadProfile } from "./profiles.ts";
import type { Settings } from "./schema.ts";
import type { Source } from "./source.ts";

type Given = Settings["partners"][number];

/** A partner's settings with its profile, its name and its path filled in. */
export interface PartnerSettings extends Omit<Given, "profile"> {
  readonly name: string;
  readonly path: string;
  readonly profile: Profile;
}

/** What partners' settings are found in. */
interface Found {
  readonly source: Source;
  readonly root: string;
  readonly cwd: string;
}

/**
 * Reads the partners' profiles, and checks what partners have of their own against them.
 * @returns the partners, and the files that their profiles were read from
 * @throws ProblemError with all that is wrong
 */
export async function partnersOf(settings: Settings, found: Found) {
  const problems: Problem[] = [];
  const partners: PartnerSettings[] = [];
  const files = new Map<string, FileDigest>();
  for (const [index, given] of settings.partners.entries()) {
    try {
      const loaded = await partnerOf(given, index, found);
      partners.push(loaded.partner);
      for (const file of loaded.files) files.set(file[0], file);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  problems.push(...twins(partners, found), ...strangers(settings, partners, found));
  if (problems.length > 0) throw new ProblemError(...problems);
  return { partners, files: [...files.values()] };
}

async function partnerOf(given: Given, index: number, { source, root, cwd }: Found) {
  const path = ["partners", index, "profile"] as const;
  const { profile, files } = await loadProfile({ profile: given.profile, source, path, folder: root, cwd });
  const { name = profile.name } = given;
  const partner = { ...given, profile, name, path: given.path ?? usualPath(name, profile) };
  const problems = [...valueProblems(partner, index, source), ...secretProblems(partner, index, source)];
  if (problems.length > 0) throw new ProblemError(...problems);
  return { partner, files };
}

function usualPath(name: string, { format }: Profile): string {
  return `partners/${name}.${format === "json" || format === "json-feed" ? "json" : "xml"}`;
}

function valueProblems(
  { name: partner, profile, values = {} }: PartnerSettings,
  index: number,
  source: Source,
) {
  const declared = profile.values ?? {};
  const missing = Object.entries(declared).flatMap(([name, { default: usual, description }]) => {
    if (usual !== undefined || Object.hasOwn(values, name)) return [];
    const place = source.locate(["partners", index], "key");
    return [problem("partner-value", { partner, name, description }, place)];
  });
  const unknown = Object.keys(values).flatMap((name) => {
    if (Object.hasOwn(declared, name)) return [];
    const known = Object.keys(declared);
    const meant = nearest(name, known);
    const place = source.locate(["partners", index, "values", name], "key");
    return [problem("partner-value-unknown", { partner, name, known, meant }, place)];
  });
  const malformed = Object.entries(values).flatMap(([name, seen]) => {
    const { matches, expected } = (Object.hasOwn(declared, name) && declared[name]) || {};
    if (matches === undefined || new RegExp(matches, "u").test(seen)) return [];
    const place = source.locate(["partners", index, "values", name], "value");
    const details = { partner, name, seen, expected: expected ?? `something that matches \`${matches}\`` };
    return [problem("partner-value-form", details, place)];
  });
  return [...missing, ...unknown, ...malformed];
}

/** The place is the file alone: no line of it is to be shown. */
function secretProblems(
  { name: partner, secret, secretFrom }: PartnerSettings,
  index: number,
  source: Source,
) {
  const { file = "" } = source.locate(["partners", index], "key") ?? {};
  if (secret !== undefined && secretFrom !== undefined) {
    const details = { key: `partners[${index}].secretFrom`, twin: `partners[${index}].secret` };
    return [problem("config-key-twice", details, { file })];
  }
  const reason = secret === undefined ? undefined : wrongWithSecret(secret);
  return reason === undefined ? [] : [problem("partner-secret", { partner, reason }, { file })];
}

function twins(partners: readonly PartnerSettings[], { source }: Found): Problem[] {
  const seen = new Set<string>();
  return partners.flatMap(({ name, path, output = "" }, index) =>
    (["name", "path"] as const).flatMap((what) => {
      const value = what === "name" ? name : path;
      const mark = JSON.stringify([what, value.toLowerCase(), what === "path" ? output : ""]);
      if (!seen.has(mark)) {
        seen.add(mark);
        return [];
      }
      const place = source.locate(["partners", index], "key");
      return [problem("partner-twice", { name: value, what }, place)];
    }),
  );
}

/** A misspelt name in `deny` would give an agency's copy away. */
function strangers({ credits = {} }: Settings, partners: readonly PartnerSettings[], { source }: Found) {
  const known = [...new Set([...partners.map(({ name }) => name), ...builtIn()])];
  return Object.entries(credits).flatMap(([agency, rule]) =>
    (["allow", "deny"] as const).flatMap((list) =>
      (rule[list] ?? []).flatMap((name, index) => {
        if (known.includes(name)) return [];
        const path = ["credits", agency, list, index];
        const details = { name, agency, meant: nearest(name, known) };
        return [problem("partner-unknown", details, source.locate(path, "value"))];
      }),
    ),
  );
}
