import { rankedIndicesInto } from "../../math/top-n.js";
import type { ListRules } from "./list-rules.js";

/**
 * Ranks one user's scores after another by the same rules, in buffers of its own: equal scores in
 * the order of the items' index, NaN never.
 */
export class ListRanker {
  readonly #rules: ListRules;
  readonly #top: Int32Array;
  /** The position of an item among the candidates, by item index; -1 for other items. */
  readonly #positions: Int32Array;

  /** @param itemCount how many items the model knows */
  constructor(rules: ListRules, itemCount: number) {
    const { candidates, count } = rules;
    this.#rules = rules;
    this.#top = new Int32Array(count);
    this.#positions = new Int32Array(candidates ? itemCount : 0).fill(-1);
    for (let k = 0; candidates && k < candidates.length; k++) this.#positions[candidates[k]] = k;
  }

  /**
   * The best items for a user with these scores of all items, best first: a view, valid until the
   * next call. Overwrites the scores of items that the list may not contain. O(items).
   */
  rank(scores: Float64Array, seen: Int32Array): Int32Array {
    const { candidates, excluded, excludeSeen } = this.#rules;
    for (let item = 0; candidates && item < scores.length; item++) {
      if (this.#positions[item] < 0) scores[item] = Number.NaN;
    }
    if (excludeSeen) for (const item of seen) scores[item] = Number.NaN;
    for (const item of excluded) scores[item] = Number.NaN;
    return this.#top.subarray(0, rankedIndicesInto(scores, this.#top));
  }

  /**
   * The positions of the best candidates by scores of the candidates alone, in their order: a view,
   * as in {@link rank}. O(candidates + seen).
   */
  rankCandidates(scores: Float64Array, seen: Int32Array): Int32Array {
    const { excludeSeen } = this.#rules;
    // Other items are at -1, where nothing is written.
    if (excludeSeen) for (const item of seen) scores[this.#positions[item]] = Number.NaN;
    return this.#top.subarray(0, rankedIndicesInto(scores, this.#top));
  }
}
