/**
 * What has been measured in this run of the bench: nothing is measured twice.
 */
import { builds } from "./cases/builds.js";
import { inTurn } from "./measure.js";

export class Session {
  #measured = new Map();
  #plan;
  #peers;

  /**
   * @param {import("./options.js").Plan} plan
   * @param {import("./peers/index.js").Peer[]} peers
   */
  constructor(plan, peers) {
    this.#plan = plan;
    this.#peers = peers;
  }

  /**
   * @param {string} name one of `builds`
   * @returns {Map<number, import("./measure.js").Results>} by the number of articles
   */
  measured(name) {
    return new Map(this.#plan.sizes(name).map((articles) => [articles, this.#results(name, articles)]));
  }

  #results(name, articles) {
    const key = `${name} ${articles}`;
    if (!this.#measured.has(key)) this.#measured.set(key, this.#measure(name, articles));
    return this.#measured.get(key);
  }

  #measure(name, articles) {
    const { contestants, before, after } = builds[name];
    const peers = this.#peers.filter(({ upTo }) => articles <= upTo);
    try {
      before?.(articles);
      return inTurn(contestants(articles, peers), this.#plan.runs(name, articles));
    } finally {
      after?.(articles);
    }
  }
}
