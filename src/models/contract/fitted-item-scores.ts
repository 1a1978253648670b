import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import { fitAgain } from "./fit-again.js";
import { type Explanation, FittedModel, type History, type ModelKind } from "./model.js";

/** A fitted model with one score per item, the same for all users: popularity or a mean. */
export class FittedItemScores<Settings extends object = object> extends FittedModel {
  declare readonly name: string;
  declare readonly settings: Settings;
  declare readonly inStars: boolean;
  readonly #kind: ModelKind;
  readonly #scores: Float64Array;

  /** @param scores the score of each item by index, NaN for none */
  constructor(
    ratings: Feedback,
    of: { readonly kind: ModelKind; readonly settings: Settings; readonly inStars: boolean },
    scores: Float64Array,
  ) {
    super(ratings);
    this.name = of.kind.kind;
    this.settings = of.settings;
    this.inStars = of.inStars;
    this.#kind = of.kind;
    this.#scores = scores;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return this.#kind;
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

  override update(more: Iterable<GivenEntry>): this {
    return fitAgain(this, more);
  }

  state(): { scores: Float64Array } {
    return { scores: this.#scores.slice() };
  }

  explainFor(_history: History, itemIndex: number): Explanation {
    return { base: this.#scores[itemIndex], contributions: [] };
  }
}
