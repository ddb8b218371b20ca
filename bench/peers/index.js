/**
 * What newsrooms would use otherwise, each set up to be as quick as it can be for feeds alone.
 *
 * @typedef {{
 *   name: string, emits: string, upTo: number, writesAll?: boolean,
 *   debian?: string[], npm?: boolean, version: () => string | undefined, found?: string,
 *   contestant: (articles: number, options: { fresh: boolean, limit?: 50 | "all" })
 *     => import("../measure.js").Contestant,
 * }} Peer
 *   `upTo` how many articles it is tried on; `debian` and `npm` where it comes from; no `version`
 *   where it isn't there, and `found` is the one that was; `fresh` is without what it keeps from one
 *   build to the next
 */
import { astro } from "./astro.js";
import { eleventy } from "./eleventy.js";
import { hugo } from "./hugo.js";
import { installDebian, installNpm } from "./install.js";
import { jekyll } from "./jekyll.js";
import { pelican } from "./pelican.js";
import { script } from "./script.js";

const peers = [script, hugo, jekyll, pelican, eleventy, astro];
const usual = [script.name, hugo.name];

/**
 * @param {string | undefined} wanted names with commas between, `all` or `none`; the usual ones otherwise
 * @param {boolean} install whether Debian's packages may be installed
 * @returns {Peer[]} those that are there
 */
export function choosePeers(wanted, install) {
  const names = namesOf(wanted);
  const chosen = peers.filter(({ name }) => names.includes(name));
  if (install) installDebian(chosen.filter(({ debian, version }) => debian && !version()));
  if (chosen.some(({ npm }) => npm)) installNpm();
  return chosen.map((peer) => ({ ...peer, found: peer.version() })).filter(isThere);
}

function isThere({ name, found, debian }) {
  const hint = debian ? `; --install installs Debian's ${debian.join(", ")}` : "";
  if (!found) console.log(`left out: ${name} isn't installed${hint}`);
  return found !== undefined;
}

function namesOf(wanted) {
  if (wanted === undefined) return usual;
  if (wanted === "all") return peers.map(({ name }) => name);
  if (wanted === "none") return [];
  const names = wanted.split(",");
  const unknown = names.find((name) => !peers.some((peer) => peer.name === name));
  if (unknown) throw new Error(`--peers ${unknown}: there are ${peers.map(({ name }) => name).join(", ")}`);
  return names;
}
