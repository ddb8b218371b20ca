/** Prose that means nothing and weighs what prose weighs. Everything follows from a seed. */

const syllables =
  "ra no ti ve lo ka men du si por ta el ga ri os un be fa mi cor an te le pro vi na so".split(" ");
const typographic = ["café", "naïve", "“quoted”", "it’s", "Łódź", "Kyїv", "10 €", "– aside –"];

/** Mulberry32: 32 bits of state, enough for words. */
export class Dice {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  }

  /** A number from 0 up to and without 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `limit`. */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  of(list) {
    return list[this.below(list.length)];
  }
}

const vocabulary = words(new Dice(7), 4000);

function words(dice, count) {
  return Array.from({ length: count }, () => {
    const length = 1 + dice.below(4);
    return Array.from({ length }, () => dice.of(syllables)).join("");
  });
}

/** A word; low ranks come often, as in a language. */
export function word(dice) {
  return vocabulary[Math.floor(vocabulary.length * dice.next() ** 3)];
}

/** @param {Dice} dice @param {number} count */
export function phrase(dice, count) {
  const text = Array.from({ length: count }, () => word(dice)).join(" ");
  return text[0].toUpperCase() + text.slice(1);
}

/**
 * @param {Dice} dice
 * @param {(dice: Dice) => string} mark makes the one word of a sentence that is marked up
 */
function sentence(dice, mark) {
  const before = phrase(dice, 4 + dice.below(9));
  const special = dice.below(12) === 0 ? dice.of(typographic) : word(dice);
  return `${before} ${dice.below(3) === 0 ? mark(dice) : special} ${word(dice)}.`;
}

/** @param {Dice} dice @param {number} sentences @param {(dice: Dice) => string} mark */
export function paragraph(dice, sentences, mark) {
  return Array.from({ length: sentences }, () => sentence(dice, mark)).join(" ");
}
