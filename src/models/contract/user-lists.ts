import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import type { IdIndex } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { rowOf } from "../../sparse/row-of.js";
import { ListRanker } from "./list-ranker.js";
import type { ListRules } from "./list-rules.js";

/** What lists need of a fitted model. */
export interface ScoresOfUsers {
  readonly ratings: Ratings;
  readonly items: IdIndex;
  openScores(size: UserScoresSize): UserScores;
  scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void;
}

/** Lists of `count` places each, list after list. */
export interface Places {
  readonly count: number;
  /** -1 after the end of a shorter list. */
  readonly itemIndices: Int32Array;
  /** NaN after the end of a shorter list. */
  readonly scores: Float64Array;
}

/** So many empty lists of `count` places. */
export function emptyPlaces(lists: number, count: number): Places {
  return {
    count,
    itemIndices: new Int32Array(lists * count).fill(-1),
    scores: new Float64Array(lists * count).fill(Number.NaN),
  };
}

/**
 * Makes the lists of users, many at once, in buffers of its own. Where few items are candidates,
 * only they are scored. Close it.
 */
export class UserLists {
  readonly #model: ScoresOfUsers;
  readonly #rules: ListRules;
  readonly #ranker: ListRanker;
  /** Undefined where few items are candidates. */
  readonly #scores: UserScores | undefined;

  constructor(model: ScoresOfUsers, rules: ListRules, size: UserScoresSize) {
    this.#model = model;
    this.#rules = rules;
    this.#ranker = new ListRanker(rules, model.items.size);
    // Models score all items of many users together, each item faster than alone.
    const areFew = rules.candidates && rules.candidates.length <= model.items.size / 4;
    this.#scores = areFew ? undefined : model.openScores(size);
  }

  /** Users to write lists for at once, at first. */
  get firstTile(): number {
    return this.#scores?.firstTile ?? 1;
  }

  close(): void {
    this.#scores?.close();
  }

  /**
   * Writes the lists of users into empty places, from list `first` on. O(users × items), and the
   * cost of the model's scores.
   */
  writeLists(userIndices: Int32Array, into: Places, first = 0): void {
    if (this.#scores) this.#writeOfAllItems(this.#scores, userIndices, into, first);
    else this.#writeOfCandidates(userIndices, into, first);
  }

  #writeOfAllItems(job: UserScores, userIndices: Int32Array, into: Places, first: number): void {
    const { stride } = job;
    const all = job.of(userIndices);
    for (let user = 0; user < userIndices.length; user++) {
      const scores = all.subarray(user * stride, user * stride + this.#model.items.size);
      const best = this.#ranker.rank(scores, this.#seenBy(userIndices[user]));
      putList(into, first + user, best, scores);
    }
  }

  #writeOfCandidates(userIndices: Int32Array, into: Places, first: number): void {
    const { candidates = new Int32Array(0) } = this.#rules;
    const scores = new Float64Array(candidates.length);
    for (let user = 0; user < userIndices.length; user++) {
      this.#model.scoreSome(userIndices[user], candidates, scores);
      const best = this.#ranker.rankCandidates(scores, this.#seenBy(userIndices[user]));
      putList(into, first + user, best, scores, candidates);
    }
  }

  #seenBy(userIndex: number): Int32Array {
    return rowOf(this.#model.ratings.byUser, userIndex).indices;
  }
}

/** @param items the item of each score; undefined: the one with its index */
function putList(
  { count, itemIndices, scores: ofList }: Places,
  list: number,
  best: ArrayLike<number>,
  scores: Float64Array,
  items?: Int32Array,
): void {
  for (let place = 0; place < best.length; place++) {
    const score = best[place];
    itemIndices[list * count + place] = items ? items[score] : score;
    ofList[list * count + place] = scores[score];
  }
}
