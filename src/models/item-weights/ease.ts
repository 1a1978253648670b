import { accelerated } from "../../kernels/backend.js";
import { dualInverse } from "../../kernels/dense/dual-inverse.js";
import { invertPositiveDefinite } from "../../kernels/dense/invert-positive-definite.js";
import { addCommonDots } from "../../kernels/similarity/common-dots.js";
import type { Feedback } from "../../ratings/feedback.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { number } from "../../settings/number.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Model, SavedModel } from "../contract/model.js";
import { relevantPart } from "../contract/relevance.js";
import { savedNumbers } from "../contract/saved-model.js";
import {
  interactionFields,
  type WeightedInteractions,
  weightedInteractions,
} from "../implicit/weighted-interactions.js";
import { FittedItemWeights } from "./fitted-item-weights.js";
import { DenseWeights } from "./item-weights.js";

/** Settings of {@link Ease}. */
export interface EaseSettings extends SettingsOf<typeof Ease.settings> {}

/** Their matrix takes 3.2 GB; typed arrays of Node 20 have at most 4 GB. */
const MAX_ITEMS = 20_000;

/**
 * The weights between items that best reconstruct each user's items from the user's other items, by
 * least squares:
 *
 *     X ≈ X B     B[i, i] = 0     B[i, j] = −P[i, j] / P[j, j]     P = (XᵀX + regularization × I)⁻¹
 *
 * where X is users × items. The solution is closed: one inverse, no iterations. Weights may be
 * negative: a user of item i is then less likely to choose j. With fewer users than items, the
 * inverse of a users × users matrix gives the same weights. Fits in O(Σ over users of their
 * ratings² + items³), or O(users³ + ratings × items), with 8 × items² bytes; at most 20,000 items.
 *
 * Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019.
 * Reference: src/reference/ease.ts.
 *
 * @example
 * const model = new Ease({ regularization: 200 }).fit(ratings.withAtLeast({ perItem: 50 }));
 * model.similarItems(260, { count: 3 });
 */
export class Ease implements Model<FittedItemWeights<EaseSettings>> {
  static readonly kind = "Ease";
  static readonly settings = defineSettings(
    {
      /**
       * λ in the penalty λ · ‖B‖² on all weights: what is added to the diagonal of the Gram matrix.
       */
      regularization: number({ min: 0, default: 500 }),
    },
    interactionFields,
  );
  readonly name = Ease.kind;
  readonly settings: EaseSettings;

  constructor(settings: Partial<EaseSettings> = {}) {
    this.settings = Ease.settings.check(this.name, settings);
  }

  /**
   * Learns from ratings.
   *
   * @throws RangeError for ratings below 0, for more than 20,000 items, and where there is no
   *   inverse because `regularization` is too small.
   */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedItemWeights<EaseSettings> {
    const itemCount = ratings.items.size;
    if (itemCount > MAX_ITEMS) throw tooManyItems(itemCount);
    const interactions = weightedInteractions(relevantPart(ratings, this.settings), this.settings);
    const inverse = this.#inverse(interactions, task);
    return this.#fitted(ratings, toWeights(inverse, interactions.itemScales));
  }

  static restore(saved: SavedModel): FittedItemWeights<EaseSettings> {
    const weights = savedNumbers(saved, "weights", saved.ratings.items.size ** 2);
    return new Ease(saved.settings).#fitted(saved.ratings, weights);
  }

  #fitted(ratings: Feedback, weights: Float64Array): FittedItemWeights<EaseSettings> {
    return new FittedItemWeights(
      ratings,
      { kind: Ease, settings: this.settings },
      new DenseWeights(weights, ratings.items.size),
    );
  }

  /**
   * (XᵀX + regularization × I)⁻¹ up to a factor, from users or items, whichever are fewer.
   */
  #inverse({ byUser, byItem }: WeightedInteractions, task: TaskOptions): Float64Array {
    const { regularization } = this.settings;
    const isDual = byUser.rowCount < byItem.rowCount && regularization > 0;
    const [rows, columns] = isDual ? [byUser, byItem] : [byItem, byUser];
    const matrix = gram(rows, columns);
    const size = rows.rowCount;
    for (let row = 0; row < size; row++) matrix[row * size + row] += regularization;
    const onBlock = (done: number) => reportProgress(task, { done, total: size });
    const invert = accelerated("invertPositiveDefinite") ?? invertPositiveDefinite;
    const isDefinite = invert(matrix, size, onBlock);
    const inverse = isDefinite && isDual ? dualInverse(byUser, byItem, matrix) : matrix;
    if (isDefinite && isAboveRounding(inverse, byItem.rowCount)) return inverse;
    throw new RangeError(
      `regularization: ${regularization} is too little: some of ${byItem.rowCount} items are linear combinations of ` +
        "others, so that the matrix is not positive definite; take more",
    );
  }
}

/** Whether every number on the diagonal of an inverse exceeds the rounding error of the largest. */
function isAboveRounding(inverse: Float64Array, size: number): boolean {
  const diagonal = new Float64Array(size).map((_, i) => inverse[i * size + i]);
  const largest = diagonal.reduce((most, value) => Math.max(most, value), 0);
  return diagonal.every((value) => value > largest * size * Number.EPSILON);
}

/** The dot products of all rows with one another. */
function gram(rows: CsrMatrix, columns: CsrMatrix): Float64Array {
  const size = rows.rowCount;
  const products = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const into = products.subarray(row * size, (row + 1) * size);
    addCommonDots(rowOf(rows, row), columns, into);
  }
  return products;
}

/**
 * Turns the inverse into weights, in place. The weights from an item are multiplied by its scale.
 */
function toWeights(inverse: Float64Array, itemScales: Float64Array): Float64Array {
  const n = itemScales.length;
  const diagonal = itemScales.map((_, j) => inverse[j * n + j]);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) inverse[i * n + j] *= -itemScales[i] / diagonal[j];
    inverse[i * n + i] = 0;
  }
  return inverse;
}

function tooManyItems(itemCount: number): RangeError {
  return new RangeError(
    `${itemCount} items need a matrix of ${((8 * itemCount ** 2) / 1e9).toFixed(1)} GB; Ease takes at most ${MAX_ITEMS}; ` +
      "leave rare items out with withAtLeast({ perItem })",
  );
}
