import { accelerated } from "../../kernels/backend.js";
import { solvePositiveAlsSide } from "../../kernels/factors/als-side-positive.js";
import { nmfPass } from "../../kernels/factors/nmf.js";
import { random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { oneRow } from "../../sparse/one-row.js";
import { rowLengths } from "../../sparse/row-lengths.js";
import type { SparseRow } from "../../sparse/row-of.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import type { Model, ModelKind, SavedModel } from "../contract/model.js";
import { explicitEquations } from "./explicit-equations.js";
import { FittedFactors, savedFactors } from "./fitted-factors.js";
import type { LearnedFactors } from "./learned-factors.js";
import type { FixedSide, OwnFactors } from "./own-factors.js";

/** Settings of {@link Nmf}. */
export interface NmfSettings extends SettingsOf<typeof Nmf.settings> {}

/**
 * Non-negative matrix factorization by multiplicative updates:
 *
 *     score = userFactors · itemFactors, all factors at least 0
 *
 * Defaults are those of Surprise's NMF; with `generator: "numpy"` the result equals Surprise's.
 * Fits in O(iterations × ratings × factors). Luo et al., An efficient non-negative
 * matrix-factorization-based approach to collaborative filtering, IEEE TII 10 (2), 2014.
 *
 * @example
 * new Nmf({ factors: 5, iterations: 10 }).fit(ratings).predict(1, 50);
 */
export class Nmf implements Model<FittedNmf> {
  static readonly kind = "Nmf";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 15 }),
      /** Passes over all ratings (epochs). */
      iterations: integer({ min: 1, default: 50 }),
      /** λ in the penalty λ · (‖p_u‖² + ‖q_i‖²), summed over ratings. */
      regularization: number({ min: 0, default: 0.06 }),
      /** Initial factors are uniform between 0 and this. */
      initialScale: number({ above: 0, default: 1 }),
    },
    randomFields,
  );
  readonly name = Nmf.kind;
  readonly settings: NmfSettings;

  constructor(settings: Partial<NmfSettings> = {}) {
    this.settings = Nmf.settings.check(this.name, settings);
  }

  /** @throws RangeError for a rating below 0, which non-negative factors cannot give. */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedNmf {
    checkRatings(this.name, ratings);
    const { factors, iterations, regularization, initialScale } = this.settings;
    checkNotNegative(ratings);
    const { byUser, byItem } = ratings;
    const generated = random(this.settings);
    const start = (length: number) => new Float64Array(length).map(() => initialScale * generated.uniform());
    const learned: LearnedFactors = {
      mean: 0,
      userBiases: new Float64Array(ratings.users.size),
      itemBiases: new Float64Array(ratings.items.size),
      userFactors: start(ratings.users.size * factors),
      itemFactors: start(ratings.items.size * factors),
    };
    const itemLengths = rowLengths(byItem);
    const both = {
      user: { values: learned.userFactors, width: factors },
      item: { values: learned.itemFactors, width: factors },
    };
    const pass = accelerated("nmfPass") ?? nmfPass;
    for (let done = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      pass(byUser, itemLengths, both, regularization);
    }
    reportProgress(task, { done: iterations, total: iterations });
    return new FittedNmf(ratings, this.settings, learned);
  }

  static restore(saved: SavedModel): FittedNmf {
    const { settings } = new Nmf(saved.settings);
    return new FittedNmf(saved.ratings, settings, savedFactors(saved, settings.factors));
  }
}

function checkNotNegative({ values }: Feedback): void {
  const row = values.findIndex((value) => value < 0);
  if (row < 0) return;
  throw new RangeError(
    `row ${row}: rating ${values[row]} is below 0; Nmf needs ratings of at least 0, so leave it out`,
  );
}

/** Coordinate descent converges long before. */
const MAX_PASSES = 100_000;

/** A fitted {@link Nmf}. */
export class FittedNmf extends FittedFactors {
  readonly name = Nmf.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<NmfSettings>;

  constructor(ratings: Feedback, settings: Readonly<NmfSettings>, learned: LearnedFactors) {
    const { regularization } = settings;
    super(ratings, learned, {
      biased: false,
      userBiased: false,
      regularization: (count) => count * regularization,
    });
    this.settings = settings;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Nmf;
  }

  protected override interestsIn(ratings: Feedback): Feedback {
    checkNotNegative(ratings);
    return ratings;
  }

  override solveUser(row: SparseRow, items: FixedSide): OwnFactors {
    return this.#solve(row, items);
  }

  override solveItem(row: SparseRow, users: FixedSide): OwnFactors {
    return this.#solve(row, users);
  }

  /** The best factors that are at least 0, as all factors of the model. */
  #solve({ indices, values }: SparseRow, others: FixedSide): OwnFactors {
    const { width } = others;
    const equations = explicitEquations(
      oneRow({ indices, values }, others.biases.length),
      (count) => count * this.settings.regularization,
    );
    const factors = new Float64Array(width);
    const into = { values: factors, width };
    solvePositiveAlsSide(equations, new Float64Array(width * width), others, MAX_PASSES, into);
    return { bias: 0, factors };
  }
}
