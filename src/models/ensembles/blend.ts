import type { Feedback } from "../../ratings/feedback.js";
import { foldFields } from "../../ratings/fold-rows.js";
import type { Ratings } from "../../ratings/ratings.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { randomFields } from "../../settings/random-fields.js";
import { type Progress, reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import { checkedModels, type Member, membersOf } from "../contract/members.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedModel,
  type Timestamps,
} from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";
import { type WeightedExplanation, weightedExplanation } from "../contract/weighted-explanation.js";
import { fitWeights, type LinearWeights } from "./fit-weights.js";
import { outOfFold } from "./out-of-fold.js";

/** How {@link Blend} finds its weights. */
export interface BlendOptions extends SettingsOf<typeof Blend.settings> {}

/** Settings of {@link Blend}. */
export interface BlendSettings extends BlendOptions {
  /** Names and settings of the models. */
  readonly models: readonly Member[];
}

/**
 * A linear blend (stacking) of models that estimate ratings,
 *
 *     score = intercept + Σ weight × the model's score
 *
 * which is better than each of them where their errors differ. The weights are fitted by least
 * squares to out-of-fold predictions: the ratings are divided into `folds`, and each is predicted
 * by models fitted to the others. Then all models are fitted to all ratings. Where a model has no
 * score for a pair, its {@link FittedModel.partialScore} replaces it, or else the mean of the other
 * models' scores; where no model has one, the score is NaN. For models that only rank see
 * {@link RankBlend}.
 *
 * Fits in (folds + 1) times the sum of the models' times, with 8 bytes per rating and model, and
 * one fitted model more in memory than there are models.
 *
 * Wolpert, Stacked generalization, Neural Networks 5 (1992); Breiman, Stacked regressions, Machine
 * Learning 24 (1996).
 *
 * @example
 * const blend = new Blend([new MeanRating(), new Baseline()], { folds: 2 }).fit(ratings);
 * blend.weights.length; // 2
 */
export class Blend implements Model<FittedBlend> {
  static readonly kind = "Blend";
  static readonly settings = defineSettings(
    foldFields,
    {
      /** Whether weights are constrained to be at least 0. */
      positiveOnly: boolean({ default: true }),
    },
    randomFields,
  );
  readonly name = Blend.kind;
  readonly settings: BlendSettings;
  readonly #models: readonly Model[];

  /**
   * @param models at least one, all of which estimate stars
   * @param options or the `settings` of another blend, whose `models` are passed over
   */
  constructor(models: readonly Model[], options: Partial<BlendOptions> = {}) {
    this.#models = checkedModels(this.name, models);
    this.settings = blendSettings(models, options);
  }

  /**
   * @throws RangeError for a model that only ranks, for more folds than ratings, and where no model
   *   can predict any held-out rating.
   */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedBlend {
    return this.fitOutOfFold(ratings, task).fitted;
  }

  /**
   * Fits, and returns what the weights were fitted to: for each model, its out-of-fold prediction
   * of each rating, where missing ones are replaced as in the score; NaN where no model has one.
   *
   * @throws RangeError as {@link fit}.
   */
  fitOutOfFold(
    ratings: Ratings,
    task: TaskOptions = {},
  ): { readonly fitted: FittedBlend; readonly columns: readonly Float64Array[] } {
    checkRatings(this.name, ratings);
    const { signal } = task;
    const before = this.settings.folds * this.#models.length;
    const total = before + this.#models.length;
    const onProgress = ({ done }: Progress) => reportProgress(task, { done, total });
    const columns = outOfFold(this.#models, ratings, this.settings, { onProgress, signal });
    const learned = this.#fitWeights(columns, ratings);
    const models = this.#models.map((model, place) => {
      const fitted = model.fit(ratings, { signal });
      reportProgress(task, { done: before + place + 1, total });
      return fitted;
    });
    return { fitted: new FittedBlend(ratings, this.settings, models, learned), columns };
  }

  static restore(saved: SavedModel): FittedBlend {
    const settings = blendSettings(saved.parts, saved.settings);
    return new FittedBlend(saved.ratings, settings, saved.parts, {
      intercept: savedNumbers(saved, "intercept", 1)[0],
      weights: [...savedNumbers(saved, "weights", saved.parts.length)],
    });
  }

  #fitWeights(columns: readonly Float64Array[], { values }: Ratings): LinearWeights {
    const isScored = new Uint8Array(values.length);
    changeRows(columns, (scores, row) => {
      isScored[row] = fillMissing(scores) ? 1 : 0;
    });
    const scored = (column: Float64Array) => column.filter((_, row) => isScored[row] === 1);
    const target = scored(values);
    if (target.length > 0) return fitWeights(columns.map(scored), target, this.settings);
    throw new RangeError(
      `Blend: none of ${columns.map((_, place) => this.#models[place].name).join(", ")} can predict any of the ${values.length} ratings ` +
        "when it is held out; add a model that can predict all, such as Baseline",
    );
  }
}

function blendSettings(
  models: readonly Pick<Model, "name" | "settings">[],
  given: Partial<BlendOptions>,
): BlendSettings {
  const { models: _, ...options } = given as Partial<BlendSettings>;
  return Object.freeze({ models: membersOf(models), ...Blend.settings.check("Blend", options) });
}

/** A fitted {@link Blend}. */
export class FittedBlend extends FittedModel {
  readonly name = Blend.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<BlendSettings>;
  /** The fitted models. */
  declare readonly models: readonly FittedModel[];
  /** How much each model's score counts, in their order. */
  declare readonly weights: readonly number[];
  /** What is added to their weighted sum, in stars. */
  readonly intercept: number;

  constructor(
    ratings: Feedback,
    settings: Readonly<BlendSettings>,
    models: readonly FittedModel[],
    { weights, intercept }: LinearWeights,
  ) {
    super(ratings);
    this.settings = settings;
    this.models = Object.freeze([...models]);
    this.weights = Object.freeze([...weights]);
    this.intercept = intercept;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Blend;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const userIndices = new Int32Array(into.length).fill(userIndex);
    const itemIndices = new Int32Array(into.length).map((_, item) => item);
    const write = (model: FittedModel, scores: Float64Array) => model.scoreItems(userIndex, scores);
    weightedSums(this, this.#columns(userIndices, itemIndices, write), into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    weightedSums(this, this.columnsFor(history), into);
  }

  override scorePairs(
    userIndices: Int32Array,
    itemIndices: Int32Array,
    into: Float64Array,
    timestamps?: Timestamps,
  ): void {
    weightedSums(this, this.columnsOfPairs(userIndices, itemIndices, timestamps), into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    const scores = Float64Array.from(this.models, (model) => model.scoreItem(userIndex, itemIndex));
    return this.#sumOf(this.#filled(scores, userIndex, itemIndex));
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    const scores = Float64Array.from(this.models, (model) => model.partialScore(userIndex, itemIndex));
    fillMissing(scores);
    return this.#sumOf(scores);
  }

  state(): Record<string, Float64Array> {
    return { weights: Float64Array.from(this.weights), intercept: Float64Array.of(this.intercept) };
  }

  override parts(): readonly FittedModel[] {
    return this.models;
  }

  /**
   * The weighted sum of the models' explanations; a rating in several of them is one contribution.
   */
  explainFor(history: History, itemIndex: number): Explanation {
    const all = new Float64Array(this.items.size);
    const scores = Float64Array.from(this.models, (model) => {
      model.scoreItemsFor(history, all);
      return all[itemIndex];
    });
    const filled = this.#filled(scores.slice(), history.userIndex, itemIndex);
    const parts: WeightedExplanation[] = this.models.map((model, place) => ({
      weight: this.weights[place],
      explanation: Number.isNaN(scores[place])
        ? { base: filled[place], contributions: [] }
        : model.explainFor(history, itemIndex),
    }));
    const { base, contributions } = weightedExplanation(parts);
    return { base: this.intercept + base, contributions };
  }

  /**
   * Each model's scores of pairs, where missing ones are replaced as in the score; NaN where no
   * model has one.
   */
  columnsOfPairs(userIndices: Int32Array, itemIndices: Int32Array, timestamps?: Timestamps): Float64Array[] {
    return this.#columns(userIndices, itemIndices, (model, scores) =>
      model.scorePairs(userIndices, itemIndices, scores, timestamps),
    );
  }

  /** Each model's scores of all items for a user with this history, as {@link columnsOfPairs}. */
  columnsFor(history: History): Float64Array[] {
    const userIndices = new Int32Array(this.items.size).fill(history.userIndex);
    const itemIndices = new Int32Array(this.items.size).map((_, item) => item);
    return this.#columns(userIndices, itemIndices, (model, scores) => model.scoreItemsFor(history, scores));
  }

  #columns(
    userIndices: Int32Array,
    itemIndices: Int32Array,
    write: (model: FittedModel, scores: Float64Array) => void,
  ): Float64Array[] {
    const columns = this.models.map((model) => {
      const scores = new Float64Array(userIndices.length);
      write(model, scores);
      return scores;
    });
    changeRows(columns, (scores, k) => this.#filled(scores, userIndices[k], itemIndices[k]));
    return columns;
  }

  /**
   * Replaces the missing ones of the models' scores of a pair, in place; all stay NaN where no
   * model has one.
   */
  #filled(scores: Float64Array, userIndex: number, itemIndex: number): Float64Array {
    if (!scores.some(Number.isNaN) || scores.every(Number.isNaN)) return scores;
    for (const [place, model] of this.models.entries()) {
      if (Number.isNaN(scores[place])) scores[place] = model.partialScore(userIndex, itemIndex);
    }
    fillMissing(scores);
    return scores;
  }

  #sumOf(scores: Float64Array): number {
    let sum = this.intercept;
    for (let place = 0; place < scores.length; place++) sum += this.weights[place] * scores[place];
    return sum;
  }
}

/** Changes columns row by row: `change` gets the numbers of a row and changes them in place. */
export function changeRows(
  columns: readonly Float64Array[],
  change: (scores: Float64Array, row: number) => void,
): void {
  const scores = new Float64Array(columns.length);
  for (let row = 0; row < columns[0].length; row++) {
    for (let place = 0; place < scores.length; place++) scores[place] = columns[place][row];
    change(scores, row);
    for (let place = 0; place < scores.length; place++) columns[place][row] = scores[place];
  }
}

/** Replaces NaN by the mean of the other scores, in place; returns false where all are NaN. */
export function fillMissing(scores: Float64Array): boolean {
  let sum = 0;
  let count = 0;
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    sum += score;
    count++;
  }
  if (count === 0) return false;
  if (count < scores.length)
    for (const [k, score] of scores.entries()) if (Number.isNaN(score)) scores[k] = sum / count;
  return true;
}

/** Writes the weighted sum of columns, row by row. */
export function weightedSums(
  { intercept, weights }: LinearWeights,
  columns: readonly Float64Array[],
  into: Float64Array,
): void {
  into.fill(intercept);
  for (const [place, column] of columns.entries()) {
    for (let k = 0; k < into.length; k++) into[k] += weights[place] * column[k];
  }
}
