import { accelerated } from "../../../kernels/backend.js";
import { bprPasses } from "../../../kernels/factors/bpr-passes.js";
import type { Feedback } from "../../../ratings/feedback.js";
import { boolean } from "../../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../../settings/define-settings.js";
import { integer, number } from "../../../settings/number.js";
import { randomFields } from "../../../settings/random-fields.js";
import type { TaskOptions } from "../../../task/report-progress.js";
import type { Model, ModelKind, SavedModel } from "../../contract/model.js";
import { relevanceFields } from "../../contract/relevance.js";
import { type ListLearning, listStoppingFields } from "../../training/list-stopping.js";
import { precisionFields } from "../../training/precision-fields.js";
import { savedFactors } from "../fitted-factors.js";
import { savedListLearning, upgradedListSettings } from "../fitted-list-factors.js";
import type { LearnedFactors } from "../learned-factors.js";
import { drawUnrated } from "./draw-unrated.js";
import { fitPairs } from "./fit-pairs.js";
import { FittedPairs } from "./fitted-pairs.js";

/** Settings of {@link Bpr}. */
export interface BprSettings extends SettingsOf<typeof Bpr.settings> {}

/**
 * Bayesian personalized ranking: learns to score items that a user has rated above items that the
 * user has not rated.
 *
 *     score = itemBias + userFactors · itemFactors
 *     maximizes Σ ln σ(score of a rated item − score of an unrated item), with σ(x) = 1 / (1 + e⁻ˣ)
 *
 * Each epoch takes every rating once, user by user in a random order, with one negative sample: an
 * item drawn uniformly from those that the user has not rated. Every rating counts as positive,
 * whatever its value, unless it is below `relevantFrom`. `validation` turns on early stopping by
 * `validationMetric`; `learning` says which epoch was kept.
 * Fits in O(iterations × ratings × (factors + log(ratings of a user))). Rendle, Freudenthaler,
 * Gantner and Schmidt-Thieme, BPR: Bayesian personalized ranking from implicit feedback, UAI 2009.
 *
 * @example
 * new Bpr({ factors: 8, iterations: 5 }).fit(ratings).recommend(1, { count: 3 });
 */
export class Bpr implements Model<FittedBpr> {
  static readonly kind = "Bpr";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 64 }),
      /** Passes over all ratings, each with new negative samples (epochs). */
      iterations: integer({ min: 1, default: 100 }),
      /** Step size. */
      learningRate: number({ min: 0, default: 0.02 }),
      /** λ in the penalty ½ λ · (‖p_u‖² + ‖q_i‖² + ‖q_j‖² + b_i² + b_j²), summed over samples. */
      regularization: number({ min: 0, default: 0.02 }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.1 }),
      /** Whether items have a bias. */
      biased: boolean({ default: true }),
    },
    relevanceFields,
    listStoppingFields,
    precisionFields,
    randomFields,
  );
  readonly name = Bpr.kind;
  readonly settings: BprSettings;

  constructor(settings: Partial<BprSettings> = {}) {
    this.settings = Bpr.settings.check(this.name, settings);
  }

  /**
   * @throws RangeError for a rating below 0, if every user has rated every item, if the factors
   * diverge, or if the validation part would be empty.
   */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedBpr {
    const { precision } = this.settings;
    return fitPairs(
      this,
      FittedBpr,
      { ratings, task },
      ({ rated, itemBiases, both, rates, draws, order }) => {
        const negatives = new Int32Array(rated.count);
        const train = accelerated("bprPasses") ?? bprPasses;
        return (iterations, onEpoch) => {
          const draw = (done: number) => {
            onEpoch(done);
            drawUnrated(rated, draws, negatives);
            draws.shuffle(order);
          };
          return train(rated, itemBiases, both, rates, { iterations, precision, order, negatives, draw });
        };
      },
    );
  }

  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return upgradedListSettings(settings);
  }

  static restore(saved: SavedModel): FittedBpr {
    const { settings } = new Bpr(saved.settings);
    const learned = savedFactors(saved, settings.factors);
    return new FittedBpr(saved.ratings, settings, learned, savedListLearning(saved));
  }
}

/** A fitted {@link Bpr}. */
export class FittedBpr extends FittedPairs {
  readonly name = Bpr.kind;
  declare readonly settings: Readonly<BprSettings>;

  constructor(
    ratings: Feedback,
    settings: Readonly<BprSettings>,
    learned: LearnedFactors,
    learning?: ListLearning,
  ) {
    super(ratings, settings, learned, learning);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Bpr;
  }
}
