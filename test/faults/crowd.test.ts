import { expect, test } from "vitest";
import { Newsroom } from "./newsroom.ts";

test.each([2, 10])(
  "%i builds at once that wait end with the bytes of one",
  { timeout: 120_000 },
  async (count) => {
    const newsroom = new Newsroom(30);
    const together = () => Promise.all(Array.from({ length: count }, () => newsroom.build("--wait")));
    for (let version = 1; version <= 3; version++) {
      const ends = await together();
      expect(ends.map(({ status, said }) => [status, said])).toEqual(new Array(count).fill([0, ""]));
      for (let each = 0; each < 5; each++) newsroom.write(each, version);
    }
    await together();
    expect(newsroom.bytes()).toEqual(await newsroom.anew());
    expect(newsroom.leftovers()).toEqual([]);
  },
);

test("ten at once that don't wait: those that come second say who is at work", {
  timeout: 120_000,
}, async () => {
  const newsroom = new Newsroom(30);
  const ends = await Promise.all(Array.from({ length: 10 }, () => newsroom.build()));
  const done = ends.filter(({ status }) => status === 0);
  const refused = ends.filter(
    ({ status, said }) => status === 2 && /process \d+ on .*\[build-running\]/.test(said),
  );
  expect([done.length > 0, refused.length > 0, done.length + refused.length]).toEqual([true, true, 10]);
  expect(newsroom.bytes()).toEqual(await newsroom.anew());
  expect(newsroom.leftovers()).toEqual([]);
});
