import { logisticCost } from "../../../kernels/factors/logistic.js";
import { minimize } from "../../../math/conjugate-gradient.js";
import { random } from "../../../math/random.js";
import type { Feedback } from "../../../ratings/feedback.js";
import { defineSettings, type SettingsOf } from "../../../settings/define-settings.js";
import { integer, number } from "../../../settings/number.js";
import { randomFields } from "../../../settings/random-fields.js";
import { CsrMatrix } from "../../../sparse/csr-matrix.js";
import { oneRow } from "../../../sparse/one-row.js";
import { rowOf, type SparseRow } from "../../../sparse/row-of.js";
import { sortedRows } from "../../../sparse/sorted-rows.js";
import { reportProgress, type TaskOptions } from "../../../task/report-progress.js";
import type { Model, ModelKind, SavedModel } from "../../contract/model.js";
import { relevantPart } from "../../contract/relevance.js";
import {
  checkImplicit,
  checkInterest,
  implicitFields,
  implicitValues,
} from "../../implicit/implicit-values.js";
import { throwIfDiverged } from "../../training/diverged.js";
import { heldBackPart } from "../../training/early-stopping.js";
import { bestByLists, type ListLearning, listStoppingFields } from "../../training/list-stopping.js";
import { savedFactors } from "../fitted-factors.js";
import { FittedListFactors, savedListLearning, solveUsers } from "../fitted-list-factors.js";
import type { LearnedFactors } from "../learned-factors.js";
import type { FixedSide, OwnFactors } from "../own-factors.js";
import { startNormal } from "../start-factors.js";
import { type LogisticSide, stepSide, unratedOf } from "./logistic-side.js";

/** Settings of {@link LogisticMf}. */
export interface LogisticMfSettings extends SettingsOf<typeof LogisticMf.settings> {}

/**
 * Logistic matrix factorization: the probability that a user takes an interest in an item.
 *
 *     score = userBias + itemBias + userFactors · itemFactors
 *     probability = 1 / (1 + e^−score)
 *     cost = Σ over all pairs: (1 + c) ln(1 + e^score) − c × score
 *          + ½ λ Σ over users and items: ‖factors‖² + bias²
 *
 * with confidence c = alpha × value for a rating and 0 for an unobserved pair. In each iteration
 * every user takes a step of AdaGrad while the items are fixed, and then every item. Unobserved
 * pairs are sampled, `negatives` for each rating, and weighted so that the samples stand for all.
 * Biases of items start at the log odds of their share of users. Fits in O(iterations × ratings ×
 * (1 + negatives) × factors). `validation` turns on early stopping by `validationMetric`.
 *
 * C. Johnson, Logistic matrix factorization for implicit feedback data, NIPS 2014 workshop;
 * `implicit.lmf` of the package implicit, which weights samples by 1.
 *
 * @example
 * new LogisticMf({ factors: 8, iterations: 5 }).fit(ratings).recommend(1, { count: 3 });
 */
export class LogisticMf implements Model<FittedLogisticMf> {
  static readonly kind = "LogisticMf";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 32 }),
      /** Steps of each user and each item. */
      iterations: integer({ min: 1, default: 30 }),
      /** Step size: how far the first step moves each number. */
      learningRate: number({ min: 0, default: 0.1 }),
      /** λ in the penalty ½ λ · (‖p_u‖² + b_u² + ‖q_i‖² + b_i²). */
      regularization: number({ min: 0, default: 10 }),
      /** Confidence of a rating of value r is alpha · r; an unobserved pair has weight 1. */
      alpha: number({ min: 0, default: 1 }),
      /** Unobserved pairs that are drawn for each rating. */
      negatives: integer({ min: 1, default: 5 }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.1 }),
    },
    implicitFields,
    listStoppingFields,
    randomFields,
  );
  readonly name = LogisticMf.kind;
  readonly settings: LogisticMfSettings;

  constructor(settings: Partial<LogisticMfSettings> = {}) {
    this.settings = LogisticMf.settings.check(this.name, settings);
  }

  /**
   * @throws RangeError for ratings below 0, where none is above 0, if the factors diverge, and if
   * the validation part would be empty.
   */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedLogisticMf {
    const { iterations, learningRate } = this.settings;
    const interests = relevantPart(ratings, this.settings);
    checkImplicit(interests);
    const { kept, heldBack } = heldBackPart(interests, this.settings);
    checkInterest(confidencesOf(kept.values, this.settings, ratings), interests);
    const draws = random(this.settings);
    const sideOf = (matrix: CsrMatrix): LogisticSide => {
      const { factors: width, initialScale } = this.settings;
      const values = confidencesOf(matrix.values, this.settings, ratings);
      return {
        confidences: sortedRows(CsrMatrix.fromRows({ ...matrix, values })),
        values: startNormal(draws, matrix.rowCount * width, initialScale),
        width,
        biases: new Float64Array(matrix.rowCount),
        squares: new Float64Array(matrix.rowCount * (width + 1)),
      };
    };
    const [users, items] = [sideOf(kept.byUser), sideOf(kept.byItem)];
    const { rowCount, columnCount } = kept.byItem;
    for (let item = 0; item < rowCount; item++) {
      const count = kept.byItem.rowLength(item);
      items.biases[item] = Math.log((count + 0.5) / (columnCount - count + 0.5));
    }
    const without = [...kept.users.ids.keys()].filter((user) => kept.byUser.rowLength(user) === 0);
    for (const user of without) users.values.fill(0, user * users.width, (user + 1) * users.width);
    const next = (iteration: number) => {
      stepSide(users, items, this.settings, draws);
      stepSide(items, users, this.settings, draws);
      throwIfDiverged(this.name, iteration, items.values, learningRate);
    };
    const last = {
      mean: 0,
      userBiases: users.biases,
      itemBiases: items.biases,
      userFactors: users.values,
      itemFactors: items.values,
    };
    if (heldBack) {
      const model = () => new FittedLogisticMf(kept, this.settings, last);
      const { learned, learning } = bestByLists(this.settings, task, next, { heldBack, model });
      const fitted = new FittedLogisticMf(ratings, this.settings, learned, learning);
      solveUsers(fitted, without, interests);
      return fitted;
    }
    for (let done = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      next(done + 1);
    }
    reportProgress(task, { done: iterations, total: iterations });
    return new FittedLogisticMf(ratings, this.settings, last);
  }

  static restore(saved: SavedModel): FittedLogisticMf {
    const { settings } = new LogisticMf(saved.settings);
    const learned = savedFactors(saved, settings.factors);
    return new FittedLogisticMf(saved.ratings, settings, learned, savedListLearning(saved));
  }
}

function confidencesOf(
  values: Float64Array,
  settings: LogisticMfSettings,
  ratings: Pick<Feedback, "kind">,
): Float64Array {
  return implicitValues(values, settings, ratings).map((value) => settings.alpha * value);
}

/** Largest component of the gradient at which folding in ends: far more exact than the fit. */
const TOLERANCE = 1e-3;

/**
 * A fitted {@link LogisticMf}: scores are log odds, which only rank. A new user, and with `update`
 * a new item, minimizes the same cost over all items (users), at O(items × factors) a step. A user
 * without ratings has the factors 0, so that the scores are the biases of items.
 */
export class FittedLogisticMf extends FittedListFactors {
  readonly name = LogisticMf.kind;
  declare readonly settings: Readonly<LogisticMfSettings>;

  constructor(
    ratings: Feedback,
    settings: Readonly<LogisticMfSettings>,
    learned: LearnedFactors,
    learning?: ListLearning,
  ) {
    super(ratings, settings, learned, learning);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return LogisticMf;
  }

  override solveUser({ indices, values }: SparseRow, others: FixedSide): OwnFactors {
    const { factors: width, settings } = this;
    if (indices.length === 0) return { bias: 0, factors: new Float64Array(width) };
    const confidences = confidencesOf(values, settings, this.ratings);
    const matrix = sortedRows(oneRow({ indices, values: confidences }, others.biases.length));
    const [row, unrated, { regularization }] = [rowOf(matrix, 0), unratedOf(matrix, 0), settings];
    const cost = (x: Float64Array, gradient: Float64Array) =>
      logisticCost(row, unrated, 1, others, regularization, x, gradient);
    const { x } = minimize(cost, new Float64Array(width + 1), { tolerance: TOLERANCE });
    return { bias: x[width], factors: x.subarray(0, width) };
  }

  override solveItem(row: SparseRow, users: FixedSide): OwnFactors {
    return this.solveUser(row, users);
  }
}
