import type { IdIndex } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { ItemFacts } from "../content/item-facts.js";
import { type Explanation, FittedModel, type History } from "../contract/model.js";
import type { SavedArray } from "../contract/saved-model.js";
import { type FittedBlend, fillGaps, weightedSums } from "../ensembles/blend.js";
import type { FittedBoostedTrees } from "../trees/boosted-trees.js";
import type { HybridSettings } from "./hybrid-settings.js";
import type { FeatureMaker, IndexedPairs } from "./rating-features.js";

/** What a {@link FittedHybrid} is made of. */
export interface HybridParts {
  /** Those of the ratings, and after them those that are known from elsewhere. */
  readonly items: IdIndex;
  /** Of the models; undefined where there are none. */
  readonly blend: FittedBlend | undefined;
  readonly facts: ItemFacts | undefined;
  readonly maker: FeatureMaker;
  readonly trees: FittedBoostedTrees;
}

/** A fitted {@link Hybrid}. */
export class FittedHybrid extends FittedModel {
  readonly name = "Hybrid";
  readonly inStars = true;
  readonly settings: Readonly<HybridSettings>;
  /** The fitted models and their weights; undefined where there are none. */
  readonly blend: FittedBlend | undefined;
  /** What they learned: `trees.importance()` says from which features. */
  readonly trees: FittedBoostedTrees;
  readonly #facts: ItemFacts | undefined;
  readonly #maker: FeatureMaker;

  constructor(
    ratings: Ratings,
    settings: Readonly<HybridSettings>,
    { items, blend, facts, maker, trees }: HybridParts,
  ) {
    super(ratings, items);
    this.settings = settings;
    this.blend = blend;
    this.trees = trees;
    this.#facts = facts;
    this.#maker = maker;
    Object.freeze(this);
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    into.set(this.#scores(this.#allItems(userIndex)));
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    into.set(this.#scores(this.#allItems(history.userIndex), history));
  }

  override scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    into.set(this.#scores({ userIndices, itemIndices }));
    for (let k = 0; k < into.length; k++) {
      if (userIndices[k] < 0 || itemIndices[k] < 0) into[k] = Number.NaN;
    }
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.#scores(pairOf(userIndex, itemIndex))[0];
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    return this.scoreItem(userIndex, itemIndex);
  }

  state(): Record<string, SavedArray> {
    return { ...this.trees.state(), ...this.#facts?.state() };
  }

  override parts(): readonly FittedModel[] {
    return this.blend ? [this.blend] : [];
  }

  explainFor(history: History, itemIndex: number): Explanation {
    const score = this.#scores(pairOf(history.userIndex, itemIndex), history)[0];
    const isBlended = this.settings.residual && this.blend && itemIndex < this.blend.items.size;
    const { contributions } = isBlended ? this.blend.explainFor(history, itemIndex) : { contributions: [] };
    const shares = contributions.reduce((sum, { share }) => sum + share, 0);
    return Number.isNaN(shares)
      ? { base: score, contributions: [] }
      : { base: score - shares, contributions };
  }

  #allItems(userIndex: number): IndexedPairs {
    const itemIndices = Int32Array.from(this.items.ids, (_, item) => item);
    return { userIndices: new Int32Array(itemIndices.length).fill(userIndex), itemIndices };
  }

  /** The scores of pairs, of which an index may be -1; with a `history` all are of that person. */
  #scores(pairs: IndexedPairs, history?: History): Float64Array {
    const { blend, ratings, settings } = this;
    const features = this.#maker.table(pairs, history);
    if (!blend) return this.trees.predictMany(features);
    const predictions = predictionColumns(blend, this.#columns(blend, pairs, history));
    const scores = this.trees.predictMany(features.with(predictions));
    if (!settings.residual) return scores;
    const start = startingPoint(predictions, ratings.mean);
    return scores.map((score, k) => score + start[k]);
  }

  /** What each of the blend's models says, what it knows in part where none says anything. */
  #columns(
    blend: FittedBlend,
    { userIndices, itemIndices }: IndexedPairs,
    history?: History,
  ): Float64Array[] {
    const { size } = blend.items;
    const known = itemIndices.map((item) => (item < size ? item : -1));
    const columns = history
      ? blend
          .columnsFor(history)
          .map((column) => Float64Array.from(known, (item) => column[item] ?? Number.NaN))
      : blend.columnsOfPairs(userIndices, known);
    const scores = new Float64Array(columns.length);
    for (let k = 0; k < known.length; k++) {
      if (columns.some((column) => !Number.isNaN(column[k]))) continue;
      for (const [place, model] of blend.models.entries())
        scores[place] = model.partialScore(userIndices[k], known[k]);
      fillGaps(scores);
      for (const [place, column] of columns.entries()) column[k] = scores[place];
    }
    return columns;
  }
}

function pairOf(userIndex: number, itemIndex: number): IndexedPairs {
  return { userIndices: Int32Array.of(userIndex), itemIndices: Int32Array.of(itemIndex) };
}

/** What models predict, as features: a column each, and one of their blend. */
export function predictionColumns(
  blend: FittedBlend,
  columns: readonly Float64Array[],
): Record<string, Float64Array> {
  const blended = new Float64Array(columns[0].length);
  weightedSums(blend, columns, blended);
  const names = predictionNames(blend.models);
  return Object.fromEntries([...columns, blended].map((column, place) => [names[place], column]));
}

/** The names of {@link predictionColumns}: numbered, as a kind of model may be there twice. */
export function predictionNames(models: readonly { readonly name: string }[]): string[] {
  return [...models.map(({ name }, place) => `${name} ${place + 1}`), BLEND];
}

const BLEND = "blend";

/** What the trees' answer is added to where they learn the rest: the blend, or the mean where it says nothing. */
export function startingPoint(predictions: Record<string, Float64Array>, mean: number): Float64Array {
  return predictions[BLEND].map((score) => (Number.isNaN(score) ? mean : score));
}
