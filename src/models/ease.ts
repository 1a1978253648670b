import { addCommonSums } from "../kernels/common-sums.js";
import { invertPositiveDefinite } from "../kernels/invert-positive-definite.js";
import { type LongWork, report } from "../math/long-work.js";
import type { Ratings } from "../ratings/ratings.js";
import { FittedItemWeights } from "./fitted-item-weights.js";
import { DenseWeights } from "./item-weights.js";
import type { Model } from "./model.js";
import { type SavedModel, savedNumbers } from "./saved-model.js";
import { atLeast } from "./settings.js";
import {
  checkedInteractionSettings,
  type InteractionSettings,
  type WeightedInteractions,
  weightedInteractions,
} from "./weighted-interactions.js";

/** Settings of {@link Ease}. */
export interface EaseSettings extends InteractionSettings {
  /** How strongly weights are pulled to 0: what is added to each item's sum of squares, from 0. @default 500 */
  readonly regularization: number;
}

/** The most items: their matrix takes 3.2 GB then, and an array of Node 20 ends at 4. */
const MOST_ITEMS = 20_000;

/**
 * The item-item weights that best give every user's items back from the user's other items, by least squares:
 *
 *     X ≈ X B,  B[i, i] = 0     →     P = (XᵀX + regularization × I)⁻¹,  B[i, j] = −P[i, j] / P[j, j]
 *
 * X being users × items. There is nothing to iterate: one inverse, and rare pairs may have weights below 0, which say «who knows
 * this rather not that». Fits in O(Σ over users of their ratings² + items³) with 8 × items² bytes, so that 20,000 items are the
 * most. Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019.
 *
 * @example
 * const model = new Ease({ regularization: 200 }).fit(ratings.withAtLeast({ perItem: 50 }));
 * model.similarItems(260, { count: 3 });
 */
export class Ease implements Model<FittedItemWeights> {
  readonly name = "Ease";
  readonly settings: Readonly<EaseSettings>;

  constructor({ regularization = 500, ...interactions }: Partial<EaseSettings> = {}) {
    this.settings = Object.freeze({
      regularization: atLeast(0, { regularization }),
      ...checkedInteractionSettings(interactions),
    });
  }

  /**
   * Learns from ratings.
   *
   * @throws RangeError for ratings below 0, for more than 20,000 items, and where there is no inverse (with too little `regularization`).
   */
  fit(ratings: Ratings, work: LongWork = {}): FittedItemWeights {
    const itemCount = ratings.items.size;
    if (itemCount > MOST_ITEMS) throw tooManyItems(itemCount);
    const interactions = weightedInteractions(ratings, this.settings);
    const matrix = gram(interactions, itemCount);
    for (let i = 0; i < itemCount; i++) matrix[i * itemCount + i]! += this.settings.regularization;
    const onBlock = (done: number) => report(work, { done, total: itemCount });
    if (!invertPositiveDefinite(matrix, itemCount, onBlock)) throw this.#notDefinite(itemCount);
    return this.#fitted(ratings, toWeights(matrix, interactions.itemScales));
  }

  static restore(saved: SavedModel): FittedItemWeights {
    const weights = savedNumbers(saved, "weights", saved.ratings.items.size ** 2);
    return new Ease(saved.settings).#fitted(saved.ratings, weights);
  }

  #fitted(ratings: Ratings, weights: Float64Array): FittedItemWeights {
    return new FittedItemWeights(ratings, this, new DenseWeights(weights, ratings.items.size));
  }

  #notDefinite(itemCount: number): RangeError {
    return new RangeError(
      `regularization: ${this.settings.regularization} is too little: what ${itemCount} items have in common has no inverse, since some ` +
        "of them are made up of others (the covariance is not positive definite); take more, such as 1 or 100",
    );
  }
}

/** XᵀX, row by row. */
function gram({ byUser, byItem }: WeightedInteractions, itemCount: number): Float64Array {
  const products = new Float64Array(itemCount * itemCount);
  const { starts, indices, values } = byItem;
  const users = { starts: byUser.starts, rows: byUser.indices, values: byUser.values };
  for (let i = 0; i < itemCount; i++) {
    const [start, end] = [starts[i], starts[i + 1]];
    const row = products.subarray(i * itemCount, (i + 1) * itemCount);
    addCommonSums(
      "dots",
      indices.subarray(start, end),
      values.subarray(start, end),
      users,
      users.starts,
      row,
    );
  }
  return products;
}

/** Turns the inverse into weights, in place; an item's own scale goes into the weights that lead from it. */
function toWeights(inverse: Float64Array, itemScales: Float64Array): Float64Array {
  const n = itemScales.length;
  const diagonal = itemScales.map((_, j) => inverse[j * n + j]!);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) inverse[i * n + j]! *= -itemScales[i]! / diagonal[j]!;
    inverse[i * n + i] = 0;
  }
  return inverse;
}

function tooManyItems(itemCount: number): RangeError {
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  return new RangeError(
    `${itemCount} items need a matrix of ${gigabytes(8 * itemCount ** 2)}, and ${MOST_ITEMS} items (${gigabytes(8 * MOST_ITEMS ** 2)}) are the most; ` +
      "leave rare items out with ratings.withAtLeast({ perItem: … }), or take Slim or RandomWalk, which store no square",
  );
}
