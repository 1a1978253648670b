import { batchCost } from "../../kernels/factors/batch-cost.js";
import { type Minimum, minimize } from "../../math/conjugate-gradient.js";
import { random } from "../../math/random.js";
import { mean } from "../../math/statistics.js";
import type { Feedback } from "../../ratings/feedback.js";
import { itemStatistics } from "../../ratings/item-statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import type { Model, ModelKind, SavedModel } from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";
import { FittedFactors, savedFactors } from "./fitted-factors.js";
import type { LearnedFactors } from "./learned-factors.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link BatchFactorization}. */
export interface BatchFactorizationSettings extends SettingsOf<typeof BatchFactorization.settings> {}

/** The course of the minimization. */
export type Descent = Omit<Minimum, "x">;

/**
 * Matrix factorization that minimizes the cost of all ratings at once by nonlinear conjugate
 * gradients:
 *
 *     J = ½ Σ over ratings (itemFactors · userFactors − rating)²
 *         + λ/2 (Σ itemFactors² + Σ userFactors²)
 *
 * Ratings are centred at the item's mean, which is added to the score; with `center: "none"` they
 * are not. J is not convex: which minimum is found depends on the seed. If λ is at least the
 * largest singular value of the ratings, all factors are 0 at the minimum. Fits in O(iterations ×
 * ratings × factors).
 *
 * @example
 * const model = new BatchFactorization({ factors: 5, regularization: 3, iterations: 20 });
 * model.fit(ratings).descent.stopped; // "iterations"
 */
export class BatchFactorization implements Model<FittedBatchFactorization> {
  static readonly kind = "BatchFactorization";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 3 }),
      /** λ in the penalty ½ λ · (Σ ‖p_u‖² + Σ ‖q_i‖²), summed over users and items. */
      regularization: number({ min: 0, default: 3 }),
      /** Conjugate gradient steps at most. */
      iterations: integer({ min: 1, default: 100 }),
      /** Stops when no component of the gradient is larger. */
      tolerance: number({ min: 0, default: 1e-8 }),
      /** What is subtracted from ratings before fitting: nothing, or the item's mean. */
      center: choice(["none", "item-mean"], { default: "item-mean" }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 1 }),
    },
    randomFields,
  );
  readonly name = BatchFactorization.kind;
  readonly settings: BatchFactorizationSettings;

  constructor(settings: Partial<BatchFactorizationSettings> = {}) {
    this.settings = BatchFactorization.settings.check(this.name, settings);
  }

  /** @throws RangeError if the cost diverges: the initial factors or the ratings are too large. */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedBatchFactorization {
    checkRatings(this.name, ratings);
    const { factors, regularization, iterations, tolerance, center, initialScale } = this.settings;
    const { userIndices, itemIndices } = ratings;
    const [userCount, itemCount] = [ratings.users.size, ratings.items.size];
    const centered = center === "item-mean";
    const itemMeans = Float64Array.from(itemStatistics(ratings), ({ mean }) => (centered ? mean : 0));
    const values = ratings.values.map((value, row) => value - itemMeans[itemIndices[row]]);
    const residuals = { userIndices, itemIndices, values };
    reportProgress(task, { done: 0, total: iterations });
    const { x, ...descent } = minimize(
      (at, gradient) =>
        batchCost(residuals, itemCount, { values: at, width: factors }, regularization, gradient),
      startNormal(random(this.settings), (itemCount + userCount) * factors, initialScale),
      { iterations, tolerance, onIteration: (done) => reportProgress(task, { done, total: iterations }) },
    );
    if (!Number.isFinite(descent.cost)) {
      throw new RangeError(
        `BatchFactorization diverged in iteration ${descent.costs.length - 1}: its cost is no longer finite; ` +
          `set initialScale below ${initialScale}, or scale the ratings down`,
      );
    }
    reportProgress(task, { done: iterations, total: iterations });
    const mean = centered ? ratings.mean : 0;
    const learned = {
      mean,
      userBiases: new Float64Array(userCount),
      itemBiases: itemMeans.map((itemMean) => itemMean - mean),
      userFactors: x.slice(itemCount * factors),
      itemFactors: x.slice(0, itemCount * factors),
    };
    return new FittedBatchFactorization(ratings, this.settings, { learned, descent });
  }

  static restore(saved: SavedModel): FittedBatchFactorization {
    const { settings } = new BatchFactorization(saved.settings);
    const costs = saved.arrays.costs ?? new Float64Array(0);
    const [cost, gradientNorm, reason] = savedNumbers(saved, "descent", 3);
    return new FittedBatchFactorization(saved.ratings, settings, {
      learned: savedFactors(saved, settings.factors),
      descent: { cost, gradientNorm, costs: [...costs], stopped: REASONS[reason] ?? "no progress" },
    });
  }
}

const REASONS: readonly Descent["stopped"][] = ["tolerance", "iterations", "no progress"];

/** A fitted {@link BatchFactorization}. */
export class FittedBatchFactorization extends FittedFactors {
  readonly name = BatchFactorization.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<BatchFactorizationSettings>;
  /** The cost at the start and after each step, the final gradient, and why it stopped. */
  readonly descent: Descent;

  constructor(
    ratings: Feedback,
    settings: Readonly<BatchFactorizationSettings>,
    { learned, descent }: { learned: LearnedFactors; descent: Descent },
  ) {
    const { regularization, center } = settings;
    super(ratings, learned, {
      biased: center === "item-mean",
      userBiased: false,
      regularization: () => regularization,
      itemBias: (residuals) => (center === "item-mean" ? mean(residuals) : 0),
    });
    this.settings = settings;
    this.descent = descent;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return BatchFactorization;
  }

  override state(): Record<string, Float64Array> {
    const { cost, gradientNorm, costs, stopped } = this.descent;
    const descent = Float64Array.of(cost, gradientNorm, REASONS.indexOf(stopped));
    return { ...super.state(), descent, costs: Float64Array.from(costs) };
  }
}
