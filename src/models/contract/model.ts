import { topIndices } from "../../math/top-n.js";
import type { Id, IdIndex } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { rowOf } from "../../sparse/row-of.js";
import type { TaskOptions } from "../../task/report-progress.js";

/** Settings of a kind of recommender. It holds no data: `fit` gives another object, which does and never changes. */
export interface Model<Fitted extends FittedModel = FittedModel> {
  /** The name of its class: what tables and saved models call it. */
  readonly name: string;
  readonly settings: object;
  /** Learns from ratings; a RangeError where there are none. */
  fit(ratings: Ratings, task?: TaskOptions): Fitted;
}

export type SavedArray = Float64Array | Int32Array;

/** What a fitted model is restored from. */
export interface SavedModel {
  readonly settings: object;
  readonly ratings: Ratings;
  /** The items of the ratings, and after them those that the model knew from elsewhere. */
  readonly items: IdIndex;
  readonly arrays: Readonly<Record<string, SavedArray>>;
  /** The fitted models in it. */
  readonly parts: readonly FittedModel[];
  /** The names of the features, of a model that has any. */
  readonly names: readonly string[];
}

/** A class of models that can be saved: one of reelbook's or of your own. */
export interface ModelKind<Fitted extends { readonly settings: object } = { readonly settings: object }> {
  /** The name of the class, written out: a minifier changes the other one. */
  readonly kind: string;
  /** The fitted model that was saved; a RangeError where its parts do not fit together. */
  restore(saved: SavedModel): Fitted;
  /** Settings that an earlier version saved, with the names and values of this one; others as they are. */
  upgrade?(settings: Readonly<Record<string, unknown>>): object;
}

/** The fitted model that a kind restores, or one of those that several kinds restore. */
export type FittedOf<Kind extends ModelKind> = ReturnType<Kind["restore"]>;

/** A score of one item for one user: more is better. */
export interface Recommendation {
  readonly itemId: Id;
  readonly score: number;
}

/** What {@link FittedModel.recommend} takes. */
export interface RecommendOptions {
  /** How many items at most. @default 10 */
  readonly count?: number;
  /** Whether items that the user has rated are left out. @default true */
  readonly excludeSeen?: boolean;
  /** The only items that may be recommended; those that the model does not know or cannot score are left out. @default all */
  readonly candidates?: Iterable<Id> | undefined;
}

/** Why a score is what it is: `base` and all shares add up to the score. */
export interface Explanation {
  readonly base: number;
  readonly contributions: readonly Contribution[];
}

/** What one rating adds to a score: a rating of the user for another item, or another user's rating of the item. */
export interface Contribution {
  readonly itemId: Id;
  /** Whose rating it is, where it is not the user's own. */
  readonly userId?: Id;
  readonly rating: number;
  readonly share: number;
}

/** A user and an item. */
export interface Pair {
  readonly userId: Id;
  readonly itemId: Id;
}

/** One rating of a person who is not among the users. */
export type OwnRating = Omit<Pair, "userId"> & { readonly rating: number };

/** What a person has rated, by index. */
export interface History {
  /** -1 for a person who is not among the users. */
  readonly userIndex: number;
  readonly itemIndices: Int32Array;
  readonly values: Float64Array;
}

/** How an item or a user is like another one. */
export interface Similarity {
  /** As the model measures it: more is more alike. */
  readonly similarity: number;
  /** Where the model measures distances; the similarity is 1 / (1 + distance) then. */
  readonly distance?: number;
  /** How many users rated both items, how many items both users rated, or how many genres and tags both items have. */
  readonly common: number;
}

/** An item that is like another one. */
export interface SimilarItem extends Similarity {
  readonly itemId: Id;
}

/** A user who is like another one. */
export interface SimilarUser extends Similarity {
  readonly userId: Id;
}

/** How many similar items or users are asked for. */
export interface SimilarOptions {
  /** How many at most. @default 10 */
  readonly count?: number;
}

/** A person whom a model was not fitted on, but whose ratings it has been told. */
export interface FoldedUser {
  /** NaN for an item that the model does not know or cannot score. */
  predict(itemId: Id): number;
  /** As {@link FittedModel.recommend}; the told ratings count as seen. */
  recommend(options?: RecommendOptions): Recommendation[];
  explain(itemId: Id): Explanation;
}

/**
 * A model that has learned from ratings. A kind of model writes scores by index (`NaN` where it cannot say); ids,
 * ranking, leaving out the seen, ties and top lists are done here, once for all.
 */
export abstract class FittedModel {
  abstract readonly name: string;
  abstract readonly settings: object;
  /** Whether scores are estimates in stars; if not, they only rank. */
  abstract readonly inStars: boolean;
  /** What it learned from. */
  readonly ratings: Ratings;
  /** The items that it scores: those of the ratings, and after them any that it knows from elsewhere. */
  readonly items: IdIndex;

  constructor(ratings: Ratings, items: IdIndex = ratings.items) {
    if (ratings.count === 0)
      throw new RangeError("there are no ratings to fit to; look at the filter they come from");
    this.ratings = ratings;
    this.items = items;
  }

  /** Writes the score of every item for a user into `into`, NaN where unknown. */
  abstract scoreItems(userIndex: number, into: Float64Array): void;

  /** Writes the score of every item for a person with this history. */
  abstract scoreItemsFor(history: History, into: Float64Array): void;

  /** What it learned beside the ratings, for saving: arrays by name. */
  abstract state(): Readonly<Record<string, SavedArray>>;

  /** The class that can restore it; undefined where none can, so that it cannot be saved. */
  kind(): ModelKind | undefined {
    return undefined;
  }

  /** The fitted models in it, which are saved with it. */
  parts(): readonly FittedModel[] {
    return [];
  }

  /** Why a person with this history gets this score for an item. */
  abstract explainFor(history: History, itemIndex: number): Explanation;

  /** The score of one pair; models that know a shorter way write their own. */
  scoreItem(userIndex: number, itemIndex: number): number {
    const scores = new Float64Array(this.items.size);
    this.scoreItems(userIndex, scores);
    return scores[itemIndex];
  }

  /** Writes the scores of many pairs; models that gain by taking them together write their own. */
  scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    for (let pair = 0; pair < into.length; pair++) {
      const [userIndex, itemIndex] = [userIndices[pair], itemIndices[pair]];
      into[pair] = userIndex < 0 || itemIndex < 0 ? Number.NaN : this.scoreItem(userIndex, itemIndex);
    }
  }

  /**
   * What can be said of a pair that {@link predict} says nothing of, from the side that is known: a model with biases
   * knows half of them. An index is -1 where the id is unknown. NaN where nothing can be said. For `Fallback` and for
   * measuring.
   */
  partialScore(_userIndex: number, _itemIndex: number): number {
    return Number.NaN;
  }

  /** The score of a user and an item: an estimate in stars where the model is {@link inStars}. NaN where it cannot say, unknown ids too. */
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
    this.scorePairs(userIndices, itemIndices, scores);
    return scores;
  }

  /**
   * The best items for a user, best first; equal scores in the order of the items' index. Fewer than `count` where
   * no more can be scored. An unknown user is a RangeError: `foldIn` is for those.
   */
  recommend(userId: Id, options: RecommendOptions = {}): Recommendation[] {
    const userIndex = this.knownUser(userId);
    const scores = new Float64Array(this.items.size);
    this.scoreItems(userIndex, scores);
    return this.#best(scores, this.#historyOf(userIndex), options);
  }

  /** Which of the user's ratings made a score, and by how much. Unknown ids are a RangeError. */
  explain(userId: Id, itemId: Id): Explanation {
    return this.explainFor(this.#historyOf(this.knownUser(userId)), this.knownItem(itemId));
  }

  /** A person with these ratings, as if among the users; nothing is fitted again. An unknown item or one told twice is a RangeError. */
  foldIn(ratings: Iterable<OwnRating>): FoldedUser {
    const history = this.#told([...ratings]);
    const scores = new Float64Array(this.items.size);
    this.scoreItemsFor(history, scores);
    return Object.freeze({
      predict: (itemId: Id) => scores[this.items.indexOf(itemId)] ?? Number.NaN,
      recommend: (options: RecommendOptions = {}) => this.#best(scores.slice(), history, options),
      explain: (itemId: Id) => this.explainFor(history, this.knownItem(itemId)),
    });
  }

  /** Ranks scores, which it overwrites. */
  #best(scores: Float64Array, seen: History, options: RecommendOptions): Recommendation[] {
    const { count = 10, excludeSeen = true, candidates } = options;
    const { items } = this;
    if (excludeSeen) for (const itemIndex of seen.itemIndices) scores[itemIndex] = Number.NaN;
    const ranked = candidates
      ? onlyAt(
          scores,
          Array.from(candidates, (itemId) => items.indexOf(itemId)),
        )
      : scores;
    const best = topIndices(ranked, wholeAtLeast(0, { count }));
    return Array.from(best, (itemIndex) => ({ itemId: items.idOf(itemIndex), score: scores[itemIndex] }));
  }

  #historyOf(userIndex: number): History {
    const { indices, values } = rowOf(this.ratings.byUser, userIndex);
    return { userIndex, itemIndices: indices, values };
  }

  #told(ratings: readonly OwnRating[]): History {
    const itemIndices = Int32Array.from(ratings, ({ itemId }) => this.knownItem(itemId));
    for (const [place, { itemId, rating }] of ratings.entries()) {
      if (!Number.isFinite(rating))
        throw new RangeError(`rating ${rating} of item ${itemId} is not a finite number`);
      if (itemIndices.indexOf(itemIndices[place]) < place) {
        throw new RangeError(`item ${itemId} is rated twice; keep one of the two`);
      }
    }
    return { userIndex: -1, itemIndices, values: Float64Array.from(ratings, ({ rating }) => rating) };
  }

  /** The index of a user; a RangeError where it is unknown. */
  protected knownUser(userId: Id): number {
    const userIndex = this.ratings.users.indexOf(userId);
    if (userIndex >= 0) return userIndex;
    throw new RangeError(
      `user ${JSON.stringify(userId)} is not among the ${this.ratings.users.size} users the model was fitted on; ` +
        "foldIn(ratings) makes a new user known",
    );
  }

  /** The index of an item; a RangeError where it is unknown. */
  protected knownItem(itemId: Id): number {
    const itemIndex = this.items.indexOf(itemId);
    if (itemIndex >= 0) return itemIndex;
    throw new RangeError(
      `item ${JSON.stringify(itemId)} is not among the ${this.items.size} items that the model knows`,
    );
  }
}

/** Scores at some indices, NaN at all others; -1 is no index. */
function onlyAt(scores: Float64Array, indices: readonly number[]): Float64Array {
  const only = new Float64Array(scores.length).fill(Number.NaN);
  for (const index of indices) if (index >= 0) only[index] = scores[index];
  return only;
}
