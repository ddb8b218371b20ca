import type { Random } from "./random.ts";

/** Longer ones take longer, and say nothing that shorter ones don't. */
const longest = 16_384;

/** Bytes that text readers stumble over: controls, marks, half a character, none at all. */
const oddities = [
  ...("\0\t\n\r\f\v\u007F\u0085\u00A0\u2028\u2029\u200B\u202E\u0301\uFEFF\uFFFD\uFFFE\uFFFF🗞é語٣İſK".match(
    /./gsu,
  ) ?? []),
  "\r\n",
].map((text) => Buffer.from(text));
const broken = [[0x80], [0xc3], [0xff], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0xaf]].map((bytes) =>
  Buffer.from(bytes),
);
const numbers = "0 -0 1 -1 9 99 007 1e9 1e999 2147483648 9007199254740993 0x1f 0o17 .5 NaN".split(" ");

/** What an input is changed by. */
export interface Stock {
  readonly random: Random;
  readonly words: readonly Buffer[];
  /** Others to take pieces from. */
  readonly others: readonly Buffer[];
}

/** An input with one to a dozen changes, of the kinds that people, programs and attackers make. */
export function mutate(input: Buffer, stock: Stock): Buffer {
  const { random } = stock;
  let changed = input;
  for (let rounds = 1 + random.below(random.from([2, 4, 12])); rounds > 0; rounds--)
    changed = random.from(changes)(changed, stock).subarray(0, longest);
  return changed;
}

type Change = (input: Buffer, stock: Stock) => Buffer;

const insertWord: Change = (input, { random, words }) => inserted(input, random.from(words), random);
const insertOddity: Change = (input, { random }) =>
  inserted(input, random.from(random.once(4) ? broken : oddities), random);
const insertNumber: Change = (input, { random }) =>
  inserted(input, Buffer.from(random.from(numbers)), random);

/** One word for another. */
const replaceWord: Change = (input, { random, words }) => {
  const word = random.from(words);
  const at = word.length === 0 ? -1 : input.indexOf(word, random.below(input.length + 1));
  const other = random.from(words);
  return at === -1 ? inserted(input, other, random) : spliced(input, at, word.length, other);
};

const remove: Change = (input, { random }) => {
  const { from, length } = piece(input, random);
  return spliced(input, from, length, Buffer.alloc(0));
};

const repeat: Change = (input, { random }) => {
  const { from, length } = piece(input, random);
  const times = random.once(8) ? 200 : 1 + random.below(4);
  const copies = Array.from({ length: times }, () => input.subarray(from, from + length));
  return spliced(input, from, 0, Buffer.concat(copies));
};

const move: Change = (input, { random }) => {
  const { from, length } = piece(input, random);
  const taken = input.subarray(from, from + length);
  return inserted(spliced(input, from, length, Buffer.alloc(0)), taken, random);
};

const cross: Change = (input, { random, others }) => {
  const other = random.from(others);
  const { from, length } = piece(other, random);
  return inserted(input, other.subarray(from, from + length), random);
};

const flip: Change = (input, { random }) => {
  if (input.length === 0) return input;
  const changed = Buffer.from(input);
  const at = random.below(input.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  return changed;
};

const cut: Change = (input, { random }) => input.subarray(0, random.below(input.length + 1));

const changes: readonly Change[] = [
  ...[insertWord, insertWord, insertWord, replaceWord, replaceWord],
  ...[insertOddity, insertNumber, remove, remove, repeat, move, cross, cross, flip, cut],
];

/** A stretch: by lines as often as not. */
function piece(input: Buffer, random: Random): { from: number; length: number } {
  const at = random.below(input.length + 1);
  if (random.once(2))
    return { from: at, length: Math.min(random.below(random.from([4, 16, 64])), input.length - at) };
  const from = input.lastIndexOf("\n", at) + 1;
  const end = input.indexOf("\n", Math.max(at, from));
  return { from, length: (end === -1 ? input.length : end + 1) - from };
}

function inserted(input: Buffer, piece: Buffer, random: Random): Buffer {
  return spliced(input, random.below(input.length + 1), 0, piece);
}

function spliced(input: Buffer, at: number, length: number, piece: Buffer): Buffer {
  return Buffer.concat([input.subarray(0, at), piece, input.subarray(at + length)]);
}
