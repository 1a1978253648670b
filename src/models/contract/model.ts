import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import type { Id, IdIndex } from "../../ratings/id-index.js";
import { rowOf } from "../../sparse/row-of.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { checkNotEmpty } from "./check-ratings.js";
import { ListRanker } from "./list-ranker.js";
import { listOfIds, listRules } from "./list-rules.js";
import { recommendAll } from "./recommend-all.js";
import type { RecommendAllOptions, Recommendation, RecommendOptions } from "./recommend-options.js";
import { type RecommendedLists, recommendations } from "./recommended-lists.js";
import { emptyLists, UserLists } from "./user-lists.js";

/**
 * A recommender before fitting: its settings, and no data. `fit` returns a {@link FittedModel},
 * which never changes.
 */
export interface Model<Fitted extends FittedModel = FittedModel> {
  /** The name of its class, which tables and saved models use. */
  readonly name: string;
  readonly settings: object;
  /**
   * Fits the model to ratings, or a model that ranks to interactions.
   *
   * @throws RangeError without ratings, and where a model that predicts ratings gets interactions
   */
  fit(ratings: Feedback, task?: TaskOptions): Fitted;
}

export type SavedArray = Float64Array | Int32Array;

/** The data that a fitted model is restored from. */
export interface SavedModel {
  readonly settings: object;
  readonly ratings: Feedback;
  /** The items of the ratings, followed by items that only the model knows. */
  readonly items: IdIndex;
  readonly arrays: Readonly<Record<string, SavedArray>>;
  /** The fitted models that it contains. */
  readonly parts: readonly FittedModel[];
  /** The names of its features, if it has any. */
  readonly names: readonly string[];
}

/** A class of models that can be saved, of reelbook or your own. */
export interface ModelKind<Fitted extends { readonly settings: object } = { readonly settings: object }> {
  /** The name of the class as a literal, because minifiers rename classes. */
  readonly kind: string;
  /**
   * Restores a saved model.
   *
   * @throws RangeError for inconsistent data
   */
  restore(saved: SavedModel): Fitted;
  /** Converts settings that an earlier version saved; returns current settings unchanged. */
  upgrade?(settings: Readonly<Record<string, unknown>>): object;
}

/** The type of the fitted models that a kind restores; for several kinds, a union. */
export type FittedOf<Kind extends ModelKind> = ReturnType<Kind["restore"]>;

/** The parts of a score: it is the sum of `base` and all shares. */
export interface Explanation {
  readonly base: number;
  readonly contributions: readonly Contribution[];
}

/**
 * The share of one rating in a score: the user's rating of another item, or another user's of the
 * item.
 */
export interface Contribution {
  readonly itemId: Id;
  /** The user who rated, if it is not the user of the score. */
  readonly userId?: Id;
  /** The rating, or the weight of an interaction. */
  readonly rating: number;
  readonly share: number;
}

/** A user and an item. */
export interface Pair {
  readonly userId: Id;
  readonly itemId: Id;
  /**
   * When the user rates the item: a Date, or seconds since 1970 (UTC). Only a model with dates
   * among its features uses it.
   */
  readonly timestamp?: number | Date | undefined;
}

/** The timestamp of each of some pairs or ratings, as {@link Pair} has it. */
export type Timestamps = ArrayLike<Pair["timestamp"]>;

/** One rating of a new user. */
export type OwnRating = Omit<Pair, "userId"> & { readonly rating: number };

/** One interaction of a new user, with weight 1 by default. */
export type OwnInteraction = Omit<Pair, "userId"> & { readonly weight?: number };

/** Options of {@link FittedModel.foldIn}. */
export interface FoldInOptions {
  /**
   * What to do with an item that the model does not know: refuse it, or leave it out.
   * @default "throw"
   */
  readonly onUnknownItem?: "throw" | "skip" | undefined;
}

/** A user's ratings, by index. */
export interface History {
  /** -1 for a new user. */
  readonly userIndex: number;
  readonly itemIndices: Int32Array;
  readonly values: Float64Array;
  /** Of a new user; undefined or NaN where unknown. */
  readonly timestamps?: Timestamps;
}

/** The similarity of two items or two users. */
export interface Similarity {
  /** In the measure of the model; higher is more similar. */
  readonly similarity: number;
  /** Only of models that measure distances, whose similarity is 1 / (1 + distance). */
  readonly distance?: number;
  /** Number of common raters of two items, common items of two users, or common genres and tags. */
  readonly common: number;
}

/** An item that is similar to another one. */
export interface SimilarItem extends Similarity {
  readonly itemId: Id;
}

/** A user who is similar to another one. */
export interface SimilarUser extends Similarity {
  readonly userId: Id;
}

/** Options of `similarItems` and `similarUsers`. */
export interface SimilarOptions {
  /** Most items or users to return. @default 10 */
  readonly count?: number;
}

/** A new user, whom the model scores from given ratings. */
export interface FoldedUser {
  /** The given ids of items that the model does not know, in their order. */
  readonly skipped: readonly Id[];
  /** NaN for an unknown item, or one without a score. */
  predict(itemId: Id): number;
  /** As {@link FittedModel.recommend}; the given items count as rated. */
  recommend(options?: RecommendOptions): Recommendation[];
  explain(itemId: Id): Explanation;
}

/**
 * A model after fitting. Subclasses compute scores by index, NaN for undefined ones; this class
 * translates ids, excludes rated items, and ranks.
 */
export abstract class FittedModel {
  abstract readonly name: string;
  abstract readonly settings: object;
  /** Whether scores are predicted ratings; otherwise they only rank. */
  abstract readonly inStars: boolean;
  /** The ratings or interactions that it was fitted to. */
  declare readonly ratings: Feedback;
  /**
   * The items that it scores: those of the ratings, followed by items that only the model knows.
   */
  declare readonly items: IdIndex;

  constructor(ratings: Feedback, items: IdIndex = ratings.items) {
    checkNotEmpty(ratings);
    this.ratings = ratings;
    this.items = items;
  }

  /** Writes the score of every item for a user into `into`; NaN for undefined ones. */
  abstract scoreItems(userIndex: number, into: Float64Array): void;

  /** Writes the score of every item for a user with these ratings into `into`. */
  abstract scoreItemsFor(history: History, into: Float64Array): void;

  /**
   * Writes the scores of all items for several users, users × items. Models that score users faster
   * together override it; each score is the same as that of {@link scoreItems}.
   */
  scoreUsers(userIndices: Int32Array, into: Float64Array): void {
    const { size } = this.items;
    for (let user = 0; user < userIndices.length; user++) {
      this.scoreItems(userIndices[user], into.subarray(user * size, (user + 1) * size));
    }
  }

  /**
   * Opens a job that scores many users: {@link scoreUsers}, tile by tile. Models with a faster way
   * override it.
   */
  openScores({ perTile }: UserScoresSize): UserScores {
    const stride = this.items.size;
    const all = new Float64Array(perTile * stride);
    return {
      stride,
      firstTile: 1,
      of: (userIndices) => {
        const scores = all.subarray(0, userIndices.length * stride);
        this.scoreUsers(userIndices, scores);
        return scores;
      },
      close: () => {},
    };
  }

  /**
   * Writes the scores of some items for a user, whose indices ascend. Models that need not score
   * all items for it override it; each score is the same as that of {@link scoreItems}.
   */
  scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void {
    const scores = new Float64Array(this.items.size);
    this.scoreItems(userIndex, scores);
    for (let k = 0; k < itemIndices.length; k++) into[k] = scores[itemIndices[k]];
  }

  /** The arrays to save in addition to the ratings, by name. */
  abstract state(): Readonly<Record<string, SavedArray>>;

  /** The class that restores it; undefined if it cannot be saved. */
  kind(): ModelKind | undefined {
    return undefined;
  }

  /** The fitted models that it contains, which are saved with it. */
  parts(): readonly FittedModel[] {
    return [];
  }

  /** Explains the score of an item for a user with these ratings. */
  abstract explainFor(history: History, itemIndex: number): Explanation;

  /** The score of one pair. Models with a faster way override it. */
  scoreItem(userIndex: number, itemIndex: number): number {
    const scores = new Float64Array(this.items.size);
    this.scoreItems(userIndex, scores);
    return scores[itemIndex];
  }

  /**
   * Writes the scores of many pairs. Models that score them faster together override it, and those
   * with dates among their features, which use the timestamps.
   */
  scorePairs(
    userIndices: Int32Array,
    itemIndices: Int32Array,
    into: Float64Array,
    _timestamps?: Timestamps,
  ): void {
    for (let pair = 0; pair < into.length; pair++) {
      const [userIndex, itemIndex] = [userIndices[pair], itemIndices[pair]];
      into[pair] = userIndex < 0 || itemIndex < 0 ? Number.NaN : this.scoreItem(userIndex, itemIndex);
    }
  }

  /**
   * A score for a pair that {@link predict} has none for, if one side is known, for example the
   * mean plus the bias of that side. The index of an unknown id is -1. NaN for none. Used by
   * `Fallback` and by evaluation.
   */
  partialScore(_userIndex: number, _itemIndex: number): number {
    return Number.NaN;
  }

  /**
   * The score of a user and an item, a predicted rating if {@link inStars}; NaN if undefined or an
   * id is unknown.
   */
  predict(userId: Id, itemId: Id): number {
    const userIndex = this.ratings.users.indexOf(userId);
    const itemIndex = this.items.indexOf(itemId);
    return userIndex < 0 || itemIndex < 0 ? Number.NaN : this.scoreItem(userIndex, itemIndex);
  }

  /** {@link predict} for many pairs, in their order. */
  predictMany(pairs: Iterable<Pair>): Float64Array {
    const all = [...pairs];
    const userIndices = Int32Array.from(all, ({ userId }) => this.ratings.users.indexOf(userId));
    const itemIndices = Int32Array.from(all, ({ itemId }) => this.items.indexOf(itemId));
    const scores = new Float64Array(all.length);
    this.scorePairs(
      userIndices,
      itemIndices,
      scores,
      all.map(({ timestamp }) => timestamp),
    );
    return scores;
  }

  /**
   * The items with the highest scores for a user, in descending order; equal scores in the order of
   * the items' index. Fewer than `count` if fewer items have a score. O(items), and the cost of the
   * model's scores: of all items, or for models of factors and of item weights of the `candidates`
   * alone.
   *
   * @throws RangeError for an unknown user; {@link foldIn} scores new users
   */
  recommend(userId: Id, options: RecommendOptions = {}): Recommendation[] {
    const rules = listRules(this.items, options);
    const list = emptyLists(1, rules.count);
    const lists = new UserLists(this, rules, { users: 1, perTile: 1 });
    lists.writeLists(Int32Array.of(this.knownUser(userId)), list);
    lists.close();
    return recommendations(this.items, list, 0);
  }

  /**
   * {@link recommend} for many users or for all: the same items and scores, in typed arrays by
   * index. Users are scored in tiles, which is faster than one after the other; between tiles the
   * event loop runs, `onProgress` counts users, and `signal` stops the work. O(users × items), the
   * cost of the model's scores, and 12 bytes for each place of a list.
   *
   * @throws RangeError for an unknown user, as {@link recommend}; as rejections of the promise
   * @example
   * const model = new Popularity().fit(ratings);
   * const lists = await model.recommendAll({ users: [1, 2], count: 3 });
   * lists.itemIndices.length; // 6
   * // The same as model.recommend(2, { count: 3 }):
   * lists.ofUser(2);
   */
  async recommendAll(options: RecommendAllOptions = {}): Promise<RecommendedLists> {
    const { users, onProgress, signal, ...lists } = options;
    const index = users === undefined ? this.ratings.users : this.ratings.users.of(listOfIds({ users }));
    for (const userId of index.ids) this.knownUser(userId);
    return recommendAll(this, index, listRules(this.items, lists), { onProgress, signal });
  }

  /**
   * The share of each rating in the score of an item for a user.
   *
   * @throws RangeError for an unknown id
   */
  explain(userId: Id, itemId: Id): Explanation {
    return this.explainFor(this.#historyOf(this.knownUser(userId)), this.knownItem(itemId));
  }

  /**
   * A new fitted model that also knows these ratings of known or new users and items; this one
   * stays as it is. Counts, means, neighbours, weights of items, `Baseline`, `SlopeOne` and
   * `PureSvd` are fitted again with their settings, at the cost of a fit. Other models of factors
   * keep the factors of known items and of users without new ratings, and solve for the rest; `Bpr`
   * and `Warp` for users alone.
   *
   * @throws RangeError for a pair that has a rating already, and by models that need a new fit
   * @example
   * const more = [{ userId: "ann", itemId: 260, rating: 5 }];
   * model.update(more).ratings.users.has("ann"); // true
   */
  update(_more: Iterable<GivenEntry>): this {
    throw new RangeError(`${this.name} cannot be updated; fit it to ratings.concat(more)`);
  }

  /**
   * Folds in a new user with these ratings, or interactions where the model was fitted to those,
   * without fitting again. Weights of an item that comes twice are added.
   *
   * @throws RangeError for an unknown item, unless it is skipped, and for one that is rated twice
   */
  foldIn(ratings: Iterable<OwnRating | OwnInteraction>, { onUnknownItem }: FoldInOptions = {}): FoldedUser {
    const { items } = this;
    const { skipped, ...own } = this.ratings.historyOf(ratings, items, onUnknownItem);
    const history = { userIndex: -1, ...own };
    const scores = new Float64Array(items.size);
    this.scoreItemsFor(history, scores);
    return Object.freeze({
      skipped,
      predict: (itemId: Id) => scores[items.indexOf(itemId)] ?? Number.NaN,
      recommend: (options: RecommendOptions = {}) => this.#best(scores.slice(), history, options),
      explain: (itemId: Id) => this.explainFor(history, this.knownItem(itemId)),
    });
  }

  /** Ranks the scores, and overwrites those of items that the list may not contain. */
  #best(scores: Float64Array, seen: History, options: RecommendOptions): Recommendation[] {
    const ranker = new ListRanker(listRules(this.items, options), this.items.size);
    return Array.from(ranker.rank(scores, seen.itemIndices), (itemIndex) => ({
      itemId: this.items.idOf(itemIndex),
      score: scores[itemIndex],
    }));
  }

  #historyOf(userIndex: number): History {
    const { indices, values } = rowOf(this.ratings.byUser, userIndex);
    return { userIndex, itemIndices: indices, values };
  }

  /** The index of a user; an unknown id is a RangeError. */
  protected knownUser(userId: Id): number {
    const { users } = this.ratings;
    const among = `the ${users.size} users the model was fitted on`;
    return users.known(userId, "user", among, "foldIn(ratings) makes a new user known");
  }

  /** The index of an item; an unknown id is a RangeError. */
  protected knownItem(itemId: Id): number {
    return this.items.known(itemId, "item", `the ${this.items.size} items that the model knows`);
  }
}
