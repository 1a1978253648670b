import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import { topIndices } from "../../math/top-n.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id, IdIndex } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import type {
  Explanation,
  History,
  Model,
  ModelKind,
  SavedModel,
  SimilarOptions,
  SimilarUser,
} from "../contract/model.js";
import { relevantHistory, relevantPart } from "../contract/relevance.js";
import { savedSimilarities } from "../contract/saved-model.js";
import { storedPerRow } from "../contract/stored-per-row.js";
import type { RowCentering } from "./centering.js";
import { ComparedRows, type ComparedSimilarities } from "./compared-rows.js";
import { FittedKnn } from "./fitted-knn.js";
import { checkColumnPower, checkedKnnSettings, knnFields } from "./knn-settings.js";
import type { Candidates } from "./neighbor-aggregator.js";

/** Settings of {@link UserKnn}. */
export interface UserKnnSettings extends SettingsOf<typeof UserKnn.settings> {}

/**
 * User-based nearest neighbours: the score of an item is the mean of its ratings by similar users,
 * weighted by similarity,
 *
 *     score = Σ similarity × rating / (Σ |similarity| + damping)
 *
 * over the `neighbors` most similar of the users who rated the item. With `keep`, only the `keep`
 * most similar users can be neighbours, whatever they rated. NaN with fewer than `minNeighbors`
 * neighbours. Fits in O(Σ over items of their ratings²); keeps `keep` similarities per user.
 * Herlocker et al., An algorithmic framework for performing collaborative filtering, SIGIR 1999.
 *
 * @example
 * new UserKnn({ similarity: "rmsd", minCommon: 5 }).fit(ratings).similarUsers(1, { count: 3 });
 */
export class UserKnn implements Model<FittedUserKnn> {
  static readonly kind = "UserKnn";
  static readonly settings = defineSettings(knnFields, {
    /** Only this number of users, the first by id, can be neighbours; 0 for all. */
    candidateUsers: integer({ min: 0, default: 0 }),
    /**
     * In cosine similarities, the values of an item with n ratings are multiplied by
     * n^-popularityPower; 0: not at all.
     */
    popularityPower: number({ min: 0, default: 0 }),
  });
  readonly name = UserKnn.kind;
  readonly settings: UserKnnSettings;

  constructor(settings: Partial<UserKnnSettings> = {}) {
    this.settings = checkedKnnSettings(UserKnn.settings.check(this.name, settings));
    checkColumnPower({ popularityPower: this.settings.popularityPower }, this.settings);
  }

  /** @throws RangeError for interactions, unless `aggregate` is "sum" */
  fit(ratings: Feedback, task: TaskOptions = {}): FittedUserKnn {
    if (this.settings.aggregate !== "sum") checkRatings(this.name, ratings);
    const candidates = candidatesAmong(ratings.users, this.settings.candidateUsers);
    const rows = comparedUsers(ratings, this.settings);
    return new FittedUserKnn(ratings, this.settings, { rows, similarities: rows.all(task, candidates) });
  }

  /** Version 0.1 had no `weighting`. */
  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return { weighting: "none", ...settings };
  }

  static restore(saved: SavedModel): FittedUserKnn {
    const { settings } = new UserKnn(saved.settings);
    const similarities = savedSimilarities(saved, saved.ratings.users.size);
    return new FittedUserKnn(saved.ratings, settings, {
      rows: comparedUsers(saved.ratings, settings),
      similarities,
    });
  }
}

/** A fitted {@link UserKnn}. */
export class FittedUserKnn extends FittedKnn<UserKnnSettings> {
  readonly name = UserKnn.kind;

  constructor(ratings: Feedback, settings: Readonly<UserKnnSettings>, compared: ComparedSimilarities) {
    super(ratings, settings, compared);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return UserKnn;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#scoreColumns(this.neighborhood.own(userIndex), this.neighborhood.similaritiesOf(userIndex), into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    const { own, similarities } = this.#userOf(history);
    this.#scoreColumns(own, similarities, into);
  }

  override openScores(size: UserScoresSize): UserScores {
    const scoreUsers = this.scoreUsers.bind(this);
    const { byItem } = this.interests;
    const ofUsers = { ...size, usersAre: "rows" } as const;
    return this.neighborhood.openScores(byItem, ofUsers, scoreUsers) ?? super.openScores(size);
  }

  override scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void {
    this.neighborhood.scoreSomeColumns(userIndex, itemIndices, this.interests.byItem, into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.neighborhood.score(userIndex, this.#ratingsOf(itemIndex));
  }

  override scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    this.neighborhood.scorePairs(userIndices, itemIndices, this.interests.byItem, into);
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    return this.neighborhood.base(userIndex, itemIndex, this.ratings.mean);
  }

  /**
   * The users most similar to a user, best first; equal ones in the order of their index.
   *
   * @throws RangeError for an unknown user
   */
  similarUsers(userId: Id, { count = 10 }: SimilarOptions = {}): SimilarUser[] {
    const userIndex = this.knownUser(userId);
    const nearest = this.neighborhood.mostSimilar(userIndex, wholeAtLeast(0, { count }));
    return nearest.map(({ row, similarity }) => ({
      userId: this.ratings.users.idOf(row),
      similarity,
      ...this.rows.pair(userIndex, row),
    }));
  }

  explainFor(history: History, itemIndex: number): Explanation {
    const candidates = this.#ratingsOf(itemIndex);
    const { own, similarities } = this.#userOf(history);
    const ofCandidates = Float64Array.from(candidates.rows, (row) => similarities[row]);
    const contributions = this.neighborhood
      .contributions(own, candidates, ofCandidates)
      .map(({ candidate, share }) => ({
        itemId: this.items.idOf(itemIndex),
        userId: this.ratings.users.idOf(candidates.rows[candidate]),
        rating: candidates.values[candidate],
        share,
      }));
    return { base: own.offset + candidates.columnOffset, contributions };
  }

  #userOf(history: History): { own: RowCentering; similarities: Float64Array } {
    const { userIndex, itemIndices, values } = relevantHistory(history, this.settings);
    if (userIndex >= 0) {
      return {
        own: this.neighborhood.own(userIndex),
        similarities: this.neighborhood.similaritiesOf(userIndex),
      };
    }
    const own = this.neighborhood.centering.newUser(itemIndices, values);
    return { own, similarities: this.#nearest(this.rows.ofNewUser(itemIndices, values)) };
  }

  /** The similarities that are kept of a new user's, NaN elsewhere. */
  #nearest(similarities: Float64Array): Float64Array {
    const candidates = candidatesAmong(this.ratings.users, this.settings.candidateUsers);
    const possible = candidates
      ? similarities.map((similarity, user) => (candidates[user] ? similarity : Number.NaN))
      : similarities;
    const kept = new Float64Array(similarities.length).fill(Number.NaN);
    for (const user of topIndices(possible, storedPerRow(this.settings, similarities.length)))
      kept[user] = possible[user];
    return kept;
  }

  /** Writes the score of every item for one user. */
  #scoreColumns(own: RowCentering, similarities: Float64Array, into: Float64Array): void {
    this.neighborhood.scoreColumns(own, similarities, this.interests.byItem, into);
  }

  /** An item's ratings: those of the users who may be neighbours. */
  #ratingsOf(itemIndex: number): Candidates {
    return this.neighborhood.columnOf(this.interests.byItem, itemIndex);
  }
}

function comparedUsers(ratings: Feedback, settings: UserKnnSettings): ComparedRows {
  return new ComparedRows(relevantPart(ratings, settings), "users", {
    ...settings,
    columnPower: settings.popularityPower,
  });
}

/** 1 for each of the first `count` users by id, else 0; undefined for all users. */
function candidatesAmong(users: IdIndex, count: number): Uint8Array | undefined {
  if (count === 0 || count >= users.size) return undefined;
  const isBefore = (a: Id, b: Id) =>
    typeof a === "number" && typeof b === "number" ? a < b : String(a) < String(b);
  const byId = [...users.ids].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const candidates = new Uint8Array(users.size);
  for (const id of byId.slice(0, count)) candidates[users.indexOf(id)] = 1;
  return candidates;
}
