import { expect, test } from "vitest";
import type { Config } from "../../src/config/index.ts";
import type { FeedPlan } from "../../src/select/index.ts";
import { channelOf } from "../../src/serialise/channel.ts";
import { usualLimits } from "../limits.ts";

const config: Config = {
  root: "/nowhere",
  site: {
    title: "The News",
    url: "https://news.example/blog/",
    description: "What happened.",
    language: "uk",
    timezone: "Europe/Kyiv",
    authors: [{ name: "The desk" }],
    image: "https://news.example/logo.png",
    copyright: "All rights reserved",
  },
  content: "/nowhere/articles",
  output: "/nowhere/dist",
  permalink: "/:path/",
  embeds: [],
  limits: usualLimits,
  ignore: [],
  feeds: { limit: 50, content: "full", formats: ["atom", "json"], readingTime: false, ttl: 60 },
  scopes: [],
  selections: [],
  missing: "withdraw",
  broken: "keep",
  guards: { emptied: true, lost: 0.5, ids: 3, dates: 3 },
  tombstones: 30,
  websub: { hubs: ["https://hub.example/"] },
  delivery: { head: false, servers: [], compress: [] },
  partners: [],
};

const plan: FeedPlan = {
  kind: "main",
  label: "The News",
  title: "The News",
  description: "What happened.",
  language: "uk",
  key: "",
  folder: "",
  newest: () => [],
  tombstones: [],
  limit: 50,
  content: "full",
  formats: ["atom", "json"],
};

test("a feed says of itself what the configuration says of the site", () => {
  expect(channelOf(config, plan, 5)).toMatchObject({
    id: "https://news.example/blog/",
    url: "https://news.example/blog/",
    title: "The News",
    description: "What happened.",
    language: "uk",
    authors: [{ name: "The desk" }],
    image: "https://news.example/logo.png",
    copyright: "All rights reserved",
    hubs: ["https://hub.example/"],
    ttl: 60,
    updated: 5,
  });
});

test("a feed names its own address in the formats that are written, and only those", () => {
  expect(channelOf(config, plan, undefined).self).toEqual({
    atom: "https://news.example/blog/atom.xml",
    json: "https://news.example/blog/feed.json",
  });
});

test("a feed without items has no last change: the clock is none", () => {
  expect(channelOf(config, plan, undefined).updated).toBeUndefined();
});
