import { accelerated } from "../../kernels/backend.js";
import { choleskySolve } from "../../kernels/dense/cholesky.js";
import { fastDot } from "../../kernels/dense/fast-dot.js";
import { roundToPrecision } from "../../kernels/dense/round-to-precision.js";
import { writeProducts } from "../../kernels/dense/weighted-products.js";
import type { AlsEquations } from "../../kernels/factors/als-equations.js";
import { solveAlsSide } from "../../kernels/factors/als-side.js";
import { solvePositiveAlsSide } from "../../kernels/factors/als-side-positive.js";
import { normalEquations, writeNormalEquations } from "../../kernels/factors/normal-equations.js";
import { type AlsSide, stepAlsSides } from "../../kernels/factors/step-als-sides.js";
import { random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import { boolean } from "../../settings/boolean.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { oneRow } from "../../sparse/one-row.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Explanation, History, Model, ModelKind, SavedModel } from "../contract/model.js";
import { relevantHistory, relevantPart } from "../contract/relevance.js";
import {
  checkImplicit,
  checkInterest,
  implicitFields,
  implicitHistory,
  implicitValues,
} from "../implicit/implicit-values.js";
import { heldBackPart } from "../training/early-stopping.js";
import { bestByLists, type ListLearning, listStoppingFields } from "../training/list-stopping.js";
import { precisionFields } from "../training/precision-fields.js";
import { savedFactors } from "./fitted-factors.js";
import { FittedListFactors, savedListLearning, upgradedListSettings } from "./fitted-list-factors.js";
import { implicitEquations } from "./implicit-equations.js";
import type { LearnedFactors } from "./learned-factors.js";
import type { FixedSide, OwnFactors } from "./own-factors.js";
import { startNormal } from "./start-factors.js";

/** How {@link ImplicitAls} solves for one side. */
export type AlsOptimizer = "conjugate-gradient" | "cholesky";

/** Settings of {@link ImplicitAls}. */
export interface ImplicitAlsSettings extends SettingsOf<typeof ImplicitAls.settings> {}

/**
 * Enough where each sweep starts from the last (Takács et al.; the default of the package
 * implicit).
 */
const STEPS = 3;

/** Enough for coordinate descent to converge wherever factors differ at all. */
const MAX_PASSES = 100_000;

/**
 * Matrix factorization of implicit feedback: every pair of user and item counts, and those without
 * a rating count as low-confidence negatives.
 *
 *     cost = Σ over all pairs: c (p − userFactors · itemFactors)²
 *          + Σ over users and items: λ ‖factors‖²
 *
 * A rating above 0 has preference p = 1 and confidence c = 1 + alpha × value; an unobserved pair
 * has p = 0 and c = 1. λ = regularization × (Σ confidence of the user's or item's
 * pairs)^regularizationPower. Each side in turn is solved for while the other is fixed. Unobserved
 * pairs add the same matrix to every user's equations, so that only ratings cost time. Fits in
 *
 * - O(iterations × (ratings × factors + (users + items) × factors²)) by conjugate gradients,
 * - O(iterations × (ratings × factors² + (users + items) × factors³)) by Cholesky decomposition,
 * - O(iterations × (ratings + users + items) × factors²) with `positiveOnly`, and at the end as
 *   many passes over the users as they need to converge.
 *
 * With `regularizationPower: 0` this is Hu, Koren and Volinsky, Collaborative filtering for
 * implicit feedback datasets, ICDM 2008. With 1, active users and popular items are regularized
 * more, which ranks far better: Rendle et al., Revisiting the performance of iALS on item
 * recommendation benchmarks, RecSys 2022. Their weight of an unobserved pair, α₀, is 1 / alpha
 * here, and their λ is regularization × alpha / (alpha + 1). Conjugate gradient steps: Takács,
 * Pilászy and Tikk, RecSys 2011. With `positiveOnly` and alpha 0 it is the non-negative
 * factorization of the whole matrix of 0 and 1, which ranks, as `Nmf` of the rated pairs alone does
 * not.
 *
 * `validation` turns on early stopping by `validationMetric`; `learning` says which iteration was
 * kept. Users are then solved with all ratings against its items.
 *
 * @example
 * new ImplicitAls({ factors: 16 }).fit(ratings).recommend(1, { count: 3 });
 */
export class ImplicitAls implements Model<FittedImplicitAls> {
  static readonly kind = "ImplicitAls";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 64 }),
      /** Times that each side is solved. */
      iterations: integer({ min: 1, default: 15 }),
      /** Confidence of a rating of value r is 1 + alpha · r; that of an unobserved pair is 1. */
      alpha: number({ min: 0, default: 3 }),
      /**
       * λ in the penalty λ · c_u^regularizationPower · ‖p_u‖² of each user, c_u their confidence
       * summed over all items; items likewise.
       */
      regularization: number({ min: 0, default: 0.02 }),
      /** How the penalty grows with a user's or item's total confidence; 0: the same for all. */
      regularizationPower: number({ min: 0, default: 1 }),
      /**
       * How a side is solved: three conjugate gradient steps from its current factors, or exactly
       * and more slowly.
       */
      optimizer: choice(["conjugate-gradient", "cholesky"], { default: "conjugate-gradient" }),
      /** Whether factors are constrained to be at least 0, by coordinate descent. */
      positiveOnly: boolean({ default: false }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.1 }),
    },
    implicitFields,
    listStoppingFields,
    precisionFields,
    randomFields,
  );
  readonly name = ImplicitAls.kind;
  readonly settings: ImplicitAlsSettings;

  constructor(settings: Partial<ImplicitAlsSettings> = {}) {
    this.settings = ImplicitAls.settings.check(this.name, settings);
  }

  /**
   * @throws RangeError for ratings below 0, where none is above 0, where the regularization is too
   * weak for a unique solution, and if the validation part would be empty.
   */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedImplicitAls {
    const { factors, iterations, initialScale, optimizer, positiveOnly, precision } = this.settings;
    const interests = relevantPart(ratings, this.settings);
    checkImplicit(interests);
    const { kept, heldBack } = heldBackPart(interests, this.settings);
    const { users, items } = interests;
    const ofUsers = this.#equations(kept.byUser, ratings);
    const ofItems = this.#equations(kept.byItem, ratings);
    checkInterest(ofUsers.targets, interests);
    const generated = random(this.settings);
    const start = (count: number) => {
      const normal = startNormal(generated, count * factors, initialScale);
      return positiveOnly ? normal.map(Math.abs) : normal;
    };
    const userFactors = start(users.size);
    const itemFactors = start(items.size);
    const userSide = { equations: ofUsers, factors: { values: userFactors, width: factors } };
    const itemSide = { equations: ofItems, factors: { values: itemFactors, width: factors } };
    const run = (count: number, progress: TaskOptions) => {
      const onIteration = (done: number) => reportProgress(progress, { done, total: count });
      if (optimizer === "conjugate-gradient" && !positiveOnly) {
        const schedule = { iterations: count, steps: STEPS, precision, onIteration };
        (accelerated("stepAlsSides") ?? stepAlsSides)(userSide, itemSide, schedule);
        return;
      }
      for (const values of [userFactors, itemFactors]) roundToPrecision(precision, values);
      for (let done = 0; done < count; done++) {
        onIteration(done);
        this.#solve(userSide, itemSide, STEPS);
        roundToPrecision(precision, userFactors);
        this.#solve(itemSide, userSide, STEPS);
        roundToPrecision(precision, itemFactors);
      }
    };
    const userBiases = new Float64Array(users.size);
    const itemBiases = new Float64Array(items.size);
    const learned = { mean: 0, userBiases, itemBiases, userFactors, itemFactors };
    let learning: ListLearning | undefined;
    if (heldBack) {
      const model = () => new FittedImplicitAls(kept, this.settings, learned);
      const best = bestByLists(this.settings, task, () => run(1, {}), { heldBack, model });
      itemFactors.set(best.learned.itemFactors);
      learning = best.learning;
    } else {
      run(iterations, task);
    }
    // Users last and exactly, so that folding in a user's ratings gives the same scores, and
    // explanations add up.
    const equations = heldBack ? this.#equations(interests.byUser, ratings) : ofUsers;
    userFactors.fill(0);
    this.#solve({ ...userSide, equations }, itemSide, MAX_PASSES);
    if (!heldBack) reportProgress(task, { done: iterations, total: iterations });
    for (const user of withoutPreference(equations)) {
      userFactors.fill(Number.NaN, user * factors, (user + 1) * factors);
    }
    return new FittedImplicitAls(ratings, this.settings, learned, learning);
  }

  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return upgradedListSettings(settings);
  }

  static restore(saved: SavedModel): FittedImplicitAls {
    const { settings } = new ImplicitAls(saved.settings);
    const learned = savedFactors(saved, settings.factors);
    return new FittedImplicitAls(saved.ratings, settings, learned, savedListLearning(saved));
  }

  #equations(matrix: CsrMatrix, ratings: Feedback): AlsEquations {
    const values = implicitValues(matrix.values, this.settings, ratings);
    return implicitEquations(CsrMatrix.fromRows({ ...matrix, values }), this.settings);
  }

  /**
   * Solves for one side exactly; for factors from 0 on, by coordinate descent of at most `passes`
   * passes, or until it converges with the exact optimizer.
   */
  #solve({ equations, factors: into }: AlsSide, { factors: others }: AlsSide, passes: number): void {
    const { regularization, optimizer, positiveOnly } = this.settings;
    const { width } = others;
    const base = new Float64Array(width * width);
    (accelerated("writeProducts") ?? writeProducts)(others, base);
    if (positiveOnly) {
      const most = optimizer === "cholesky" ? MAX_PASSES : passes;
      solvePositiveAlsSide(equations, base, others, most, into);
    } else if ((accelerated("solveAlsSide") ?? solveAlsSide)(equations, base, others, into) >= 0) {
      throw new RangeError(
        `regularization: ${regularization} is too little: ${width} factors have more than one best solution; ` +
          "take more of it, such as 0.01, or fewer factors",
      );
    }
  }
}

/** The rows without a rating above 0. */
function withoutPreference({ weights, targets }: AlsEquations): number[] {
  const matrix = CsrMatrix.fromRows({ ...weights, values: targets });
  const rows = Array.from({ length: matrix.rowCount }, (_, row) => row);
  return rows.filter((row) => rowOf(matrix, row).values.every((target) => target === 0));
}

/**
 * A fitted `ImplicitAls`: userFactors · itemFactors, near 1 for items that the user prefers. It
 * only ranks. The factors of a new user solve the same equations as those of a fitted one, in
 * O(ratings × factors² + factors³). NaN for users without a rating above 0.
 */
export class FittedImplicitAls extends FittedListFactors {
  readonly name = ImplicitAls.kind;
  declare readonly settings: Readonly<ImplicitAlsSettings>;
  readonly #items: FixedSide;

  constructor(
    ratings: Feedback,
    settings: Readonly<ImplicitAlsSettings>,
    learned: LearnedFactors,
    learning?: ListLearning,
  ) {
    super(ratings, settings, learned, learning);
    this.#items = super.fixedItems();
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return ImplicitAls;
  }

  protected override fixedItems(): FixedSide {
    return this.#items;
  }

  /**
   * The contribution of each of the user's ratings, largest in absolute value first. With the
   * equations A userFactors = Σ c p y, the score is exactly
   *
   *     item · userFactors = Σ c p × (item · A⁻¹ y)
   *
   * the similarity of both items for this user, times confidence c and preference p. Hu, Koren and
   * Volinsky 2008, section 5. With `positiveOnly`, factors of the user that are 0 are fixed at 0 in
   * A.
   */
  override explainFor(history: History, itemIndex: number): Explanation {
    const { factors } = this;
    const { itemFactors } = this.learned;
    const interests = relevantHistory(history, this.settings);
    const equations = this.#equations(interests);
    const { targets } = equations;
    const { indices } = equations.weights;
    if (!targets.some((target) => target > 0)) return { base: Number.NaN, contributions: [] };
    const { left, right } = normalEquations(factors);
    writeNormalEquations(equations, 0, this.#items.products(), this.#items, { left, right });
    const seen = itemFactors.slice(itemIndex * factors, (itemIndex + 1) * factors);
    if (this.settings.positiveOnly) fixAtZero(this.foldedIn(history).factors, left.values, seen);
    choleskySolve(left.values, seen);
    const contributions = Array.from(indices, (rated, k) => ({
      itemId: this.items.idOf(rated),
      rating: interests.values[k],
      share: targets[k] * fastDot(seen, itemFactors, 0, rated * factors, factors),
    }));
    return { base: 0, contributions: contributions.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)) };
  }

  override solveUser(row: SparseRow, items: FixedSide): OwnFactors {
    return this.#solve(row, items);
  }

  override solveItem(row: SparseRow, users: FixedSide): OwnFactors {
    const { bias, factors } = this.#solve(row, users);
    return { bias, factors: factors.map((factor) => (Number.isNaN(factor) ? 0 : factor)) };
  }

  /** NaN without a value above 0. */
  #solve({ indices, values }: SparseRow, others: FixedSide): OwnFactors {
    const row = { indices, values: implicitValues(values, this.settings, this.ratings) };
    const equations = implicitEquations(oneRow(row, others.biases.length), this.settings);
    const into = { values: new Float64Array(this.factors), width: this.factors };
    if (this.settings.positiveOnly) {
      solvePositiveAlsSide(equations, others.products(), others, MAX_PASSES, into);
    } else {
      solveAlsSide(equations, others.products(), others, into);
    }
    if (!equations.targets.some((target) => target > 0)) into.values.fill(Number.NaN);
    return { bias: 0, factors: into.values };
  }

  #equations(interests: History): AlsEquations {
    const { itemIndices: indices } = interests;
    const values = implicitHistory(interests, this.settings, this);
    return implicitEquations(oneRow({ indices, values }, this.items.size), this.settings);
  }
}

/** Replaces the equations of factors that are 0 by "this factor is 0". */
function fixAtZero(solution: Float64Array, matrix: Float64Array, right: Float64Array): void {
  const width = solution.length;
  for (let a = 0; a < width; a++) {
    if (solution[a] !== 0) continue;
    right[a] = 0;
    for (let b = 0; b < width; b++) {
      matrix[a * width + b] = 0;
      matrix[b * width + a] = 0;
    }
    matrix[a * width + a] = 1;
  }
}
