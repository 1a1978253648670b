import type { Feedback } from "../../ratings/feedback.js";
import { defineSettings } from "../../settings/define-settings.js";
import type { TaskOptions } from "../../task/report-progress.js";
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
import { itemsOfAll, overItems } from "./over-items.js";

/** Settings of {@link Fallback}. */
export interface FallbackSettings {
  /** Names and settings of the models, in the order in which they are tried. */
  readonly models: readonly Member[];
}

/**
 * The score of the first model that has one: where a model gives NaN, the next one is tried. So a
 * good model that cannot score some pairs is combined with a simple one that can score all. The
 * models' scores should have the same meaning. It scores all items that one of them knows, also
 * those without ratings. Fits in the sum of the models' times.
 *
 * @example
 * new Fallback([new ItemKnn({ minNeighbors: 3 }), new Baseline()]).fit(ratings).predict(1, 50);
 */
export class Fallback implements Model<FittedFallback> {
  static readonly kind = "Fallback";
  static readonly settings = defineSettings({});
  readonly name = Fallback.kind;
  readonly settings: Readonly<FallbackSettings>;
  readonly #models: readonly Model[];

  /** @param models at least one, in the order in which they are tried */
  constructor(models: readonly Model[]) {
    this.#models = checkedModels(this.name, models);
    this.settings = Object.freeze({ models: membersOf(models) });
  }

  static restore(saved: SavedModel): FittedFallback {
    return new FittedFallback(saved.ratings, Object.freeze({ models: membersOf(saved.parts) }), saved.parts);
  }

  fit(ratings: Feedback, task: TaskOptions = {}): FittedFallback {
    return new FittedFallback(
      ratings,
      this.settings,
      this.#models.map((model) => model.fit(ratings, task)),
    );
  }
}

/** A fitted {@link Fallback}. */
export class FittedFallback extends FittedModel {
  readonly name = Fallback.kind;
  declare readonly settings: Readonly<FallbackSettings>;
  declare readonly inStars: boolean;
  /** The fitted models, in the order in which they are tried. */
  declare readonly models: readonly FittedModel[];
  readonly #members: readonly FittedModel[];

  constructor(ratings: Feedback, settings: Readonly<FallbackSettings>, models: readonly FittedModel[]) {
    super(ratings, itemsOfAll(ratings, models));
    this.settings = settings;
    this.models = Object.freeze([...models]);
    this.#members = overItems(this.items, models);
    this.inStars = models.every(({ inStars }) => inStars);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return Fallback;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#fill(into, (model, scores) => model.scoreItems(userIndex, scores));
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.#fill(into, (model, scores) => model.scoreItemsFor(history, scores));
  }

  override scoreUsers(userIndices: Int32Array, into: Float64Array): void {
    this.#fill(into, (model, scores) => model.scoreUsers(userIndices, scores));
  }

  override scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void {
    this.#fill(into, (model, scores) => model.scoreSome(userIndex, itemIndices, scores));
  }

  override scorePairs(
    userIndices: Int32Array,
    itemIndices: Int32Array,
    into: Float64Array,
    timestamps?: Timestamps,
  ): void {
    this.#fill(into, (model, scores) => model.scorePairs(userIndices, itemIndices, scores, timestamps));
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    for (const model of this.#members) {
      const score = model.scoreItem(userIndex, itemIndex);
      if (!Number.isNaN(score)) return score;
    }
    return Number.NaN;
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    const scores = this.#members.map((model) => model.partialScore(userIndex, itemIndex));
    return scores.find((score) => !Number.isNaN(score)) ?? Number.NaN;
  }

  state(): Record<string, never> {
    return {};
  }

  override parts(): readonly FittedModel[] {
    return this.models;
  }

  /** The explanation of the model that gives the score. */
  explainFor(history: History, itemIndex: number): Explanation {
    const scores = new Float64Array(this.items.size);
    const hasScore = (model: FittedModel) => {
      model.scoreItemsFor(history, scores);
      return !Number.isNaN(scores[itemIndex]);
    };
    return (this.#members.find(hasScore) ?? this.#members[0]).explainFor(history, itemIndex);
  }

  /** Writes the first model's scores, and where those are NaN the next one's. */
  #fill(into: Float64Array, write: (model: FittedModel, scores: Float64Array) => void): void {
    const scores = new Float64Array(into.length);
    into.fill(Number.NaN);
    for (const model of this.#members) {
      if (!into.some(Number.isNaN)) return;
      write(model, scores);
      for (let k = 0; k < into.length; k++) if (Number.isNaN(into[k])) into[k] = scores[k];
    }
  }
}
