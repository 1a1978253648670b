import { writeProducts } from "../../kernels/dense/weighted-products.js";
import { solveAlsSide } from "../../kernels/factors/als-side.js";
import { solvePositiveAlsSide } from "../../kernels/factors/als-side-positive.js";
import { stepAlsSide } from "../../kernels/factors/als-side-steps.js";
import { type RandomSettings, random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { atLeast, oneOf, wholeAtLeast } from "../../settings/settings.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { type LongWork, report } from "../../task/long-work.js";
import type { Model } from "../contract/model.js";
import type { SavedModel } from "../contract/saved-model.js";
import { checkImplicit, type ImplicitSettings, implicitValues } from "../implicit/implicit-values.js";
import { type LearnedFactors, savedFactors } from "./fitted-factors.js";
import {
  type AlsEquations,
  alsEquations,
  FittedImplicitAls,
  PASSES_TO_THE_END,
} from "./fitted-implicit-als.js";
import { startNormal } from "./start-factors.js";

/** How {@link ImplicitAls} solves for one side. */
export type AlsOptimizer = "conjugate-gradient" | "cholesky";

/** Settings of {@link ImplicitAls}. */
export interface ImplicitAlsSettings extends ImplicitSettings, RandomSettings {
  /** How many numbers describe a user or an item, from 1. @default 64 */
  readonly factors: number;
  /** How often both sides are solved for, from 1. @default 15 */
  readonly iterations: number;
  /** How much more a rating of 1 weighs than a missing one, which weighs 1, from 0. @default 3 */
  readonly alpha: number;
  /** How strongly factors are pulled to 0, from 0. @default 0.02 */
  readonly regularization: number;
  /** To which power the pull grows with the weights of a user or an item in all, from 0 (the same for everybody) on. @default 1 */
  readonly regularizationPower: number;
  /** How a side is solved for: by three steps of "conjugate-gradient" from where it is, or by "cholesky", exactly and more slowly. @default "conjugate-gradient" */
  readonly optimizer: AlsOptimizer;
  /** Whether factors are kept from falling below 0, so that they only add up: a side is solved for by coordinate descent then. @default false */
  readonly positiveOnly: boolean;
  /** The standard deviation of the factors at the start, from 0. @default 0.1 */
  readonly initialScale: number;
}

/** So many are enough where each sweep starts from the last (Takács et al., and the default of the Python package implicit). */
const STEPS = 3;

/**
 * Matrix factorisation of who took an interest in what: every pair of user and item counts, those without a rating as a weak no.
 *
 *     cost = Σ over all pairs: weight × (interest − userFactors · itemFactors)² + Σ over users and items: pull × |factors|²
 *
 * with interest 1 and weight 1 + alpha × value for a rating above 0, interest 0 and weight 1 without one, and pull = regularization ×
 * (Σ weights of the user's or item's pairs)^regularizationPower. Each side in turn is solved for while the other stays: the gaps come into
 * every user's equations as one and the same matrix, so that only ratings cost time. Fits in O(iterations × (ratings × factors + (users + items) × factors²)) by
 * conjugate gradients, and in O(iterations × (ratings × factors² + (users + items) × factors³)) by Cholesky's way; with `positiveOnly` in
 * O(iterations × (ratings + users + items) × factors²), and at the end as many passes for the users as they need.
 *
 * With `regularizationPower: 0` this is Hu, Koren and Volinsky, Collaborative filtering for implicit feedback datasets, ICDM 2008. With 1, busy
 * users and popular items are pulled harder, which ranks far better: Rendle et al., Revisiting the performance of iALS on item recommendation
 * benchmarks, RecSys 2022. Their weight of a gap, α₀, is 1 / alpha here, and their λ is regularization × alpha / (alpha + 1). Steps: Takács, Pilászy and Tikk, RecSys 2011.
 * With `positiveOnly` and alpha 0 it is the non-negative factorisation of the whole matrix of 0 and 1, which ranks, as `Nmf` of the rated pairs alone does not.
 *
 * @example
 * new ImplicitAls({ factors: 16 }).fit(ratings).recommend(1, { count: 3 });
 */
export class ImplicitAls implements Model<FittedImplicitAls> {
  readonly name = "ImplicitAls";
  readonly settings: Readonly<ImplicitAlsSettings>;

  constructor({
    factors = 64,
    iterations = 15,
    alpha = 3,
    regularization = 0.02,
    regularizationPower = 1,
    optimizer = "conjugate-gradient",
    positiveOnly = false,
    initialScale = 0.1,
    binary = true,
    seed = 0,
    generator = "reelbook",
  }: Partial<ImplicitAlsSettings> = {}) {
    random({ seed, generator });
    this.settings = Object.freeze({
      factors: wholeAtLeast(1, { factors }),
      iterations: wholeAtLeast(1, { iterations }),
      alpha: atLeast(0, { alpha }),
      regularization: atLeast(0, { regularization }),
      regularizationPower: atLeast(0, { regularizationPower }),
      optimizer: oneOf(["conjugate-gradient", "cholesky"], { optimizer }),
      positiveOnly,
      initialScale: atLeast(0, { initialScale }),
      binary,
      seed,
      generator,
    });
  }

  /** @throws RangeError for ratings below 0, where none is above 0, and where the pull is too little for one solution. */
  fit(ratings: Ratings, work: LongWork = {}): FittedImplicitAls {
    const { factors, iterations, initialScale, positiveOnly } = this.settings;
    const { users, items, byUser, byItem } = ratings;
    checkImplicit(ratings);
    const [ofUsers, ofItems] = [this.#equations(byUser), this.#equations(byItem)];
    if (ofUsers.targets.every((target) => target === 0)) throw noInterest(ratings.count);
    const generated = random(this.settings);
    const start = (count: number) => {
      const normal = startNormal(generated, count * factors, initialScale);
      return positiveOnly ? normal.map(Math.abs) : normal;
    };
    const userFactors = start(users.size);
    const itemFactors = start(items.size);
    for (let done = 0; done < iterations; done++) {
      report(work, { done, total: iterations });
      this.#solve(ofUsers, itemFactors, userFactors);
      this.#solve(ofItems, userFactors, itemFactors);
    }
    // Users exactly, and last: whoever is folded in with a user's ratings gets the user's scores, and explanations add up.
    this.#solve(ofUsers, itemFactors, userFactors.fill(0), "cholesky");
    report(work, { done: iterations, total: iterations });
    for (const user of withoutInterest(ofUsers)) {
      userFactors.fill(Number.NaN, user * factors, (user + 1) * factors);
    }
    const userBiases = new Float64Array(users.size);
    const itemBiases = new Float64Array(items.size);
    return this.#fitted(ratings, { mean: 0, userBiases, itemBiases, userFactors, itemFactors });
  }

  static restore(saved: SavedModel): FittedImplicitAls {
    const model = new ImplicitAls(saved.settings);
    return model.#fitted(saved.ratings, savedFactors(saved, model.settings.factors));
  }

  #fitted(ratings: Ratings, learned: LearnedFactors): FittedImplicitAls {
    return new FittedImplicitAls(ratings, this, learned);
  }

  #equations(matrix: CsrMatrix): AlsEquations {
    return alsEquations({ ...matrix, values: implicitValues(matrix, this.settings) }, this.settings);
  }

  /** Solves for one side, into its factors. */
  #solve(
    { starts, indices, weights, targets, pulls }: AlsEquations,
    others: Float64Array,
    into: Float64Array,
    optimizer = this.settings.optimizer,
  ): void {
    const { factors, regularization, positiveOnly } = this.settings;
    const base = new Float64Array(factors * factors);
    writeProducts(others, factors, base);
    if (positiveOnly) {
      const passes = optimizer === "cholesky" ? PASSES_TO_THE_END : STEPS;
      solvePositiveAlsSide(starts, indices, weights, targets, pulls, base, factors, others, passes, into);
    } else if (optimizer === "conjugate-gradient") {
      stepAlsSide(starts, indices, weights, targets, pulls, base, factors, others, STEPS, into);
    } else if (solveAlsSide(starts, indices, weights, targets, pulls, base, factors, others, into) >= 0) {
      throw new RangeError(
        `regularization: ${regularization} is too little: ${factors} factors have more than one best solution; ` +
          "take more of it, such as 0.01, or fewer factors",
      );
    }
  }
}

/** The rows that no rating above 0 stands in. */
function withoutInterest({ starts, targets }: AlsEquations): number[] {
  const rows = Array.from({ length: starts.length - 1 }, (_, row) => row);
  return rows.filter((row) => targets.subarray(starts[row], starts[row + 1]).every((target) => target === 0));
}

function noInterest(count: number): RangeError {
  return new RangeError(
    `none of the ${count} ratings is above 0, so nobody took an interest in anything; look at their values, or pass binary: true`,
  );
}
