import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { alone } from "../../src/lock/index.ts";
import { ProblemError } from "../../src/problems/index.ts";

const ownerShape = z.looseObject({ pid: z.number(), born: z.string() });

/** A folder for a lock, and what stands in it. */
function place() {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const lock = join(folder, "lock");
  return { folder, lock, names: () => readdirSync(folder) };
}

/** What stands in a lock of this process. */
async function ownLock(): Promise<z.infer<typeof ownerShape>> {
  const { folder, lock } = place();
  const read = async () => ownerShape.parse(JSON.parse(readFileSync(lock, "utf8")));
  // Of its own locks a program knows whether it has them: these are another one's.
  return { ...(await alone(folder, { wait: false }, read)), staging: "0123456789ab" };
}

async function codesOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    (done) => done,
    (error: unknown) => (error instanceof ProblemError ? error.problems.map(({ code }) => code) : error),
  );
}

const free = async () => "done";
const give = { wait: false };

test("work is done alone, and nothing is left of its lock, whatever becomes of it", async () => {
  const { folder, names } = place();
  const seen = await alone(folder, give, async () => names());
  expect([seen, names()]).toEqual([["lock"], []]);
  const failure = new Error("failed");
  expect(await codesOf(alone(folder, give, () => Promise.reject(failure)))).toBe(failure);
  expect(names()).toEqual([]);
});

test("whoever comes second is told who is at work", async () => {
  const { folder } = place();
  await alone(folder, give, async () => {
    const error = await alone(folder, give, free).catch((thrown: unknown) => thrown);
    const problems = error instanceof ProblemError ? error.problems : [];
    expect(problems).toMatchObject([{ code: "build-running", severity: "fatal" }]);
    expect(problems[0]?.message).toMatch(
      new RegExp(`process ${process.pid} on \\S+, since \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z$`),
    );
  });
});

test("whoever waits comes after, of ten one at a time", async () => {
  const { folder, names } = place();
  let [inside, most, done] = [0, 0, 0];
  const work = async () => {
    most = Math.max(most, ++inside);
    await setTimeout(5);
    inside--;
    done++;
  };
  await Promise.all(Array.from({ length: 10 }, () => alone(folder, { wait: true }, work)));
  expect([most, done, names()]).toEqual([1, 10, []]);
});

test("waiting is told of, and can be stopped", async () => {
  const { folder } = place();
  await alone(folder, give, async () => {
    const controller = new AbortController();
    const reason = new Error("stopped");
    const waiting = () => controller.abort(reason);
    const work = alone(folder, { wait: true, waiting, signal: controller.signal }, free);
    expect(await codesOf(work)).toBe(reason);
  });
});

describe("a lock that was left", () => {
  const minutesAgo = (file: string, minutes: number) => {
    const then = Date.now() / 1000 - 60 * minutes;
    utimesSync(file, then, then);
  };
  /** A number that no process has any more. */
  const deadProcess = async () => {
    const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await new Promise((resolve) => child.once("close", resolve));
    return child.pid;
  };

  test("by a process that is no more is taken over", async () => {
    const { folder, lock, names } = place();
    writeFileSync(lock, JSON.stringify({ ...(await ownLock()), pid: await deadProcess() }));
    expect(await codesOf(alone(folder, give, async (left) => left))).toEqual(["0123456789ab"]);
    expect(names()).toEqual([]);
  });

  test.runIf(existsSync("/proc/self/stat"))(
    "by a process whose number is another's now is taken over",
    async () => {
      const { folder, lock } = place();
      const { born, ...owner } = await ownLock();
      writeFileSync(lock, JSON.stringify({ ...owner, born: `${born}0` }));
      expect(await codesOf(alone(folder, give, free))).toBe("done");
    },
  );

  test("by this very process in another place counts until it has been silent for five minutes", async () => {
    for (const elsewhere of [{ place: "another host" }, { born: "" }]) {
      const { folder, lock } = place();
      writeFileSync(lock, JSON.stringify({ ...(await ownLock()), ...elsewhere }));
      minutesAgo(lock, 4);
      expect(await codesOf(alone(folder, give, free))).toEqual(["build-running"]);
      minutesAgo(lock, 6);
      expect(await codesOf(alone(folder, give, free))).toBe("done");
    }
  });

  test.each([
    "",
    "{",
    "null",
    "7",
    "{}",
    '{"pid":0}',
    '{"pid":1,"host":1,"place":"","born":"","since":"","token":"a","staging":"","left":[]}',
  ])("unreadable (%s) counts for the moment that filling one takes", async (text) => {
    const { folder, lock } = place();
    writeFileSync(lock, text);
    expect(await codesOf(alone(folder, give, free))).toEqual(["build-running"]);
    minutesAgo(lock, 1);
    expect(await codesOf(alone(folder, give, free))).toBe("done");
  });

  test("can't name a file by its token that would then go", async () => {
    const { folder, lock } = place();
    writeFileSync(join(folder, "kept"), "");
    minutesAgo(join(folder, "kept"), 1);
    // What such a name begins with is a folder.
    mkdirSync(`${lock}.`);
    const owner = { ...(await ownLock()), pid: await deadProcess(), token: "/../kept" };
    writeFileSync(lock, JSON.stringify(owner));
    minutesAgo(lock, 1);
    expect(await codesOf(alone(folder, give, free))).toBe("done");
    expect(readFileSync(join(folder, "kept"), "utf8")).toBe("");
  });

  test("with the right to take it over is taken over all the same, once", async () => {
    const { folder, lock, names } = place();
    const owner = { ...(await ownLock()), pid: await deadProcess() };
    writeFileSync(lock, JSON.stringify({ ...owner, token: "first" }));
    writeFileSync(`${lock}.first`, JSON.stringify({ ...owner, token: "second" }));
    let [inside, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++inside);
      await setTimeout(5);
      inside--;
    };
    await Promise.all(Array.from({ length: 5 }, () => alone(folder, { wait: true }, work)));
    expect([most, names()]).toEqual([1, []]);
  });
});

test("of several that died one after the other all marks are known", async () => {
  const { folder, lock } = place();
  const left = ["aaaaaaaaaaaa", "bbbbbbbbbbbb"];
  writeFileSync(lock, JSON.stringify({ ...(await ownLock()), born: "0", left }));
  expect(await codesOf(alone(folder, give, async (all) => all))).toEqual([...left, "0123456789ab"]);
});

test("what those left who died while they took a lock goes with the next one that is taken", async () => {
  const { folder, lock, names } = place();
  const dead = JSON.stringify({ ...(await ownLock()), born: "0" });
  const alive = JSON.stringify({ ...(await ownLock()), staging: "cccccccccccc" });
  writeFileSync(`${lock}.0123456789ab0123456789ab.feedwright`, dead);
  writeFileSync(`${lock}.some-token`, dead);
  writeFileSync(`${lock}.other-token`, alive);
  writeFileSync(join(folder, "locksmith"), dead);
  await alone(folder, give, free);
  expect(names().sort()).toEqual(["lock.other-token", "locksmith"]);
});

test("what they left empty goes too, when it is older than the moment that filling takes", async () => {
  const { folder, lock, names } = place();
  for (const name of ["new", "old"]) writeFileSync(`${lock}.${name}.feedwright`, "");
  const then = new Date(Date.now() - 11_000);
  utimesSync(`${lock}.old.feedwright`, then, then);
  await alone(folder, give, free);
  expect(names()).toEqual(["lock.new.feedwright"]);
});

test("a lock of its own that it couldn't remove holds a program not up", async () => {
  const { folder, lock } = place();
  let text = "";
  await alone(folder, give, async () => {
    text = readFileSync(lock, "utf8");
  });
  writeFileSync(lock, text);
  expect(await codesOf(alone(folder, give, free))).toBe("done");
});

test("what isn't ours any more is left to whoever has it", async () => {
  const { folder, lock } = place();
  await alone(folder, give, async () => writeFileSync(lock, "another's"));
  expect(readFileSync(lock, "utf8")).toBe("another's");
});

test("where no lock can be made, the work is done without", async () => {
  const { folder } = place();
  writeFileSync(join(folder, "file"), "");
  expect(await codesOf(alone(join(folder, "file"), give, free))).toBe("done");
  mkdirSync(join(folder, "lock"));
  expect(await codesOf(alone(folder, give, free))).toBe("done");
});

test("whoever is at work shows it from time to time", async () => {
  const { folder, lock } = place();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  await alone(folder, give, async () => {
    utimesSync(lock, 1, 1);
    vi.advanceTimersByTime(15_000);
    expect(statSync(lock).mtimeMs).toBeGreaterThan(1000);
  });
  expect(vi.getTimerCount()).toBe(0);
});
