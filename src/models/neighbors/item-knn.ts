import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { number } from "../../settings/number.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import type {
  Explanation,
  History,
  Model,
  ModelKind,
  SavedModel,
  SimilarItem,
  SimilarOptions,
} from "../contract/model.js";
import { relevantHistory, relevantPart } from "../contract/relevance.js";
import { savedSimilarities } from "../contract/saved-model.js";
import { ComparedRows, type ComparedSimilarities } from "./compared-rows.js";
import { FittedKnn } from "./fitted-knn.js";
import { checkColumnPower, checkedKnnSettings, knnFields } from "./knn-settings.js";
import type { Candidates } from "./neighbor-aggregator.js";

/** Settings of {@link ItemKnn}. */
export interface ItemKnnSettings extends SettingsOf<typeof ItemKnn.settings> {}

/**
 * Item-based nearest neighbours: the score of an item is the mean of the user's ratings of similar
 * items, weighted by similarity,
 *
 *     score = Σ similarity × rating / (Σ |similarity| + damping)
 *
 * over the `neighbors` most similar of the items that the user rated. Two items are similar if the
 * same users rate them similarly. NaN with fewer than `minNeighbors` neighbours. Fits in O(Σ over
 * users of their ratings²); keeps `keep` similarities per item. Sarwar et al., Item-based
 * collaborative filtering recommendation algorithms, WWW 2001.
 *
 * @example
 * const model = new ItemKnn({ similarity: "pearson", minCommon: 100 }).fit(ratings);
 * model.similarItems(movies.find("Star Wars (1977)"), { count: 3 });
 */
export class ItemKnn implements Model<FittedItemKnn> {
  static readonly kind = "ItemKnn";
  static readonly settings = defineSettings(knnFields, {
    /**
     * In cosine similarities, a user with n ratings has weight n^-activityPower; 0: all users weigh
     * the same.
     */
    activityPower: number({ min: 0, default: 0 }),
  });
  readonly name = ItemKnn.kind;
  readonly settings: ItemKnnSettings;

  constructor(settings: Partial<ItemKnnSettings> = {}) {
    this.settings = checkedKnnSettings(ItemKnn.settings.check(this.name, settings));
    checkColumnPower({ activityPower: this.settings.activityPower }, this.settings);
  }

  /** @throws RangeError for interactions, unless `aggregate` is "sum" */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedItemKnn {
    if (this.settings.aggregate !== "sum") checkRatings(this.name, ratings);
    const rows = comparedItems(ratings, this.settings);
    return new FittedItemKnn(ratings, this.settings, { rows, similarities: rows.all(task) });
  }

  /** Version 0.1 had no `weighting`. */
  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return { weighting: "none", ...settings };
  }

  static restore(saved: SavedModel): FittedItemKnn {
    const { settings } = new ItemKnn(saved.settings);
    const similarities = savedSimilarities(saved, saved.ratings.items.size);
    return new FittedItemKnn(saved.ratings, settings, {
      rows: comparedItems(saved.ratings, settings),
      similarities,
    });
  }
}

/** A fitted {@link ItemKnn}. */
export class FittedItemKnn extends FittedKnn<ItemKnnSettings> {
  readonly name = ItemKnn.kind;

  constructor(ratings: Feedback, settings: Readonly<ItemKnnSettings>, compared: ComparedSimilarities) {
    super(ratings, settings, compared);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return ItemKnn;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.neighborhood.scoreRows(this.#ratingsOf(userIndex), into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.neighborhood.scoreRows(this.#ratingsIn(history), into);
  }

  override scoreUsers(userIndices: Int32Array, into: Float64Array): void {
    this.neighborhood.scoreTable(userIndices, this.interests.byUser, into);
  }

  override openScores(size: UserScoresSize): UserScores {
    const scoreUsers = this.scoreUsers.bind(this);
    const { byUser } = this.interests;
    const ofUsers = { ...size, usersAre: "columns" } as const;
    return this.neighborhood.openScores(byUser, ofUsers, scoreUsers) ?? super.openScores(size);
  }

  override scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void {
    const candidates = this.#ratingsOf(userIndex);
    for (let k = 0; k < itemIndices.length; k++)
      into[k] = this.neighborhood.score(itemIndices[k], candidates);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.neighborhood.score(itemIndex, this.#ratingsOf(userIndex));
  }

  override scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    this.neighborhood.scorePairs(itemIndices, userIndices, this.interests.byUser, into);
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    return this.neighborhood.base(itemIndex, userIndex, this.ratings.mean);
  }

  /**
   * The items most similar to an item, best first; equal ones in the order of their index.
   *
   * @throws RangeError for an unknown item
   */
  similarItems(itemId: Id, { count = 10 }: SimilarOptions = {}): SimilarItem[] {
    const itemIndex = this.knownItem(itemId);
    const nearest = this.neighborhood.mostSimilar(itemIndex, wholeAtLeast(0, { count }));
    return nearest.map(({ row, similarity }) => ({
      itemId: this.items.idOf(row),
      similarity,
      ...this.rows.pair(itemIndex, row),
    }));
  }

  explainFor(history: History, itemIndex: number): Explanation {
    const candidates = this.#ratingsIn(history);
    const own = this.neighborhood.own(itemIndex);
    const similarities = this.neighborhood.similaritiesTo(itemIndex, candidates.rows);
    const contributions = this.neighborhood
      .contributions(own, candidates, similarities)
      .map(({ candidate, share }) => ({
        itemId: this.items.idOf(candidates.rows[candidate]),
        rating: candidates.values[candidate],
        share,
      }));
    return { base: own.offset + candidates.columnOffset, contributions };
  }

  /** A user's ratings: those of the items that may be neighbours. */
  #ratingsOf(userIndex: number): Candidates {
    return this.neighborhood.columnOf(this.interests.byUser, userIndex);
  }

  #ratingsIn(history: History): Candidates {
    const { userIndex, itemIndices, values } = relevantHistory(history, this.settings);
    if (userIndex >= 0) return this.#ratingsOf(userIndex);
    const { offset } = this.neighborhood.centering.newUser(itemIndices, values);
    return { rows: itemIndices, values, columnOffset: offset };
  }
}

function comparedItems(ratings: Feedback, settings: ItemKnnSettings): ComparedRows {
  return new ComparedRows(relevantPart(ratings, settings), "items", {
    ...settings,
    columnPower: settings.activityPower / 2,
  });
}
