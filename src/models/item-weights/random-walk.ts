import { addCommonDots } from "../../kernels/similarity/common-dots.js";
import { keptRows } from "../../kernels/similarity/kept-rows.js";
import type { Feedback } from "../../ratings/feedback.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { number, optionalInteger } from "../../settings/number.js";
import { renamed } from "../../settings/renamed.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Model, SavedModel } from "../contract/model.js";
import { relevantPart } from "../contract/relevance.js";
import { savedSimilarities } from "../contract/saved-model.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import { checkImplicit, implicitFields, implicitValues } from "../implicit/implicit-values.js";
import { FittedItemWeights } from "./fitted-item-weights.js";
import { type ItemWeights, SparseWeights } from "./item-weights.js";
import { WalkedWeights } from "./walked-weights.js";

/** Settings of {@link RandomWalk}. */
export interface RandomWalkSettings extends SettingsOf<typeof RandomWalk.settings> {}

/**
 * A random walk of three steps from a user: to one of the user's items, to another user of that
 * item, and to one of that user's items. Its last two steps are weights between items,
 *
 *     weight[i, j] = Σ over users of P(user | i)^α × P(j | user)^α / (raters of j)^β
 *
 * where P(user | i) is the user's share of the ratings of item i, P(j | user) the share of item j
 * in the user's ratings, α `transitionPower` and β `popularityPenalty`. With β = 0 this is P3α;
 * otherwise RP3β, which recommends popular items less. Fits in O(Σ over users of their ratings² +
 * items²); stores `keep` weights per item, or fits in O(ratings) with `onDemand`.
 *
 * Cooper et al., Random walks in recommender systems, WWW 2014; Paudel et al., Updatable, accurate,
 * diverse, and scalable recommendations for interactive applications, ACM TiiS 7 (2017).
 * Reference: src/reference/random-walk.ts.
 *
 * @example
 * const settings = { transitionPower: 0.7, popularityPenalty: 0.4, keep: 100 };
 * const model = new RandomWalk(settings).fit(ratings.withAtLeast({ perItem: 50 }));
 * model.recommend(1, { count: 3 });
 */
export class RandomWalk implements Model<FittedItemWeights<RandomWalkSettings>> {
  static readonly kind = "RandomWalk";
  static readonly settings = defineSettings(
    {
      /**
       * The α of P3α: each transition probability is raised to this power; 1 for a plain random
       * walk.
       */
      transitionPower: number({ min: 0, default: 1 }),
      /**
       * The β of RP3β: scores of an item with n ratings are divided by n^popularityPenalty; 0 gives
       * P3α.
       */
      popularityPenalty: number({ min: 0, default: 0 }),
      /**
       * Weights stored per item, the largest first; by default all up to 20,000 items and 500
       * beyond.
       */
      keep: optionalInteger({ min: 1, orInfinity: true }),
      /**
       * Whether weights are computed when they are needed instead of stored: fits in O(ratings);
       * scores of a user take O(ratings of all users of the user's items). Not with `keep`.
       */
      onDemand: boolean({ default: false }),
    },
    implicitFields,
  );
  readonly name = RandomWalk.kind;
  readonly settings: RandomWalkSettings;

  constructor(settings: Partial<RandomWalkSettings> = {}) {
    this.settings = RandomWalk.settings.check(this.name, settings);
    const { keep, onDemand } = this.settings;
    if (onDemand && keep !== undefined) {
      throw new RangeError(
        `keep: ${keep} has no effect with onDemand, which stores no weights; leave one out`,
      );
    }
  }

  /**
   * Learns from ratings.
   *
   * @throws RangeError for ratings below 0.
   */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedItemWeights<RandomWalkSettings> {
    const interests = relevantPart(ratings, this.settings);
    checkImplicit(interests);
    if (this.settings.onDemand) return this.#fitted(ratings, this.#walked(interests));
    const itemCount = interests.items.size;
    const toItem = this.#steps("byItem", interests);
    const fromItem = this.#steps("byUser", interests);
    const weights = keptRows(
      itemCount,
      storedPerRow(this.settings, itemCount),
      (item, into) => {
        const { indices, values } = rowOf(toItem, item);
        const divisor = this.#divisor(indices.length);
        const steps = values.map((step) => step / divisor);
        addCommonDots({ indices, values: steps }, fromItem, into);
        into[item] = 0;
      },
      (done) => reportProgress(task, { done, total: itemCount }),
    );
    return this.#fitted(ratings, SparseWeights.leadingTo(weights));
  }

  /** Version 0.1 called `popularityPenalty` `popularityPower`, and had no `onDemand`. */
  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return { onDemand: false, ...renamed(settings, { popularityPower: "popularityPenalty" }) };
  }

  static restore(saved: SavedModel): FittedItemWeights<RandomWalkSettings> {
    const model = new RandomWalk(saved.settings);
    if (model.settings.onDemand) return model.fit(saved.ratings);
    const weights = new SparseWeights(savedSimilarities(saved, saved.ratings.items.size));
    return model.#fitted(saved.ratings, weights);
  }

  #fitted(ratings: Feedback, weights: ItemWeights): FittedItemWeights<RandomWalkSettings> {
    return new FittedItemWeights(ratings, { kind: RandomWalk, settings: this.settings }, weights);
  }

  /** The weights without storing them; with the ratings user by user, the same to the last bit. */
  #walked(interests: Feedback): WalkedWeights {
    const { byItem } = interests;
    const toItem = transpose(this.#steps("byItem", interests));
    const divisors = Float64Array.from({ length: byItem.rowCount }, (_, item) =>
      this.#divisor(byItem.rowLength(item)),
    );
    const values = toItem.values.map((step, k) => step / divisors[toItem.indices[k]]);
    return new WalkedWeights({
      toUser: transpose(this.#steps("byUser", interests)),
      toItem: CsrMatrix.fromRows({ ...toItem, values }),
    });
  }

  /** What weights to an item with this number of raters are divided by. */
  #divisor(raters: number): number {
    return raters ** this.settings.popularityPenalty;
  }

  /**
   * For each entry the probability of a step from its column to its row, raised to a power.
   *
   * @param rows what the rows of the result are
   */
  #steps(rows: "byUser" | "byItem", interests: Feedback): CsrMatrix {
    const { transitionPower } = this.settings;
    const [matrix, columns] =
      rows === "byUser" ? [interests.byUser, interests.byItem] : [interests.byItem, interests.byUser];
    const weighted = CsrMatrix.fromRows({
      ...columns,
      values: implicitValues(columns.values, this.settings, interests),
    });
    const sums = new Float64Array(columns.rowCount).map((_, column) =>
      rowOf(weighted, column).values.reduce((sum, value) => sum + value, 0),
    );
    // A rating of 0 gives no step, even with power 0.
    const values = implicitValues(matrix.values, this.settings, interests).map((value, k) =>
      value === 0 ? 0 : (value / sums[matrix.indices[k]]) ** transitionPower,
    );
    return CsrMatrix.fromRows({ ...matrix, values });
  }
}
