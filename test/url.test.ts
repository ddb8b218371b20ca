import { expect, test } from "vitest";
import { urlFrom } from "../src/url.ts";

test("text is a URL or none, with a base or without", () => {
  expect(urlFrom("https://news.example/é")?.href).toBe("https://news.example/%C3%A9");
  expect(urlFrom("/a", "https://news.example/b")?.href).toBe("https://news.example/a");
  expect(urlFrom("/a")).toBeUndefined();
  expect(urlFrom("https://")).toBeUndefined();
});

test("the answer is the same however often it is asked, also for a host with an é", () => {
  const hosts = new Set<string | undefined>();
  for (let count = 0; count < 50_000; count++) hosts.add(urlFrom("https://évil.example/")?.host);
  expect([...hosts]).toEqual(["xn--vil-9la.example"]);
});
