// Bundles the code for publication: the second half of `npm run compile`. Ours goes into few files,
// and with it zod, of which a tenth is used and the rest takes longer to load than a small build.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "rolldown";

/** The package's own doors, and the rooms that `docs.js` and `schema.js` write pages from. */
const doors = [
  "index",
  "adapters/astro",
  "adapters/eleventy",
  "cli/bin",
  "index/headWorker",
  "serialise/pool/worker",
  "config/reference",
  "parse/vocabulary",
  "parse/vocabularySchema",
  "partners/profile/reference",
  "problems/index",
  "problems/explained/index",
];

// Chunks of another version would stay beside the new ones.
rmSync("lib/chunks", { recursive: true, force: true });

const { output } = await build({
  input: Object.fromEntries(doors.map((door) => [door, `src/${door}.ts`])),
  platform: "node",
  external: (id) => /^[^./]/.test(id) && id !== "zod" && !id.startsWith("zod/"),
  output: { dir: "lib", chunkFileNames: "chunks/[name].js" },
});

// Its licence asks for it.
copyFileSync("node_modules/zod/LICENSE", "lib/zod-license.txt");

// What one version of the code, and of the theme that comes with it, kept in its cache is of no use to another.
const digest = createHash("sha256");
for (const { code = "" } of output) digest.update(code);
for (const name of readdirSync("theme").sort()) digest.update(name).update(readFileSync(`theme/${name}`));
writeFileSync("lib/digest.txt", digest.digest("base64url"));

// A profile's declared type is its schema's, and so zod's, which isn't installed with the package. To programs that
// use it a profile is a record: only its name is for them.
writeFileSync(
  "lib/partners/profile/schema.d.ts",
  `/** What a partner wants: a profile's file, with all that it extends. */
export interface Profile {
    readonly name: string;
    readonly title: string;
    readonly format: "rss" | "atom" | "json-feed" | "json" | "xml";
    readonly [key: string]: unknown;
}
export type ProfileLayer = Partial<Profile>;
`,
);
