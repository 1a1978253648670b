import type { FlatLists, UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { IdIndex } from "../../ratings/id-index.js";
import { rowOf } from "../../sparse/row-of.js";
import { ListRanker } from "./list-ranker.js";
import type { ListRules } from "./list-rules.js";

/** What lists need of a fitted model. */
export interface ScoresOfUsers {
  readonly ratings: Feedback;
  readonly items: IdIndex;
  openScores(size: UserScoresSize): UserScores;
  scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void;
}

/** So many empty lists of `count` places. */
export function emptyLists(lists: number, count: number): FlatLists {
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
    const { candidates, excludeSeen } = rules;
    const areFew = candidates && candidates.length <= model.items.size / 4;
    if (!areFew)
      this.#scores = model.openScores({
        ...size,
        rules,
        seen: excludeSeen ? model.ratings.byUser : undefined,
      });
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
  writeLists(userIndices: Int32Array, into: FlatLists, first = 0): void {
    if (this.#scores?.writeLists?.(userIndices, into, first)) return;
    const { candidates = new Int32Array(0) } = this.#rules;
    const job = this.#scores;
    const all = job?.of(userIndices);
    const some = new Float64Array(candidates.length);
    for (let user = 0; user < userIndices.length; user++) {
      const seen = rowOf(this.#model.ratings.byUser, userIndices[user]).indices;
      let scores: Float64Array = some;
      let best: Int32Array;
      if (job && all) {
        scores = all.subarray(user * job.stride, user * job.stride + this.#model.items.size);
        best = this.#ranker.rank(scores, seen);
      } else {
        this.#model.scoreSome(userIndices[user], candidates, some);
        best = this.#ranker.rankCandidates(some, seen);
      }
      for (let place = 0, to = (first + user) * into.count; place < best.length; place++, to++) {
        into.itemIndices[to] = all ? best[place] : candidates[best[place]];
        into.scores[to] = scores[best[place]];
      }
    }
  }
}
