import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { nearest } from "../near.ts";
import { packageFolder } from "../packageFolder.ts";
import { faultsIn } from "../partners/profile/faults.ts";
import { type Profile, type ProfileLayer, profileSchema } from "../partners/profile/schema.ts";
import { mergedLayers, wholeProfile } from "../partners/profile/whole.ts";
import { type Place, type Problem, ProblemError, problem } from "../problems/index.ts";
import { complaints, written } from "./complaints.ts";
import { digestOf, type FileDigest } from "./digest.ts";
import { readSource, type Source } from "./source.ts";

/** A profile, and the files that it was read from. */
export interface LoadedProfile {
  readonly profile: Profile;
  readonly files: readonly FileDigest[];
}

/** Where a profile is named, or stands. */
export interface Mention {
  readonly profile: string | ProfileLayer;
  readonly source: Source;
  readonly path: readonly (string | number)[];
  /** Where its relative paths start. */
  readonly folder: string;
  /** What problems name files from. */
  readonly cwd: string;
}

/** One of the profiles that a profile is made of. */
interface Layer {
  readonly words: ProfileLayer;
  readonly name: string;
  readonly mention: Mention;
  readonly file?: FileDigest | undefined;
}

/**
 * Reads a profile and all that it extends, and checks each at its own lines.
 * @throws ProblemError with all that is wrong
 */
export async function loadProfile(mention: Mention): Promise<LoadedProfile> {
  const layers = await layersOf(mention, []);
  const [own] = layers;
  if (own === undefined) throw new Error("a profile has a layer");
  const whole = mergedLayers(layers.map(({ words }) => words).reverse());
  const faults = layers.flatMap((layer) => faultsOf(layer, whole));
  const profile = wholeProfile(whole, own.name);
  if (Array.isArray(profile)) {
    const lacks = profile.map(({ path, expected }) =>
      problem("profile-lacks", { key: path.join("."), expected }, placeOf(own, [], "key")),
    );
    throw new ProblemError(...faults, ...lacks);
  }
  if (faults.length > 0) throw new ProblemError(...faults);
  return { profile, files: layers.flatMap(({ file }) => (file ? [file] : [])) };
}

/** The profile, the one that it extends, and so on. */
async function layersOf(mention: Mention, before: readonly string[]): Promise<Layer[]> {
  const layer = await layerOf(mention);
  const { words, file } = layer;
  if (file !== undefined && before.includes(file[0]))
    throw new ProblemError(problem("profile-circle", { name: layer.name }, placeOfMention(mention)));
  if (words.extends === undefined) return [layer];
  const next = { ...layer.mention, profile: words.extends, path: [...layer.mention.path, "extends"] };
  return [layer, ...(await layersOf(next, file === undefined ? before : [...before, file[0]]))];
}

async function layerOf(mention: Mention): Promise<Layer> {
  const { profile, folder, cwd } = mention;
  if (typeof profile !== "string") return { words: profile, name: "partner", mention };
  const file = fileOf(profile, folder) ?? unknownProfile(profile, mention);
  if (!existsSync(file))
    throw new ProblemError(problem("profile-missing", { name: profile }, placeOfMention(mention)));
  // First: what changes between the two is read again the next time.
  const digest = digestOf(file);
  const source = await readSource(file, cwd);
  const checked = profileSchema.safeParse(source.data);
  if (!checked.success) {
    const all = { source, settings: [], data: source.data, schema: "profile" } as const;
    throw new ProblemError(...complaints(checked.error.issues, all));
  }
  const own = { profile, source, path: [], folder: dirname(file), cwd };
  return { words: checked.data, name: nameFrom(file), mention: own, file: digest };
}

/** A name of the form that `name` has: it stands in addresses. */
function nameFrom(file: string): string {
  const words = basename(file, extname(file))
    .toLowerCase()
    .match(/[a-z\d]+/g);
  return words?.join("-") ?? "partner";
}

/** A path's file, or the built-in profile of a name. */
function fileOf(reference: string, folder: string): string | undefined {
  if (/[/\\]|\.(?:ya?ml|json)$/.test(reference)) return resolve(folder, reference);
  return builtIn().includes(reference) ? join(packageFolder("profiles"), `${reference}.yaml`) : undefined;
}

function unknownProfile(name: string, mention: Mention): never {
  const known = builtIn();
  const details = { name, known, meant: nearest(name, known) };
  throw new ProblemError(problem("profile-unknown", details, placeOfMention(mention)));
}

/** The names of the profiles that come with feedwright. */
export function builtIn(): string[] {
  return readdirSync(packageFolder("profiles"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => basename(name, ".yaml"))
    .sort();
}

function faultsOf(layer: Layer, whole: ProfileLayer): Problem[] {
  return faultsIn(layer.words, whole).map(({ path, reason, meant }) =>
    problem("profile-fault", { key: written(path), reason, meant }, placeOf(layer, path, "value")),
  );
}

function placeOf({ mention: { source, path } }: Layer, inner: Mention["path"], part: "key" | "value") {
  return source.locate([...path, ...inner], part);
}

function placeOfMention({ source, path }: Mention): Place | undefined {
  return source.locate(path, "value");
}
