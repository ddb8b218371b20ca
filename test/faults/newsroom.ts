import { type ChildProcess, spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

/** How often each fault happens: `npm run test:faults` says 500. */
export const rounds = Number(process.env.FEEDWRIGHT_ROUNDS ?? 12);

const bin = resolve("lib/cli/bin.js");
/** All builds are of one moment. */
const now = "2026-06-01T12:00:00Z";

const configuration = `site: { title: The News, url: "https://news.example/" }
feeds: { limit: 20 }
scopes: [topic, tag]
archive: month
delivery: { page: true, servers: [nginx], compress: [gzip] }
partners: [{ profile: mailchimp, name: mail }, { profile: ninjs, name: wire }]
`;

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A site of some articles that can be built in processes of their own. */
export class Newsroom {
  readonly root: string;
  readonly output: string;

  /**
   * @param output its output folder, where that isn't its own `dist`
   * @param settings further lines of its configuration
   */
  constructor(count: number, output?: string, settings = "") {
    this.root = mkdtempSync(join(tmpdir(), "feedwright-faults-"));
    this.output = output ?? join(this.root, "dist");
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    mkdirSync(join(this.root, "articles"));
    writeFileSync(join(this.root, "feedwright.yaml"), configuration + settings);
    writeFileSync(join(this.root, "articles/picture.png"), picture);
    for (let each = 0; each < count; each++) this.write(each, 0);
  }

  /** Writes an article, in one of its versions. */
  write(number: number, version: number): void {
    const month = String((number % 5) + 1).padStart(2, "0");
    const day = String((number % 28) + 1).padStart(2, "0");
    const head = `title: Story ${number}\ndate: 2026-${month}-${day}\ntopic: Topic ${number % 3}\ntags: [t${number % 4}]\nimage: picture.png`;
    const text = `Version ${version} of story ${number}. `.repeat(40);
    writeFileSync(join(this.root, "articles", `story-${number}.md`), `---\n${head}\n---\n${text}\n`);
  }

  /**
   * Starts a build.
   * @param settings of its process: whose it is, and what it is given
   */
  start(flags: readonly string[] = [], settings: Settings = {}): ChildProcess {
    const { preload, ...options } = settings;
    const given = preload === undefined ? [] : ["--import", preload];
    const args = [...given, bin, "build", "--now", now, "--out", this.output, ...flags];
    return spawn(process.execPath, args, { cwd: this.root, stdio: ["ignore", "ignore", "pipe"], ...options });
  }

  /** Builds to the end. */
  async build(...flags: string[]): Promise<Ended> {
    return await end(this.start(flags));
  }

  /** The bytes of all files that stand, by their paths. */
  bytes(): ReadonlyMap<string, string> {
    return new Map(
      filesBelow(this.output).map((path) => [path, readFileSync(join(this.output, path), "base64")]),
    );
  }

  /** Names of files that only a build in the making has, but for a lock's that are `unfilled`. */
  leftovers(): readonly string[] {
    const unfilled = this.unfilled();
    return [this.output, join(this.root, ".feedwright")]
      .flatMap(filesBelow)
      .filter((path) => /(?:^|\/)(?:\.[0-9a-f]{24}\.feedwright|lock.*)$/.test(path))
      .filter((path) => !unfilled.includes(path));
  }

  /** Whoever was killed when it had just made a lock's file left it empty: as nobody can say whose it is, it may stand for a moment. */
  unfilled(): readonly string[] {
    const state = join(this.root, ".feedwright");
    return filesBelow(state).filter(
      (path) => path.startsWith("lock.") && readFileSync(join(state, path)).length === 0,
    );
  }

  /** Makes those that are `unfilled` older than that moment. */
  ageUnfilled(): void {
    const then = new Date(Date.now() - 11_000);
    for (const path of this.unfilled()) utimesSync(join(this.root, ".feedwright", path), then, then);
  }

  /** The same articles, built in a place where nothing was before. */
  async anew(): Promise<ReadonlyMap<string, string>> {
    const other = new Newsroom(0);
    for (const name of readdirSync(join(this.root, "articles")))
      writeFileSync(join(other.root, "articles", name), readFileSync(join(this.root, "articles", name)));
    await other.build();
    return other.bytes();
  }
}

/** Of a build's process. */
interface Settings {
  readonly uid?: number;
  readonly gid?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** The address of a module that is loaded before the command. */
  readonly preload?: string;
}

/** How a build ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

/** @throws where it couldn't be started */
export async function end(child: ChildProcess): Promise<Ended> {
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  return await new Promise((ended, failed) => {
    child.once("error", failed);
    child.once("close", (status, signal) => ended({ status, signal, said }));
  });
}

export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}
