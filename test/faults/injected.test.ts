import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { build, loadConfig, ProblemError } from "../../src/index.ts";
import { filesBelow, rounds } from "./newsroom.ts";
import { isWhole } from "./poller.ts";
import { restorer } from "./restorer.ts";

/** Which call of which function fails next, of those that name a place in a folder, or an open file. */
const fault = vi.hoisted(() => ({ name: "", at: 0, calls: 0, below: "" }));

const failing = vi.hoisted(
  () =>
    <Args extends readonly unknown[], Result>(name: string, call: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const [place] = args;
      const isMeant = fault.name === name && (typeof place !== "string" || place.startsWith(fault.below));
      if (isMeant && ++fault.calls === fault.at)
        throw Object.assign(new Error(`EIO: i/o error, ${name}`), { code: "EIO", syscall: name });
      return call(...args);
    },
);

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  return {
    ...real,
    openSync: failing("open", real.openSync),
    readSync: failing("read", real.readSync),
    writeSync: failing("write", real.writeSync),
    writeFileSync: failing("writeFile", real.writeFileSync),
    fsyncSync: failing("fsync", real.fsyncSync),
    renameSync: failing("rename", real.renameSync),
    linkSync: failing("link", real.linkSync),
    mkdirSync: failing("mkdir", real.mkdirSync),
    rmSync: failing("rm", real.rmSync),
    statSync: failing("stat", real.statSync),
    readdirSync: failing("readdir", real.readdirSync),
  };
});

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    open: async (path: string, flags: string) => {
      const file = await real.open(path, flags);
      return { sync: failing("sync", () => file.sync()), close: () => file.close() };
    },
  };
});

const configuration = `site: { title: T, url: "https://news.example/" }
feeds: { limit: 4 }
scopes: [topic]
archive: month
delivery: { page: true, compress: [gzip] }
partners: [{ profile: mailchimp, name: mail }]
`;

/** A site that was built, and has had one article changed, one added and one topic ended since. */
async function changedSite(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "feedwright-injected-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "articles"));
  writeFileSync(join(root, "feedwright.yaml"), configuration);
  const write = (number: number, text: string, topic = `T${number % 2}`) => {
    const head = `title: Story ${number}\ndate: 2026-0${(number % 3) + 1}-1${number}\ntopic: ${topic}`;
    writeFileSync(join(root, `articles/${number}.md`), `---\n${head}\n---\n${text}\n`);
  };
  for (let each = 0; each < 6; each++) write(each, "Text.", each === 0 ? "Ending" : undefined);
  await run(root);
  write(1, "Another text.");
  write(6, "New.");
  write(0, "Text.");
  return root;
}

/** The codes of what was fatal. */
async function run(root: string): Promise<readonly string[]> {
  try {
    await build({ config: await loadConfig({ cwd: root }), now: Date.UTC(2026, 5) });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

function bytesIn(root: string): Map<string, string> {
  const output = join(root, "dist");
  return new Map(filesBelow(output).map((path) => [path, readFileSync(join(output, path), "base64")]));
}

const names = [
  "open",
  "read",
  "write",
  "writeFile",
  "fsync",
  "sync",
  "rename",
  "link",
  "mkdir",
  "rm",
  "stat",
  "readdir",
];

test.each(names)(
  "whichever call of %s fails, files are whole, nothing is left, and the next build makes all right",
  { timeout: 60_000 + rounds * 1_000 },
  async (name) => {
    const root = await changedSite();
    const restore = restorer(root);
    const before = bytesIn(root);
    await run(root);
    const after = bytesIn(root);

    let [faults, refused] = [0, 0];
    for (let at = 1; ; at += rounds < 100 ? 7 : 1) {
      restore();
      Object.assign(fault, { name, at, calls: 0, below: root });
      const codes = await run(root);
      fault.name = "";
      if (fault.calls < at) break;
      faults++;
      if (codes.length > 0) refused++;
      expectWhole(root, { before, after, where: `${name} ${at}`, mayLeave: name === "rm" });
      expect([name, at, await run(root)]).toEqual([name, at, []]);
      const last = bytesIn(root);
      // Where the manifest couldn't be read, nobody knows that these were feedwright's, and have ended.
      for (const path of before.keys())
        if (name === "open" || name === "read") if (!after.has(path)) last.delete(path);
      expect(withoutLeftovers(last), `${name} ${at}`).toEqual(after);
    }
    console.info(
      `${name}: ${faults} faults, ${refused} of them ended the build; the next one made all right`,
    );
    expect(faults).toBeGreaterThan(0);
  },
);

/** What a build that failed leaves. */
interface Left {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly where: string;
  /** Whether what was to be removed may still be there. */
  readonly mayLeave: boolean;
}

function expectWhole(root: string, { before, after, where, mayLeave }: Left): void {
  const seen = bytesIn(root);
  const left = [...seen.keys()].filter((path) => path.endsWith(".feedwright"));
  if (!mayLeave) expect(left, where).toEqual([]);
  const torn = [...withoutLeftovers(seen)].filter(
    ([path, bytes]) => !isWhole(path, Buffer.from(bytes, "base64")),
  );
  const missing = [...before.keys()].filter((path) => after.has(path) && !seen.has(path));
  expect({ torn, missing }, where).toEqual({ torn: [], missing: [] });
}

/** What couldn't be removed is in nobody's way. */
function withoutLeftovers(bytes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...bytes].filter(([path]) => !path.endsWith(".feedwright")));
}
