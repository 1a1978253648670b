import { MersenneTwister } from "./mersenne-twister.js";
import { SmallFastCounter } from "./small-fast-counter.js";

/**
 * Where random bits come from: the library's own generator, or the one of NumPy's legacy
 * `RandomState`.
 */
export type RandomGenerator = "reelbook" | "numpy";

/** Settings of {@link random}. */
export interface RandomSettings {
  /** A whole number from 0 to 2³² − 1; the same seed draws the same numbers. @default 0 */
  readonly seed: number;
  /**
   * Which generator draws: the library's own, or "numpy" for what NumPy's legacy
   * `RandomState(seed)` draws. @default "reelbook"
   */
  readonly generator: RandomGenerator;
}

const LARGEST_SEED = 2 ** 32 - 1;

/** Random numbers from a seed, which are the same on every machine. */
export class Random {
  readonly #words: { next(): number };
  #spareNormal = Number.NaN;

  /** @param words gives 32 random bits at a time, as a whole number */
  constructor(words: { next(): number }) {
    this.#words = words;
  }

  /** A number from 0 to below 1, a multiple of 2⁻⁵³. */
  uniform(): number {
    const high = this.#words.next() >>> 5;
    const low = this.#words.next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /**
   * A whole number from 0 to below `bound`, uniformly distributed; `bound` is whole, from 1 to 2⁵³.
   */
  below(bound: number): number {
    if (!(Number.isInteger(bound) && bound >= 1 && bound <= 2 ** 53)) {
      throw new RangeError(`bound: ${bound} is not a whole number from 1 to 2 ** 53`);
    }
    const largest = bound - 1;
    return largest < 2 ** 32 ? this.#word(largest) : this.#twoWords(largest);
  }

  /**
   * Fills an array with what as many calls of {@link below} draw; `bound` is at most 2³¹. Faster
   * than the calls, as no draw that is too large costs a branch that the processor did not predict.
   */
  fillBelow(bound: number, into: Int32Array): void {
    const mask = bitMask(bound - 1);
    for (let k = 0; k < into.length; ) {
      into[k] = mask && this.#words.next() & mask;
      k += Number(into[k] < bound);
    }
  }

  /**
   * A number of the standard normal distribution, by Marsaglia's polar method: two for each point
   * of the unit disc, of which the second is kept for the next call.
   */
  normal(): number {
    if (!Number.isNaN(this.#spareNormal)) {
      const spare = this.#spareNormal;
      this.#spareNormal = Number.NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spareNormal = stretch * x;
      return stretch * y;
    }
  }

  /**
   * Puts the values into a random order, in place: Fisher and Yates's shuffle from the last place
   * down. O(values).
   */
  shuffle<T extends { [index: number]: unknown; readonly length: number }>(values: T): T {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.#word(last);
      const moved = values[last];
      values[last] = values[other];
      values[other] = moved;
    }
    return values;
  }

  /** The whole numbers from 0 to below `count` in a random order. O(count). */
  permutation(count: number): Int32Array {
    const order = new Int32Array(count);
    for (let index = 0; index < count; index++) order[index] = index;
    return this.shuffle(order);
  }

  /** From 0 to `largest` at most: as many bits as it has are drawn, again where they make more. */
  #word(largest: number): number {
    if (largest === 0) return 0;
    const mask = bitMask(largest);
    for (;;) {
      const word = (this.#words.next() & mask) >>> 0;
      if (word <= largest) return word;
    }
  }

  /** {@link Random.#word} for more than 32 bits. */
  #twoWords(largest: number): number {
    const mask = bitMask(Math.floor(largest / 2 ** 32));
    for (;;) {
      const high = (this.#words.next() & mask) >>> 0;
      const word = high * 2 ** 32 + this.#words.next();
      if (word <= largest) return word;
    }
  }
}

/**
 * Random numbers from a seed. With `generator: "numpy"` they are those of NumPy's legacy
 * `RandomState(seed)`: `uniform` is its `random_sample`, `below(n)` its `randint(n)`, `shuffle`,
 * `permutation` and `normal` are named alike. All are equal to the bit but `normal`, whose last bit
 * depends on the platform's `log`.
 *
 * @throws RangeError that names the setting and its value.
 * @example
 * random({ seed: 42, generator: "numpy" }).permutation(5); // Int32Array [1, 4, 2, 0, 3]
 */
export function random({ seed = 0, generator = "reelbook" }: Partial<RandomSettings> = {}): Random {
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED)) {
    throw new RangeError(`seed: ${seed} is not a whole number from 0 to ${LARGEST_SEED}`);
  }
  switch (generator) {
    case "reelbook":
      return new Random(new SmallFastCounter(seed));
    case "numpy":
      return new Random(new MersenneTwister(seed));
    default:
      throw new RangeError(`generator: "${generator}" is neither "reelbook" nor "numpy"`);
  }
}

/** The smallest number of the form 2ⁿ − 1 that is not below a value of at most 32 bits. */
function bitMask(value: number): number {
  return value === 0 ? 0 : 0xffffffff >>> Math.clz32(value);
}
