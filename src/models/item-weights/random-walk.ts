import { addCommonSums } from "../../kernels/similarity/common-sums.js";
import { keptRows } from "../../kernels/similarity/kept-rows.js";
import type { Ratings } from "../../ratings/ratings.js";
import { atLeast, wholeOrAll } from "../../settings/settings.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { type LongWork, report } from "../../task/long-work.js";
import type { Model, SavedModel } from "../contract/model.js";
import { savedSimilarities } from "../contract/saved-model.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import { checkImplicit, type ImplicitSettings, implicitValues } from "../implicit/implicit-values.js";
import { FittedItemWeights } from "./fitted-item-weights.js";
import { SparseWeights } from "./item-weights.js";

/** Settings of {@link RandomWalk}. */
export interface RandomWalkSettings extends ImplicitSettings {
  /** The power that each step's probability is raised to, from 0: the α of P3α, 1 for a true walk. @default 1 */
  readonly transitionPower: number;
  /** The β of RP3β: an item with n ratings has its scores divided by n^popularityPower, from 0 (which is P3α) on. @default 0 */
  readonly popularityPower: number;
  /** The most weights stored that lead to an item, from 1, Infinity for all. @default Infinity up to 20,000 rows, 500 beyond */
  readonly keep: number | undefined;
}

/**
 * Where a walk of three steps leads that starts at a user: to one of the user's items, to somebody else who has it, and on to
 * one of their items. Its last two steps are weights from item to item,
 *
 *     weight[i, j] = Σ over users of P(user | i)^transitionPower × P(j | user)^transitionPower / raters of j^popularityPower
 *
 * P(user | i) being the user's share in the item's ratings, P(j | user) the item's share in the user's. Without the last divisor
 * this is P3α, with it RP3β, which shows rare items more. Fits in O(Σ over users of their ratings² + items²); keeps `keep`
 * weights an item. Cooper et al., Random walks in recommender systems, WWW 2014; Paudel et al., Updatable, accurate, diverse, and
 * scalable recommendations for interactive applications, ACM TiiS 7 (2017).
 *
 * @example
 * const model = new RandomWalk({ transitionPower: 0.7, popularityPower: 0.4, keep: 100 }).fit(ratings);
 * model.recommend(1, { count: 3 });
 */
export class RandomWalk implements Model<FittedItemWeights> {
  static readonly kind = "RandomWalk";
  readonly name = RandomWalk.kind;
  readonly settings: Readonly<RandomWalkSettings>;

  constructor({
    transitionPower = 1,
    popularityPower = 0,
    keep,
    binary = true,
  }: Partial<RandomWalkSettings> = {}) {
    this.settings = Object.freeze({
      transitionPower: atLeast(0, { transitionPower }),
      popularityPower: atLeast(0, { popularityPower }),
      keep: keep === undefined ? undefined : wholeOrAll(1, { keep }),
      binary,
    });
  }

  /**
   * Learns from ratings.
   *
   * @throws RangeError for ratings below 0.
   */
  fit(ratings: Ratings, work: LongWork = {}): FittedItemWeights {
    checkImplicit(ratings);
    const { byUser, byItem } = ratings;
    const itemCount = byItem.rowCount;
    const toItem = this.#steps(byItem, byUser);
    const fromItem = this.#steps(byUser, byItem);
    const weights = keptRows(
      itemCount,
      storedPerRow(this.settings, itemCount),
      (item, into) => {
        const { indices, values } = rowOf(toItem, item);
        const divisor = indices.length ** this.settings.popularityPower;
        const steps = values.map((step) => step / divisor);
        addCommonSums("dots", { indices, values: steps }, fromItem, fromItem.starts, into);
        into[item] = 0;
      },
      (done) => report(work, { done, total: itemCount }),
    );
    return this.#fitted(ratings, SparseWeights.leadingTo(weights));
  }

  static restore(saved: SavedModel): FittedItemWeights {
    const weights = new SparseWeights(savedSimilarities(saved, saved.ratings.items.size));
    return new RandomWalk(saved.settings).#fitted(saved.ratings, weights);
  }

  #fitted(ratings: Ratings, weights: SparseWeights): FittedItemWeights {
    return new FittedItemWeights(ratings, { kind: RandomWalk, settings: this.settings }, weights);
  }

  /** For each entry the probability of a step from its column, a row of `columns`, to its row, raised to a power. */
  #steps(matrix: CsrMatrix, columns: CsrMatrix): CsrMatrix {
    const { transitionPower } = this.settings;
    const interests = CsrMatrix.fromRows({
      ...columns,
      values: implicitValues(columns.values, this.settings),
    });
    const sums = new Float64Array(columns.rowCount).map((_, column) =>
      rowOf(interests, column).values.reduce((sum, value) => sum + value, 0),
    );
    // A step to what counts 0 is none, whatever the power.
    const values = implicitValues(matrix.values, this.settings).map((value, k) =>
      value === 0 ? 0 : (value / sums[matrix.indices[k]]) ** transitionPower,
    );
    return CsrMatrix.fromRows({ ...matrix, values });
  }
}
