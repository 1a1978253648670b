import { addCommonDots } from "../../kernels/similarity/common-dots.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import type { ItemWeights } from "./item-weights.js";

/** The two steps of a walk from an item over a user to an item: probabilities of each entry. */
export interface WalkSteps {
  /** By item: the steps from it to its users. */
  readonly toUser: CsrMatrix;
  /** By user: the steps to the user's items. */
  readonly toItem: CsrMatrix;
}

/**
 * Weights that are not stored but computed when they are asked for:
 *
 *     weight[i, j] = Σ over users of toUser[i, user] × toItem[user, j]
 *
 * All weights from an item take O(ratings of its users), one weight O(raters of both + users).
 */
export class WalkedWeights implements ItemWeights {
  readonly #toUser: CsrMatrix;
  readonly #toItem: CsrMatrix;
  /** By item: the steps to it from its users. */
  readonly #fromUser: CsrMatrix;

  constructor({ toUser, toItem }: WalkSteps) {
    this.#toUser = toUser;
    this.#toItem = toItem;
    this.#fromUser = transpose(toItem);
  }

  score(items: Int32Array, values: Float64Array, into: Float64Array): void {
    into.fill(Number.NaN);
    const weights = new Float64Array(into.length);
    for (let k = 0; k < items.length; k++) {
      this.#walk(items[k], weights.fill(0));
      for (let j = 0; j < into.length; j++) {
        if (weights[j] === 0) continue;
        into[j] = (Number.isNaN(into[j]) ? 0 : into[j]) + values[k] * weights[j];
      }
    }
  }

  /** A walk leads to all items at once. */
  scoreSome({ indices, values }: SparseRow, targets: Int32Array, into: Float64Array): void {
    const scores = new Float64Array(this.#toUser.rowCount);
    this.score(indices, values, scores);
    for (let k = 0; k < targets.length; k++) into[k] = scores[targets[k]];
  }

  at(from: number, to: number): number {
    if (from === to) return Number.NaN;
    const lastSteps = denseRow(this.#fromUser, to, new Float64Array(this.#toItem.rowCount));
    const { indices: users, values: firstSteps } = rowOf(this.#toUser, from);
    let weight = 0;
    for (let k = 0; k < users.length; k++) weight += firstSteps[k] * lastSteps[users[k]];
    return weight === 0 ? Number.NaN : weight;
  }

  from(item: number): Float64Array {
    const weights = new Float64Array(this.#toUser.rowCount);
    this.#walk(item, weights);
    return weights.map((weight) => (weight === 0 ? Number.NaN : weight));
  }

  state(): Record<string, never> {
    return {};
  }

  /** Adds the weights from an item to `into`, which is all 0 before; 0 to the item itself. */
  #walk(item: number, into: Float64Array): void {
    addCommonDots(rowOf(this.#toUser, item), this.#toItem, into);
    into[item] = 0;
  }
}
