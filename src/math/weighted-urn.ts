import type { Random } from "./random.js";

/**
 * An urn of things 0, 1, 2 … from which one is drawn with a probability proportional to its weight.
 * A thing can be taken out and put back. All in O(log things), by a tree in which each node holds
 * the weight below it; weights are whole, so that no rounding ever adds up.
 *
 * @example
 * const urn = new WeightedUrn(Int32Array.of(1, 2, 1));
 * urn.takeOut(1);
 * urn.weight; // 2
 */
export class WeightedUrn {
  readonly #weights: Int32Array;
  /**
   * Node 1 is the root, nodes 2n and 2n + 1 stand below node n, the last level holds the things.
   */
  readonly #sums: Int32Array;
  readonly #firstLeaf: number;

  /** @param weights whole and from 0, less than 2³¹ together */
  constructor(weights: Int32Array) {
    this.#weights = weights;
    this.#firstLeaf = 2 ** Math.ceil(Math.log2(Math.max(1, weights.length)));
    this.#sums = new Int32Array(2 * this.#firstLeaf);
    this.#sums.set(weights, this.#firstLeaf);
    for (let node = this.#firstLeaf - 1; node > 0; node--) {
      this.#sums[node] = this.#sums[2 * node] + this.#sums[2 * node + 1];
    }
  }

  /** The weight of all that is in the urn. */
  get weight(): number {
    return this.#sums[1];
  }

  /**
   * A thing that is in the urn, where it stays; a RangeError where nothing with a weight is in it.
   */
  draw(random: Random): number {
    const sums = this.#sums;
    let left = random.below(this.weight);
    let node = 1;
    while (node < this.#firstLeaf) {
      node *= 2;
      if (left >= sums[node]) left -= sums[node++];
    }
    return node - this.#firstLeaf;
  }

  takeOut(thing: number): void {
    this.#add(thing, -this.#weights[thing]);
  }

  putBack(thing: number): void {
    this.#add(thing, this.#weights[thing]);
  }

  #add(thing: number, weight: number): void {
    for (let node = this.#firstLeaf + thing; node > 0; node >>= 1) this.#sums[node] += weight;
  }
}
