import type { Feedback } from "../../ratings/feedback.js";
import { IdIndex } from "../../ratings/id-index.js";
import { type Explanation, FittedModel, type History, type Timestamps } from "../contract/model.js";

/** The items of the ratings, then those that only some of the models know. O(items × models). */
export function itemsOfAll({ items }: Feedback, models: readonly FittedModel[]): IdIndex {
  const more = models.filter((model) => model.items.size > items.size);
  if (more.length === 0) return items;
  return IdIndex.from([...new Set([items, ...more.map((model) => model.items)].flatMap(({ ids }) => ids))]);
}

/** Models that score these items: those that do not know them all have no score for the others. */
export function overItems(items: IdIndex, models: readonly FittedModel[]): readonly FittedModel[] {
  return models.map((model) => (hasSameIds(model.items, items) ? model : new OverItems(items, model)));
}

function hasSameIds(first: IdIndex, second: IdIndex): boolean {
  return first === second || (first.size === second.size && first.ids.every((id, k) => id === second.ids[k]));
}

/** A model that scores other items than its own, by their index; NaN for those it does not know. */
class OverItems extends FittedModel {
  readonly name: string;
  readonly settings: object;
  readonly inStars: boolean;
  readonly #model: FittedModel;
  /** For each item its index in the model, or -1. */
  readonly #own: Int32Array;

  constructor(items: IdIndex, model: FittedModel) {
    super(model.ratings, items);
    this.name = model.name;
    this.settings = model.settings;
    this.inStars = model.inStars;
    this.#model = model;
    this.#own = Int32Array.from(items.ids, (id) => model.items.indexOf(id));
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#write(into, (scores) => this.#model.scoreItems(userIndex, scores));
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.#write(into, (scores) => this.#model.scoreItemsFor(this.#known(history), scores));
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    const own = this.#own[itemIndex];
    return own < 0 ? Number.NaN : this.#model.scoreItem(userIndex, own);
  }

  override scorePairs(
    userIndices: Int32Array,
    itemIndices: Int32Array,
    into: Float64Array,
    timestamps?: Timestamps,
  ): void {
    this.#model.scorePairs(
      userIndices,
      itemIndices.map((item) => this.#own[item] ?? -1),
      into,
      timestamps,
    );
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    return this.#model.partialScore(userIndex, this.#own[itemIndex] ?? -1);
  }

  explainFor(history: History, itemIndex: number): Explanation {
    const own = this.#own[itemIndex];
    if (own < 0) return { base: Number.NaN, contributions: [] };
    return this.#model.explainFor(this.#known(history), own);
  }

  state(): Record<string, never> {
    return {};
  }

  #write(into: Float64Array, write: (scores: Float64Array) => void): void {
    const scores = new Float64Array(this.#model.items.size);
    write(scores);
    for (let item = 0; item < into.length; item++) into[item] = scores[this.#own[item]] ?? Number.NaN;
  }

  /** The part of a history that the model knows. */
  #known({ userIndex, itemIndices, values, timestamps }: History): History {
    const kept = [...itemIndices.keys()].filter((k) => this.#own[itemIndices[k]] >= 0);
    return {
      userIndex,
      itemIndices: Int32Array.from(kept, (k) => this.#own[itemIndices[k]]),
      values: Float64Array.from(kept, (k) => values[k]),
      ...(timestamps && { timestamps: kept.map((k) => timestamps[k]) }),
    };
  }
}
