import { accelerated } from "../../kernels/backend.js";
import { bprCost } from "../../kernels/factors/bpr.js";
import { bprPasses } from "../../kernels/factors/bpr-passes.js";
import { minimize } from "../../math/conjugate-gradient.js";
import { random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { oneRow } from "../../sparse/one-row.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import { sortedRows } from "../../sparse/sorted-rows.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Model, ModelKind, SavedModel } from "../contract/model.js";
import { relevanceFields, relevantPart } from "../contract/relevance.js";
import { checkImplicit } from "../implicit/implicit-values.js";
import { throwIfDiverged } from "../training/diverged.js";
import { heldBackPart } from "../training/early-stopping.js";
import { bestByLists, type ListLearning, listStoppingFields } from "../training/list-stopping.js";
import { precisionFields } from "../training/precision-fields.js";
import { drawUnrated } from "./draw-unrated.js";
import { savedFactors } from "./fitted-factors.js";
import { FittedListFactors, savedListLearning, upgradedListSettings } from "./fitted-list-factors.js";
import type { LearnedFactors } from "./learned-factors.js";
import { FixedSide, type OwnFactors } from "./own-factors.js";
import { startNormal } from "./start-factors.js";

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
    const { factors, iterations, learningRate, regularization, initialScale, biased, precision } =
      this.settings;
    const interests = relevantPart(ratings, this.settings);
    checkImplicit(interests);
    const { kept, heldBack } = heldBackPart(interests, this.settings);
    const { users, items, byUser } = kept;
    if (kept.count === users.size * items.size) throw noNegatives(users.size, items.size);
    const generated = random(this.settings);
    const itemBiases = new Float64Array(items.size);
    const userFactors = startNormal(generated, users.size * factors, initialScale);
    const itemFactors = startNormal(generated, items.size * factors, initialScale);
    const rated = sortedRows(byUser);
    const unrated = [...users.ids.keys()].filter((user) => byUser.rowLength(user) === 0);
    for (const user of unrated) userFactors.set(factorsWithoutRatings(factors, biased), user * factors);
    const both = {
      user: { values: userFactors, width: factors },
      item: { values: itemFactors, width: factors },
    };
    const rates = { learningRate, regularization, biased: biased ? 1 : 0 } as const;
    const order = generated.permutation(users.size);
    const negatives = new Int32Array(kept.count);
    const train = accelerated("bprPasses") ?? bprPasses;
    const run = (count: number, before: number, progress: TaskOptions) => {
      const draw = (done: number) => {
        reportProgress(progress, { done, total: count });
        drawUnrated(rated, generated, negatives);
        generated.shuffle(order);
      };
      const schedule = { iterations: count, precision, order, negatives, draw };
      const diverged = train(rated, itemBiases, both, rates, schedule);
      if (diverged >= 0) throwIfDiverged(this.name, before + diverged + 1, itemFactors, learningRate);
    };
    const userBiases = new Float64Array(users.size);
    const last = { mean: 0, userBiases, itemBiases, userFactors, itemFactors };
    if (!heldBack) {
      run(iterations, 0, task);
      reportProgress(task, { done: iterations, total: iterations });
      return new FittedBpr(ratings, this.settings, last);
    }
    const next = (iteration: number) => run(1, iteration - 1, {});
    const model = () => new FittedBpr(kept, this.settings, last);
    const { learned, learning } = bestByLists(this.settings, task, next, { heldBack, model });
    const fitted = new FittedBpr(ratings, this.settings, learned, learning);
    // Users of whom nothing was kept.
    const itemSide = { values: learned.itemFactors, width: factors };
    const fixed = new FixedSide(0, learned.itemBiases, itemSide);
    for (const user of unrated) {
      const { factors: own } = fitted.solveUser(rowOf(interests.byUser, user), fixed);
      learned.userFactors.set(own, user * factors);
    }
    return fitted;
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

function noNegatives(userCount: number, itemCount: number): RangeError {
  return new RangeError(
    `all ${userCount} users have rated all ${itemCount} items, so there are no negative samples; ` +
      "leave out low ratings, as with relevantFrom: 4",
  );
}

/** Negative samples of each rated item when a new user is folded in. */
const ROUNDS = 20;

/**
 * A fitted {@link Bpr}. Its scores only rank: they are not in stars. Folding in a new user
 * minimizes the cost of the user's factors while items are fixed: a convex problem over
 * {@link ROUNDS} negative samples for each rating, the same ones at each call. A new user without
 * ratings gets the biases of items, or NaN if the model has none. Factors are learned from pairs of
 * items, so a score is not a sum over ratings: its explanation is all base.
 */
export class FittedBpr extends FittedListFactors {
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

  override solveUser({ indices, values }: SparseRow, items: FixedSide): OwnFactors {
    const { biased, regularization, seed, generator } = this.settings;
    const itemCount = items.biases.length;
    const n = indices.length;
    const start = factorsWithoutRatings(this.factors, biased);
    if (n === 0 || n === itemCount) return { bias: 0, factors: start };
    const rated = sortedRows(oneRow({ indices, values }, itemCount));
    const negatives = new Int32Array(ROUNDS * n);
    const draws = random({ seed, generator });
    for (let round = 0; round < ROUNDS; round++) {
      drawUnrated(rated, draws, negatives.subarray(round * n, (round + 1) * n));
    }
    const cost = (x: Float64Array, gradient: Float64Array) =>
      bprCost(rated.indices, negatives, items.biases, items, regularization, x, gradient);
    return { bias: 0, factors: minimize(cost, new Float64Array(this.factors)).x };
  }

  /** Its negative samples are of other users' lists, which only a fit draws. */
  override solveItem(): OwnFactors {
    throw new RangeError(
      "Bpr cannot be updated with new items; fit it to ratings.concat(more), or leave their ratings out",
    );
  }
}

/** Factors of a user without ratings: with biases, all scores are the biases of items. */
function factorsWithoutRatings(factors: number, biased: boolean): Float64Array {
  return new Float64Array(factors).fill(biased ? 0 : Number.NaN);
}
