import type { Ratings } from "../../ratings/ratings.js";
import { type Explanation, FittedModel, type History } from "./model.js";

/** A fitted model that gives an item the same score for everybody: what popularity and means come to. */
export class FittedItemScores extends FittedModel {
  readonly name: string;
  readonly settings: object;
  readonly inStars: boolean;
  readonly #scores: Float64Array;

  /** @param learned the score of each item by index, NaN where it has none */
  constructor(
    ratings: Ratings,
    learned: { name: string; settings: object; inStars: boolean; scores: Float64Array },
  ) {
    super(ratings);
    this.name = learned.name;
    this.settings = learned.settings;
    this.inStars = learned.inStars;
    this.#scores = learned.scores;
    Object.freeze(this);
  }

  scoreItems(_userIndex: number, into: Float64Array): void {
    into.set(this.#scores);
  }

  scoreItemsFor(_history: History, into: Float64Array): void {
    into.set(this.#scores);
  }

  override scoreItem(_userIndex: number, itemIndex: number): number {
    return this.#scores[itemIndex];
  }

  state(): { scores: Float64Array } {
    return { scores: this.#scores.slice() };
  }

  explainFor(_history: History, itemIndex: number): Explanation {
    return { base: this.#scores[itemIndex], contributions: [] };
  }
}
