/**
 * The cases that are whole builds. Each gives its contestants for a number of articles; what has to
 * be done around a run is done outside of its time.
 *
 * @typedef {import("../measure.js").Contestant} Contestant
 * @typedef {import("../peers/index.js").Peer} Peer
 * @typedef {{
 *   title: string,
 *   contestants: (articles: number, peers: Peer[]) => Contestant[],
 *   before?: (articles: number) => void, after?: (articles: number) => void,
 * }} BuildCase
 */
import { writeScopes } from "../corpus.js";
import { addOne, changeOne, restore } from "../edits.js";
import { build, feedwright, forget } from "../feedwright.js";
import { limitsOf, start } from "../limits/index.js";

/** What it is called where another case is held against it. */
export const unchangedName = "feedwright, unchanged";

/** @type {BuildCase} */
const cold = {
  title: "cold: nothing kept, nothing written yet; newest 50",
  contestants: (articles, peers) => [
    ...limitsOf(articles),
    feedwright(articles, { prepare: () => forget(articles) }),
    ...peers.map((peer) => peer.contestant(articles, { fresh: true })),
  ],
};

/** @type {BuildCase} */
const unchanged = {
  title: "unchanged: nothing changed since the last build; newest 50",
  before: build,
  contestants: (articles, peers) => [
    ...limitsOf(articles),
    feedwright(articles),
    ...peers.map((peer) => peer.contestant(articles, { fresh: false })),
  ],
};

/** @type {BuildCase} */
const changed = edited("changed: one body edited since the last build; newest 50", changeOne);

/** @type {BuildCase} */
const added = edited("added: one article more than at the last build; newest 50", addOne);

/** @type {BuildCase} */
const all = {
  title: "all: every article, in three formats; nothing kept, nothing written yet",
  contestants: (articles, peers) => [
    start(),
    feedwright(articles, { limit: "all", prepare: () => forget(articles) }),
    ...peers
      .filter((peer) => peer.writesAll)
      .map((peer) => peer.contestant(articles, { fresh: true, limit: "all" })),
  ],
  after: forget,
};

/** What it is called where its feed of everything is held against many feeds. */
export const everythingName = "feedwright, all in one feed";

/** @type {BuildCase} */
const scopes = {
  title:
    "scopes: a feed for each topic, author and language, and for each tag of five articles or more, in three formats",
  before: writeScopes,
  contestants: (articles) => [
    start(),
    feedwright(articles, { name: everythingName, limit: "all", prepare: () => forget(articles) }),
    feedwright(articles, { limit: "scopes", prepare: () => forget(articles) }),
  ],
  after: forget,
};

/** A build in which nothing changed comes before each: it's what the edit is to cost more than. */
function edited(title, edit) {
  return {
    title,
    before: build,
    contestants: (articles) => [
      start(),
      feedwright(articles, { name: unchangedName }),
      feedwright(articles, { prepare: () => edit(articles) }),
    ],
    after: restore,
  };
}

/** In the order in which they are run. */
export const builds = { cold, unchanged, changed, added, all, scopes };
