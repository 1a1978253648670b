import type { Feedback } from "../../ratings/feedback.js";
import { rowOf } from "../../sparse/row-of.js";
import type { History, SavedModel } from "../contract/model.js";
import { type RelevanceSettings, relevantHistory, relevantPart } from "../contract/relevance.js";
import { savedNumbers } from "../contract/saved-model.js";
import { checkImplicit, implicitHistory } from "../implicit/implicit-values.js";
import type { ListLearning } from "../training/list-stopping.js";
import { FittedFactors } from "./fitted-factors.js";
import type { LearnedFactors } from "./learned-factors.js";
import { FixedSide, type OwnFactors } from "./own-factors.js";

/** A fitted factor model of implicit feedback: its scores only rank. */
export abstract class FittedListFactors extends FittedFactors {
  readonly inStars = false;
  declare readonly settings: Readonly<RelevanceSettings & { readonly iterations: number }>;
  /** Which iteration was kept, and the metric on the validation part. */
  readonly learning: ListLearning;

  constructor(
    ratings: Feedback,
    settings: FittedListFactors["settings"],
    learned: LearnedFactors,
    learning: ListLearning = { iteration: settings.iterations, scores: [] },
  ) {
    super(ratings, learned, { biased: false, userBiased: false, regularization: () => 0 });
    this.settings = settings;
    this.learning = Object.freeze(learning);
  }

  override scoreItemsFor(history: History, into: Float64Array): void {
    if (history.userIndex >= 0) {
      this.scoreItems(history.userIndex, into);
    } else {
      const { bias, factors } = this.foldedIn(history);
      this.scoreAll(bias, factors, into);
    }
  }

  override state(): Record<string, Float64Array> {
    const { iteration, scores } = this.learning;
    if (scores.length === 0) return super.state();
    return { ...super.state(), iteration: Float64Array.of(iteration), scores: Float64Array.from(scores) };
  }

  protected override interestsIn(ratings: Feedback): Feedback {
    const interests = relevantPart(ratings, this.settings);
    checkImplicit(interests);
    return interests;
  }

  /** The bias and factors of a user with these ratings, against the items. */
  protected foldedIn(history: History): OwnFactors {
    const interests = relevantHistory(history, this.settings);
    implicitHistory(interests, { binary: true }, this);
    const { itemIndices: indices, values } = interests;
    return this.solveUser({ indices, values }, this.fixedItems());
  }
}

/** Solves for users of whom a model has kept nothing, with their rows of `interests`. */
export function solveUsers(fitted: FittedListFactors, users: readonly number[], { byUser }: Feedback): void {
  const { userBiases, userFactors, itemBiases, itemFactors } = fitted.learned;
  const width = fitted.factors;
  const items = new FixedSide(0, itemBiases, { values: itemFactors, width });
  for (const user of users) {
    const { bias, factors } = fitted.solveUser(rowOf(byUser, user), items);
    userBiases[user] = bias;
    userFactors.set(factors, user * width);
  }
}

/** Version 0.1 had neither early stopping nor `precision`. */
export function upgradedListSettings(settings: Readonly<Record<string, unknown>>): object {
  const stopping = { validation: 0, patience: 5, validationMetric: "ndcg@10" };
  return { precision: "double", ...stopping, ...settings };
}

/** What a saved model says of its learning; undefined if it had no validation part. */
export function savedListLearning(saved: SavedModel): ListLearning | undefined {
  const { scores } = saved.arrays;
  if (!scores) return undefined;
  const iteration = savedNumbers(saved, "iteration", 1)[0];
  return { iteration, scores: [...savedNumbers(saved, "scores", scores.length)] };
}
