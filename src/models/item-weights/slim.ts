import { elasticNet } from "../../kernels/item-weights/elastic-net.js";
import { addCommonSums } from "../../kernels/similarity/common-sums.js";
import { keptRows } from "../../kernels/similarity/kept-rows.js";
import type { Ratings } from "../../ratings/ratings.js";
import { atLeast, wholeAtLeast, wholeOrAll } from "../../settings/settings.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { rowSquares } from "../../sparse/row-squares.js";
import { scaleColumns } from "../../sparse/scale-columns.js";
import { type LongWork, report } from "../../task/long-work.js";
import type { Model, SavedModel } from "../contract/model.js";
import { savedSimilarities } from "../contract/saved-model.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import {
  checkedInteractionSettings,
  type InteractionSettings,
  type WeightedInteractions,
  weightedInteractions,
} from "../implicit/weighted-interactions.js";
import { FittedItemWeights } from "./fitted-item-weights.js";
import { SparseWeights } from "./item-weights.js";

/** Settings of {@link Slim}. */
export interface SlimSettings extends InteractionSettings {
  /** How strongly weights are pulled towards 0 (the square of the elastic net, L2), from 0. @default 200 */
  readonly regularization: number;
  /** How strongly weights are pulled to exactly 0 (its absolute value, L1), from 0. @default 0.02 */
  readonly l1Regularization: number;
  /** Whether only weights above 0 count. @default true */
  readonly positiveOnly: boolean;
  /** The most weights stored that lead to an item, from 1, Infinity for all. @default Infinity up to 20,000 rows, 500 beyond */
  readonly keep: number | undefined;
  /** The most passes over the weights of one item, from 1. @default 100 */
  readonly iterations: number;
  /** Stops where no weight moves by more than this share of the largest one, from 0. @default 0.0001 */
  readonly tolerance: number;
}

/**
 * Sparse linear method: for each item a few others, and weights for them, that give it back best (an elastic net),
 *
 *     ½ Σ over users of (value of j − Σ value of i × weight[i, j])² + ½ regularization × Σ weight² + l1Regularization × Σ |weight|
 *
 * As {@link Ease}, but with weights above 0 only, of which many are 0, so that there is no square of items in memory. Fits in
 * O(passes × Σ over items of the ratings of all items that share a user with it), at most items × ratings a pass; keeps `keep`
 * weights an item. Ning and Karypis, SLIM: sparse linear methods for top-N recommender systems, ICDM 2011.
 *
 * @example
 * const model = new Slim({ l1Regularization: 1 }).fit(ratings.withAtLeast({ perItem: 50 }));
 * model.similarItems(260, { count: 3 });
 */
export class Slim implements Model<FittedItemWeights> {
  static readonly kind = "Slim";
  readonly name = Slim.kind;
  readonly settings: Readonly<SlimSettings>;

  constructor({
    regularization = 200,
    l1Regularization = 0.02,
    positiveOnly = true,
    keep,
    iterations = 100,
    tolerance = 1e-4,
    ...interactions
  }: Partial<SlimSettings> = {}) {
    this.settings = Object.freeze({
      regularization: atLeast(0, { regularization }),
      l1Regularization: atLeast(0, { l1Regularization }),
      positiveOnly,
      keep: keep === undefined ? undefined : wholeOrAll(1, { keep }),
      iterations: wholeAtLeast(1, { iterations }),
      tolerance: atLeast(0, { tolerance }),
      ...checkedInteractionSettings(interactions),
    });
  }

  /**
   * Learns from ratings.
   *
   * @throws RangeError for ratings below 0.
   */
  fit(ratings: Ratings, work: LongWork = {}): FittedItemWeights {
    const interactions = weightedInteractions(ratings, this.settings);
    const weights = scaleColumns(this.#solveAll(interactions, work), interactions.itemScales);
    return this.#fitted(ratings, SparseWeights.leadingTo(weights));
  }

  static restore(saved: SavedModel): FittedItemWeights {
    const weights = new SparseWeights(savedSimilarities(saved, saved.ratings.items.size));
    return new Slim(saved.settings).#fitted(saved.ratings, weights);
  }

  #fitted(ratings: Ratings, weights: SparseWeights): FittedItemWeights {
    return new FittedItemWeights(ratings, { kind: Slim, settings: this.settings }, weights);
  }

  /** For each item, as a row, the weights that lead to it. */
  #solveAll({ byUser, byItem }: WeightedInteractions, work: LongWork): CsrMatrix {
    const { regularization, l1Regularization, positiveOnly, iterations, tolerance } = this.settings;
    const itemCount = byItem.rowCount;
    const residual = new Float64Array(byUser.rowCount);
    const products = new Float64Array(itemCount);
    const items = Int32Array.from(products.keys());
    const norms = rowSquares(byItem);
    // A product with y can only fall while weights above 0 come in: one that does not reach l1 never counts.
    const candidatesFor = (item: number) => {
      if (!positiveOnly) return items.filter((other) => other !== item);
      products.fill(0);
      addCommonSums("dots", rowOf(byItem, item), byUser, byUser.starts, products);
      return items.filter((other) => other !== item && products[other] > l1Regularization);
    };
    return keptRows(
      itemCount,
      storedPerRow(this.settings, itemCount),
      (item, into) =>
        elasticNet(
          item,
          byItem,
          norms,
          candidatesFor(item),
          l1Regularization,
          regularization,
          positiveOnly,
          iterations,
          tolerance,
          residual,
          into,
        ),
      (done) => report(work, { done, total: itemCount }),
    );
  }
}
