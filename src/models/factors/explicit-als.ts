import { accelerated } from "../../kernels/backend.js";
import { solveAlsSide } from "../../kernels/factors/als-side.js";
import { random } from "../../math/random.js";
import { sum } from "../../math/sum.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { subtractOffsets } from "../../sparse/subtract-offsets.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { Baseline } from "../baselines/baseline.js";
import { checkRatings } from "../contract/check-ratings.js";
import type { Model, ModelKind, SavedModel } from "../contract/model.js";
import { explicitEquations } from "./explicit-equations.js";
import { FittedFactors, savedFactors } from "./fitted-factors.js";
import type { LearnedFactors } from "./learned-factors.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link ExplicitAls}. */
export interface ExplicitAlsSettings extends SettingsOf<typeof ExplicitAls.settings> {}

/**
 * Matrix factorization by alternating least squares: with the items' factors fixed, the best
 * factors of each user solve a small linear system, and the other way round.
 *
 *     score = mean + userBias + itemBias + userFactors · itemFactors
 *
 * Biases are those of {@link Baseline}. Fits in O(iterations × (ratings × factors² + (users +
 * items) × factors³)). Zhou et al., Large-scale parallel collaborative filtering for the Netflix
 * prize, AAIM 2008.
 *
 * @example
 * new ExplicitAls({ factors: 5, iterations: 3 }).fit(ratings).predict(1, 50);
 */
export class ExplicitAls implements Model<FittedExplicitAls> {
  static readonly kind = "ExplicitAls";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 10 }),
      /** Times that each side is solved; users once more at the end. */
      iterations: integer({ min: 1, default: 15 }),
      /** λ in the penalty λ · (‖p_u‖² + ‖q_i‖²), summed over ratings. */
      regularization: number({ min: 0, default: 0.1 }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.1 }),
      /** Whether a global mean and biases of users and items are fitted first. */
      biased: boolean({ default: true }),
    },
    randomFields,
  );
  readonly name = ExplicitAls.kind;
  readonly settings: ExplicitAlsSettings;

  constructor(settings: Partial<ExplicitAlsSettings> = {}) {
    this.settings = ExplicitAls.settings.check(this.name, settings);
  }

  fit(ratings: Ratings, task: TaskOptions = {}): FittedExplicitAls {
    checkRatings(this.name, ratings);
    const { factors, iterations, regularization, initialScale, biased } = this.settings;
    const { byUser, byItem } = ratings;
    const [userCount, itemCount] = [ratings.users.size, ratings.items.size];
    const baseline = biased ? new Baseline().fit(ratings) : undefined;
    const learned: LearnedFactors = {
      mean: biased ? ratings.mean : 0,
      userBiases: baseline?.userBiases ?? new Float64Array(userCount),
      itemBiases: baseline?.itemBiases ?? new Float64Array(itemCount),
      userFactors: new Float64Array(userCount * factors),
      itemFactors: startNormal(random(this.settings), itemCount * factors, initialScale),
    };
    const { mean, userBiases, itemBiases, userFactors, itemFactors } = learned;
    const withMean = (bias: number) => mean + bias;
    const userResiduals = subtractOffsets(byUser, userBiases.map(withMean), itemBiases);
    const itemResiduals = subtractOffsets(byItem, itemBiases.map(withMean), userBiases);
    const penalty = (count: number) => count * regularization;
    const ofUsers = explicitEquations(userResiduals, penalty);
    const ofItems = explicitEquations(itemResiduals, penalty);
    const users = { values: userFactors, width: factors };
    const items = { values: itemFactors, width: factors };
    const base = new Float64Array(factors * factors);
    const solve = accelerated("solveAlsSide") ?? solveAlsSide;
    for (let done = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      solve(ofUsers, base, items, users);
      solve(ofItems, base, users, items);
    }
    // Users last, so that folding in a user's ratings gives the same scores.
    solve(ofUsers, base, items, users);
    reportProgress(task, { done: iterations, total: iterations });
    return new FittedExplicitAls(ratings, this.settings, learned);
  }

  static restore(saved: SavedModel): FittedExplicitAls {
    const { settings } = new ExplicitAls(saved.settings);
    return new FittedExplicitAls(saved.ratings, settings, savedFactors(saved, settings.factors));
  }
}

/** A fitted {@link ExplicitAls}. */
export class FittedExplicitAls extends FittedFactors {
  readonly name = ExplicitAls.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<ExplicitAlsSettings>;

  constructor(ratings: Feedback, settings: Readonly<ExplicitAlsSettings>, learned: LearnedFactors) {
    const { biased, regularization } = settings;
    const { userRegularization, itemRegularization } = new Baseline().settings;
    const damped = (residuals: Float64Array, damping: number) =>
      biased ? sum(residuals) / (residuals.length + damping) : 0;
    super(ratings, learned, {
      biased,
      userBiased: biased,
      regularization: (count) => count * regularization,
      userBias: (residuals) => damped(residuals, userRegularization),
      itemBias: (residuals) => damped(residuals, itemRegularization),
    });
    this.settings = settings;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return ExplicitAls;
  }
}
