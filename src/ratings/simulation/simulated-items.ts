import type { Random } from "../../math/random.js";
import { WeightedUrn } from "../../math/weighted-urn.js";

/** How far the tail is bent down at its head and its end. */
const BEND = 0.2;
/** The weights of all items together: far below 2³¹, and enough for an item that is a millionth as popular as the mean. */
const TOTAL_WEIGHT = 2 ** 30;
/** How much of an item's bias comes of its popularity: what many have seen is a little better liked. */
const OF_POPULARITY = 0.3;

/**
 * The items of a simulation: how popular they are, what is liked about them, and which ones the current user has not taken
 * yet. With z from the standard normal distribution, an item's popularity is
 *
 *     exp(spread × z − 0.2 × z²),  spread = 0.38 × ln(items) − 0.97, at least 0.5
 *
 * chosen so that counts by rank come near those of ML-100K (1,682 movies) and ml-latest-small (9,724) all the way, and the
 * most rated of ML-25M's 59,047 movies gets about its 81,491 ratings of 162,541 users.
 */
export class SimulatedItems {
  readonly #urn: WeightedUrn;
  readonly #biases: Float64Array;
  /** One number a factor, item by item. */
  readonly #tastes: Float64Array;
  readonly #order: Int32Array;
  readonly #isRated: Uint8Array;
  #nextInOrder = 0;
  /** How many items no user has taken yet. */
  unrated: number;

  constructor(random: Random, { items, factors }: { items: number; factors: number }) {
    const spread = Math.max(0.5, 0.38 * Math.log(items) - 0.97);
    const normals = Float64Array.from({ length: items }, () => random.normal());
    const popularity = normals.map((z) => Math.exp(spread * z - BEND * z * z));
    const unit = popularity.reduce((sum, each) => sum + each, 0) / TOTAL_WEIGHT;
    this.#urn = new WeightedUrn(Int32Array.from(popularity, (each) => 1 + each / unit));
    const own = Math.sqrt(1 - OF_POPULARITY ** 2);
    this.#biases = normals.map((z) => OF_POPULARITY * z + own * random.normal());
    this.#tastes = Float64Array.from({ length: items * factors }, () => random.normal());
    this.#order = random.permutation(items);
    this.#isRated = new Uint8Array(items);
    this.unrated = items;
  }

  /** How much better than others everybody likes an item: about standard normal. */
  bias(item: number): number {
    return this.#biases[item];
  }

  /** How well an item serves a taste: about standard normal. */
  liking(taste: Float64Array, item: number): number {
    const start = item * taste.length;
    let sum = 0;
    for (let factor = 0; factor < taste.length; factor++) sum += taste[factor] * this.#tastes[start + factor];
    return sum / Math.sqrt(taste.length);
  }

  /** Takes an item that no user has taken yet. */
  takeUnrated(): number {
    while (this.#isRated[this.#order[this.#nextInOrder]]) this.#nextInOrder++;
    return this.#take(this.#order[this.#nextInOrder]);
  }

  /** Takes an item that this user has not taken yet: a popular one sooner, and one that is liked sooner. */
  takeLiked(taste: Float64Array, random: Random): number {
    for (;;) {
      const item = this.#urn.draw(random);
      const chance = 0.5 + 0.3 * this.liking(taste, item);
      if (random.uniform() < Math.min(0.9, Math.max(0.1, chance))) return this.#take(item);
    }
  }

  /** Gives back what a user took, for the next one. */
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
