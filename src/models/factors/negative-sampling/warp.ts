import { areFinite } from "../../../kernels/dense/are-finite.js";
import { missingNumber } from "../../../kernels/factors/missing-number.js";
import { rankWeights, warpPass } from "../../../kernels/factors/warp.js";
import type { Feedback } from "../../../ratings/feedback.js";
import { boolean } from "../../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../../settings/define-settings.js";
import { integer, number } from "../../../settings/number.js";
import { randomFields } from "../../../settings/random-fields.js";
import type { TaskOptions } from "../../../task/report-progress.js";
import type { Model, ModelKind, SavedModel } from "../../contract/model.js";
import { relevanceFields } from "../../contract/relevance.js";
import { type ListLearning, listStoppingFields } from "../../training/list-stopping.js";
import { savedFactors } from "../fitted-factors.js";
import { savedListLearning } from "../fitted-list-factors.js";
import type { LearnedFactors } from "../learned-factors.js";
import { fitPairs } from "./fit-pairs.js";
import { FittedPairs } from "./fitted-pairs.js";

/** Settings of {@link Warp}. */
export interface WarpSettings extends SettingsOf<typeof Warp.settings> {}

/**
 * Weighted approximate-rank pairwise loss (WARP): as `Bpr`, learns to score items that a user has
 * rated above others, but most for those whose rank is bad, which improves the first places.
 *
 *     score = itemBias + userFactors · itemFactors
 *     cost = Σ H(rank of a rated item) × max(0, 1 − its score + score of a violating item)
 *     H(rank) = 1 + ½ + … + 1 / rank
 *
 * Each epoch takes every rating once, user by user in a random order, and draws items that the user
 * has not rated until one violates the margin: its score is above the rated item's less 1. The
 * fewer draws it takes, the worse is the rank: about the number of unrated items / draws. Every
 * rating counts as positive, whatever its value, unless it is below `relevantFrom`. `validation`
 * turns on early stopping by `validationMetric`; `learning` says which epoch was kept. Fits in
 * O(iterations × ratings × trials × factors); most epochs draw far fewer.
 *
 * Weston, Bengio and Usunier, WSABIE: scaling up to large vocabulary image annotation, IJCAI 2011;
 * for recommenders the loss "warp" of LightFM (Kula 2015), whose weight is ln(rank).
 *
 * @example
 * new Warp({ factors: 8, iterations: 5 }).fit(ratings).recommend(1, { count: 3 });
 */
export class Warp implements Model<FittedWarp> {
  static readonly kind = "Warp";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 64 }),
      /** Passes over all ratings, each with new negative samples (epochs). */
      iterations: integer({ min: 1, default: 30 }),
      /** Step size. */
      learningRate: number({ min: 0, default: 0.005 }),
      /** λ in the penalty ½ λ · (‖p_u‖² + ‖q_i‖² + ‖q_j‖² + b_i² + b_j²), summed over samples. */
      regularization: number({ min: 0, default: 1 }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.1 }),
      /** Whether items have a bias. */
      biased: boolean({ default: true }),
      /** Items that are drawn for a rating at most, to find one that violates the margin. */
      trials: integer({ min: 1, default: 50 }),
    },
    relevanceFields,
    listStoppingFields,
    randomFields,
  );
  readonly name = Warp.kind;
  readonly settings: WarpSettings;

  constructor(settings: Partial<WarpSettings> = {}) {
    this.settings = Warp.settings.check(this.name, settings);
  }

  /**
   * @throws RangeError for a rating below 0, if every user has rated every item, if the factors
   * diverge, or if the validation part would be empty.
   */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedWarp {
    const { trials } = this.settings;
    return fitPairs(
      this,
      FittedWarp,
      { ratings, task },
      ({ rated, itemBiases, both, rates, draws, order }) => {
        const { starts, indices, columnCount } = rated;
        const weights = rankWeights(columnCount);
        const draw = (user: number) => {
          const [from, to] = [starts[user], starts[user + 1]];
          return missingNumber(indices, from, to, draws.below(columnCount - (to - from)));
        };
        return (iterations, onEpoch) => {
          for (let done = 0; done < iterations; done++) {
            onEpoch(done);
            draws.shuffle(order);
            warpPass(order, rated, draw, weights, itemBiases, both, { ...rates, trials });
            if (!areFinite(both.item.values)) return done;
          }
          return -1;
        };
      },
    );
  }

  static restore(saved: SavedModel): FittedWarp {
    const { settings } = new Warp(saved.settings);
    const learned = savedFactors(saved, settings.factors);
    return new FittedWarp(saved.ratings, settings, learned, savedListLearning(saved));
  }
}

/** A fitted {@link Warp}. */
export class FittedWarp extends FittedPairs {
  readonly name = Warp.kind;
  declare readonly settings: Readonly<WarpSettings>;

  constructor(
    ratings: Feedback,
    settings: Readonly<WarpSettings>,
    learned: LearnedFactors,
    learning?: ListLearning,
  ) {
    super(ratings, settings, learned, learning);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Warp;
  }
}
