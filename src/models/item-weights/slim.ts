import { accelerated } from "../../kernels/backend.js";
import { elasticNet } from "../../kernels/item-weights/elastic-net.js";
import { addCommonDots } from "../../kernels/similarity/common-dots.js";
import { keptRows } from "../../kernels/similarity/kept-rows.js";
import type { Feedback } from "../../ratings/feedback.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number, optionalInteger } from "../../settings/number.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";
import { rowOf } from "../../sparse/row-of.js";
import { rowSquares } from "../../sparse/row-squares.js";
import { scaleColumns } from "../../sparse/scale-columns.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Model, SavedModel } from "../contract/model.js";
import { relevantPart } from "../contract/relevance.js";
import { savedSimilarities } from "../contract/saved-model.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import {
  interactionFields,
  type WeightedInteractions,
  weightedInteractions,
} from "../implicit/weighted-interactions.js";
import { FittedItemWeights } from "./fitted-item-weights.js";
import { SparseWeights } from "./item-weights.js";

/** Settings of {@link Slim}. */
export interface SlimSettings extends SettingsOf<typeof Slim.settings> {}

/**
 * Sparse linear method: for each item j, the sparse weights of other items i that best reconstruct
 * it (an elastic net),
 *
 *     ½ Σ over users of (value of j − Σ value of i × weight[i, j])²
 *         + ½ regularization × Σ weight² + l1Regularization × Σ |weight|
 *
 * Like {@link Ease}, but by default with weights of at least 0, most of which are 0, so that memory
 * does not grow with items². Fits in O(passes × Σ over items of the ratings of all items that share
 * a user with it), at most items × ratings per pass; stores `keep` weights per item.
 *
 * Ning and Karypis, SLIM: sparse linear methods for top-N recommender systems, ICDM 2011.
 * Reference: src/reference/elastic-net.ts.
 *
 * @example
 * const model = new Slim({ l1Regularization: 1 }).fit(ratings.withAtLeast({ perItem: 50 }));
 * model.similarItems(260, { count: 3 });
 */
export class Slim implements Model<FittedItemWeights<SlimSettings>> {
  static readonly kind = "Slim";
  static readonly settings = defineSettings(
    {
      /** λ in the penalty ½ λ · ‖w‖² on the weights of an item (L2). */
      regularization: number({ min: 0, default: 200 }),
      /** λ₁ in the penalty λ₁ · Σ |w| on the weights of an item (L1). */
      l1Regularization: number({ min: 0, default: 0.02 }),
      /** Whether weights are constrained to be at least 0. */
      positiveOnly: boolean({ default: true }),
      /**
       * Weights stored per item, the largest first; by default all up to 20,000 items and 500
       * beyond.
       */
      keep: optionalInteger({ min: 1, orInfinity: true }),
      /** Passes of coordinate descent over the weights of an item, at most. */
      iterations: integer({ min: 1, default: 100 }),
      /** Stops when no weight changes by more than this share of the largest one. */
      tolerance: number({ min: 0, default: 1e-4 }),
    },
    interactionFields,
  );
  readonly name = Slim.kind;
  readonly settings: SlimSettings;

  constructor(settings: Partial<SlimSettings> = {}) {
    this.settings = Slim.settings.check(this.name, settings);
  }

  /**
   * Learns from ratings.
   *
   * @throws RangeError for ratings below 0.
   */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedItemWeights<SlimSettings> {
    const interactions = weightedInteractions(relevantPart(ratings, this.settings), this.settings);
    const weights = scaleColumns(this.#solveAll(interactions, task), interactions.itemScales);
    return this.#fitted(ratings, SparseWeights.leadingTo(weights));
  }

  static restore(saved: SavedModel): FittedItemWeights<SlimSettings> {
    const weights = new SparseWeights(savedSimilarities(saved, saved.ratings.items.size));
    return new Slim(saved.settings).#fitted(saved.ratings, weights);
  }

  #fitted(ratings: Feedback, weights: SparseWeights): FittedItemWeights<SlimSettings> {
    return new FittedItemWeights(ratings, { kind: Slim, settings: this.settings }, weights);
  }

  /** The weights to each item, as a row. */
  #solveAll({ byUser, byItem }: WeightedInteractions, task: TaskOptions): CsrMatrix {
    const { regularization, l1Regularization, positiveOnly, iterations, tolerance } = this.settings;
    const itemCount = byItem.rowCount;
    const residual = new Float64Array(byUser.rowCount);
    const products = new Float64Array(itemCount);
    const items = Int32Array.from(products.keys());
    const squares = rowSquares(byItem);
    const penalties = {
      l1: l1Regularization,
      l2: regularization,
      positiveOnly: positiveOnly ? 1 : 0,
    } as const;
    const limits = { iterations, tolerance };
    const solve = accelerated("elasticNet") ?? elasticNet;
    // No value is below 0, so weights above 0 only lower a column's product with the residual: a
    // column whose product with y does not exceed l1 never gets a weight.
    const candidatesFor = (item: number) => {
      if (!positiveOnly) return items.filter((other) => other !== item);
      products.fill(0);
      addCommonDots(rowOf(byItem, item), byUser, products);
      return items.filter((other) => other !== item && products[other] > l1Regularization);
    };
    return keptRows(
      itemCount,
      storedPerRow(this.settings, itemCount),
      (item, into) => {
        denseRow(byItem, item, residual.fill(0));
        solve(byItem, squares, candidatesFor(item), penalties, limits, residual, into);
      },
      (done) => reportProgress(task, { done, total: itemCount }),
    );
  }
}
