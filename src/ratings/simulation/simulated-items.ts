import type { Random } from "../../math/random.js";
import { WeightedUrn } from "../../math/weighted-urn.js";

/** Quadratic term of log-popularity, which flattens the head and the tail. */
const BEND = 0.2;
/**
 * Total weight of all items: far below 2³¹, yet enough for an item a millionth as popular as the
 * mean.
 */
const TOTAL_WEIGHT = 2 ** 30;
/**
 * Correlation of an item's bias with the z of its popularity: popular items are rated a little
 * higher.
 */
const POPULARITY_BIAS = 0.3;

/**
 * The items of a simulation: their popularity, biases and factors, and which of them the current
 * user has not rated yet. With a standard normal z, an item's popularity is
 *
 *     exp(spread × z − 0.2 × z²),  spread = 0.38 × ln(items) − 0.97, at least 0.5
 *
 * fitted so that rating counts by rank follow those of ML-100K (1,682 movies) and ml-latest-small
 * (9,724), and the most rated of ML-25M's 59,047 movies gets about its 81,491 ratings by 162,541
 * users.
 */
export class SimulatedItems {
  readonly #urn: WeightedUrn;
  readonly #biases: Float64Array;
  /** Items × factors, item by item. */
  readonly #factors: Float64Array;
  readonly #order: Int32Array;
  readonly #isRated: Uint8Array;
  #nextInOrder = 0;
  /** The number of items that no user has rated yet. */
  unrated: number;

  constructor(random: Random, { items, factors }: { items: number; factors: number }) {
    const spread = Math.max(0.5, 0.38 * Math.log(items) - 0.97);
    const normals = Float64Array.from({ length: items }, () => random.normal());
    const popularity = normals.map((z) => Math.exp(spread * z - BEND * z * z));
    const unit = popularity.reduce((sum, each) => sum + each, 0) / TOTAL_WEIGHT;
    this.#urn = new WeightedUrn(Int32Array.from(popularity, (each) => 1 + each / unit));
    const own = Math.sqrt(1 - POPULARITY_BIAS ** 2);
    this.#biases = normals.map((z) => POPULARITY_BIAS * z + own * random.normal());
    this.#factors = Float64Array.from({ length: items * factors }, () => random.normal());
    this.#order = random.permutation(items);
    this.#isRated = new Uint8Array(items);
    this.unrated = items;
  }

  /** The bias of an item: approximately standard normal. */
  bias(item: number): number {
    return this.#biases[item];
  }

  /**
   * The dot product of a user's and an item's factors / √factors: approximately standard normal.
   */
  affinity(userFactors: Float64Array, item: number): number {
    const start = item * userFactors.length;
    let sum = 0;
    for (let factor = 0; factor < userFactors.length; factor++)
      sum += userFactors[factor] * this.#factors[start + factor];
    return sum / Math.sqrt(userFactors.length);
  }

  /** Takes an item that no user has rated yet. */
  takeUnrated(): number {
    while (this.#isRated[this.#order[this.#nextInOrder]]) this.#nextInOrder++;
    return this.#take(this.#order[this.#nextInOrder]);
  }

  /**
   * Takes an item that this user has not rated yet, with a higher chance for popular items and high
   * affinity.
   */
  takeByAffinity(userFactors: Float64Array, random: Random): number {
    for (;;) {
      const item = this.#urn.draw(random);
      const acceptance = 0.5 + 0.3 * this.affinity(userFactors, item);
      if (random.uniform() < Math.min(0.9, Math.max(0.1, acceptance))) return this.#take(item);
    }
  }

  /** Returns a user's items, so that the next user can take them. */
  putBack(items: Int32Array): void {
    for (const item of items) this.#urn.putBack(item);
  }

  #take(item: number): number {
    this.#urn.takeOut(item);
    if (!this.#isRated[item]) this.unrated--;
    this.#isRated[item] = 1;
    return item;
  }
}
