import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { end, Newsroom } from "./newsroom.ts";

/** Only root may mount a disk; where tools are required, it has to. */
const mayMount = process.getuid?.() === 0 && canMount();
const isAsked = mayMount || process.env.FEEDWRIGHT_REQUIRE_TOOLS !== undefined;

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-mount-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "tmpfs", folder]);
  if (status === 0) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return status === 0;
}

/** A small disk of its own at a folder. */
function mount(folder: string): { fill(): void; free(): void; remount(how: "ro" | "rw"): void } {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", [folder]));
  const filler = join(folder, "filler");
  return {
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc((bavail - 1) * bsize));
    },
    free: () => rmSync(filler),
    remount: (how) => void execFileSync("mount", ["-o", `remount,${how}`, folder]),
  };
}

describe.runIf(isAsked)("where the output's disk", () => {
  let disk: ReturnType<typeof mount>;
  const built = async () => {
    const folder = mkdtempSync(join(tmpdir(), "feedwright-disk-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    disk = mount(join(folder, "www"));
    const newsroom = new Newsroom(20, join(folder, "www/feeds"));
    expect(await newsroom.build()).toMatchObject({ status: 0, said: "" });
    return newsroom;
  };

  test.each([
    ["is full", () => disk.fill(), () => disk.free(), "ENOSPC"],
    ["may only be read", () => disk.remount("ro"), () => disk.remount("rw"), "EROFS"],
  ])("%s, all stays as it was, that is said, and all is made good later", async (_, spoil, mend, code) => {
    const newsroom = await built();
    const before = newsroom.bytes();
    for (let each = 0; each < 20; each++) newsroom.write(each, 1);
    spoil();
    for (let times = 0; times < 2; times++) {
      const { status, said } = await newsroom.build();
      expect([status, said]).toEqual([
        2,
        expect.stringMatching(new RegExp(`${code}.*\\[output-unwritable\\]`)),
      ]);
      expect(said).toContain("nothing was changed");
      expect(said).not.toMatch(/^\s+at /m);
      expect(newsroom.bytes()).toEqual(before);
      expect(newsroom.leftovers()).toEqual([]);
    }
    mend();
    expect(await newsroom.build()).toMatchObject({ status: 0, said: "" });
    expect(newsroom.bytes()).toEqual(await newsroom.anew());
  });
});

test.runIf(isAsked)(
  "where the disk of a site with `atomic` is full, the link leads where it led",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "feedwright-disk-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const disk = mount(join(folder, "www"));
    const newsroom = new Newsroom(20, join(folder, "www/feeds"), "atomic: true\n");
    expect(await newsroom.build()).toMatchObject({ status: 0, said: "" });
    const before = [newsroom.bytes(), readlinkSync(newsroom.output), readdirSync(join(folder, "www"))];
    for (let each = 0; each < 20; each++) newsroom.write(each, 1);
    disk.fill();
    const { status, said } = await newsroom.build();
    expect([status, said]).toEqual([2, expect.stringMatching(/ENOSPC.*\[output-unwritable\]/)]);
    expect(said).toContain("nothing was changed");
    disk.free();
    expect([newsroom.bytes(), readlinkSync(newsroom.output), readdirSync(join(folder, "www"))]).toEqual(
      before,
    );
    expect(await newsroom.build()).toMatchObject({ status: 0, said: "" });
    expect(newsroom.bytes()).toEqual(await newsroom.anew());
  },
);

test.runIf(isAsked)("where the state's disk is full, the feeds are published, and that is said", async () => {
  const newsroom = new Newsroom(20);
  const disk = mount(join(newsroom.root, ".feedwright"));
  disk.fill();
  const { status, said } = await newsroom.build();
  expect([status, said]).toEqual([0, expect.stringMatching(/ENOSPC.*\[state-unwritable\]/)]);
  disk.free();
  expect(newsroom.bytes()).toEqual(await newsroom.anew());
  expect(await newsroom.build()).toMatchObject({ status: 0, said: "" });
});

test.runIf(process.getuid?.() === 0)(
  "for a user without rights, nothing is changed, and that is said",
  async () => {
    const newsroom = new Newsroom(5);
    chmodSync(newsroom.root, 0o755);
    await newsroom.build();
    const before = newsroom.bytes();
    newsroom.write(0, 1);
    const { status, said } = await end(newsroom.start([], { uid: 65534, gid: 65534 }));
    expect([status, said]).toEqual([2, expect.stringMatching(/EACCES.*\[output-unwritable\]/)]);
    expect(newsroom.bytes()).toEqual(before);
    expect(newsroom.leftovers()).toEqual([]);
  },
);
